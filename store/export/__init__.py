"""Values in, text out: the caller writes it where it belongs."""
