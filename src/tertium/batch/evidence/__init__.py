"""What pages rest on: noted while they are made, and asked again of another version of a graph."""
