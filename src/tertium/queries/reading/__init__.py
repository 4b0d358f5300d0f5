"""From rows of terms to nouns: nothing else knows the names of columns."""
