"""The office's screens in Wagtail's admin."""
