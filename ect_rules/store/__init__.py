"""Where facts are kept: append-only rows, each known from one revision until another."""
