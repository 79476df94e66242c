"""The only place with gRPC on the serving side: methods, errors, and the server they run in."""
