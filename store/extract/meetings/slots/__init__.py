"""When, where and who: what of a sentence, and of those around it, belongs to one mention."""
