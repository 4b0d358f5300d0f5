"""Graphs that answer SPARQL: the embedded Oxigraph, rdflib, and remote endpoints."""
