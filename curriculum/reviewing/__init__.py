"""The review that every standard, course and assessment passes before it is published (R-GEN-1)."""
