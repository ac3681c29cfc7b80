"""The pictures that a lesson shows."""

from curriculum.api import PictureShelf

from .folders import LessonFolder


def picture_ids(shelf: PictureShelf, folder: LessonFolder) -> dict[str, int]:
    """The picture ids of one lesson by file name."""
    names = {name for block in folder.text(folder.languages[0])["blocks"] for name in _names_in(block)}
    return {name: shelf.id_of(name, folder.pack.content(folder.picture_path(name))) for name in names}


def _names_in(block: dict) -> list[str]:
    steps = [step["picture"] for step in block.get("steps", ()) if "picture" in step]
    return [block["file"], *steps] if block["type"] == "picture" else steps
