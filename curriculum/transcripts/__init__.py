"""One document for one person, from what was recorded; and the same for many."""
