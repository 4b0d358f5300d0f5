"""One package for each language that there is a narrator for."""
