"""The documentation, and the module that makes its generated pages."""
