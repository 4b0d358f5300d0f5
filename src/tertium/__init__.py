"""Compare entities of a knowledge graph, with a source for every word."""
