"""Sessions of a group in class, and who was there. An optional app beside circles (docs/decisions/classes.md)."""
