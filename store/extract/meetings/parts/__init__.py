"""What the rules work on: one sentence, one mention of a meeting, and the entry that it becomes."""
