"""Which entity a name means, and how sure that is; pure, a sibling of `compare`."""
