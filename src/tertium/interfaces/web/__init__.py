"""What is served over HTTP: routers to be mounted, thin over the library."""
