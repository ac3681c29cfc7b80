"""Lessons as files: checked, loaded into the page tree, written back."""
