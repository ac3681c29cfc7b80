"""Enrolling many people from a file: read it, check each row, compare with the books, and only then write."""
