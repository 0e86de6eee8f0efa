"""What stands across articles: pure functions over the facts of all reports."""
