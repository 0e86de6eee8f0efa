"""Pure steps that read one article: words first, meaning second; no database, no clock, no neighbours."""
