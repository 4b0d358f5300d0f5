"""What Tertium is measured against: the same rows, got as others would get them."""
