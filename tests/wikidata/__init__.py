"""Wikidata on this machine: it answers as the real one does, and misbehaves when told to."""
