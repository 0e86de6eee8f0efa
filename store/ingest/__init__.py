"""From a folder to documents: finds the files, decodes them, and reads what is said about them."""
