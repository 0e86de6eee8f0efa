"""How things look: pure functions from values to lines of text, each piece with the name of its look."""
