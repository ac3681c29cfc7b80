"""The trainer's side of circles in the CMS."""
