"""The ways in: thin skins over `tertium.api`."""
