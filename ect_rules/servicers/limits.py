"""The limits a server holds its callers to."""

MAX_REQUEST_BYTES = 4 * 1024 * 1024
THREADS = 8
MAX_CALLS_AT_ONCE = 256
DRAIN_SECONDS = 10
