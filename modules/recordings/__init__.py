"""Lessons read aloud by a person: what is uploaded, where it is kept, and where it is heard."""
