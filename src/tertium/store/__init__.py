"""Graphs that answer SPARQL: the embedded Oxigraph, and rdflib."""
