"""What may be asked: saved questions, their parameters, and their answers as nouns."""
