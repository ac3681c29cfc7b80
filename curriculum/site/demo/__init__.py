"""The invented school of `make demo`: nobody in it exists, everything in it went through the real services."""
