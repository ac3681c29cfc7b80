class SheetRefused(Exception):
    """The file cannot be used; the text says why and what to do, in the reader's language."""
