"""The nouns of a comparison: frozen, and made of the standard library only."""
