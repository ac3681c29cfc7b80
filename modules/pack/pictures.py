"""Pictures of a pack in the institution's own collection; the same picture is kept once."""

import hashlib
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from wagtail.images import get_image_model
from wagtail.models import Collection

from .folders import LessonFolder

if TYPE_CHECKING:
    from curriculum.models import Institution


class PictureShelf:
    """Finds or stores pictures by what they show, not by their name."""

    def __init__(self, institution: "Institution") -> None:
        self.collection = collection_of(institution)
        images = get_image_model().objects.filter(collection=self.collection)
        self._ids: dict[str, int] = dict(images.values_list("file_hash", "pk"))

    def ids_for(self, folder: LessonFolder) -> dict[str, int]:
        """The picture ids of one lesson by file name."""
        names = {name for block in folder.text(folder.languages[0])["blocks"] for name in _names_in(block)}
        return {name: self._id_of(name, folder.pack.content(folder.picture_path(name))) for name in names}

    def _id_of(self, name: str, content: bytes) -> int:
        content_hash = hashlib.sha1(content, usedforsecurity=False).hexdigest()  # as Wagtail does
        if content_hash not in self._ids:
            image = get_image_model()(title=name, collection=self.collection)
            image.file = ContentFile(content, name=name)
            image.save()
            self._ids[content_hash] = image.pk
        return self._ids[content_hash]


def _names_in(block: dict) -> list[str]:
    steps = [step["picture"] for step in block.get("steps", ()) if "picture" in step]
    return [block["file"], *steps] if block["type"] == "picture" else steps


def collection_of(institution: "Institution") -> Collection:
    """The collection that holds an institution's pictures and documents."""
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=institution.key).first()
    return found or root.add_child(name=institution.key)
