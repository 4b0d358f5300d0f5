"""Measurements, each one command; speed is a ratio to a peer in the same run."""
