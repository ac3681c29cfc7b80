"""Quizzes as files: checked, loaded into the bank, written back."""
