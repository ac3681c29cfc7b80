"""The screens of the people room."""
