"""What announces a meeting: one rule a way of saying it."""
