"""Seeing a page as one of her learners sees it: read only, marked, and written down."""
