"""Between protobuf messages and the values of the core. Pure, and the only place with both."""
