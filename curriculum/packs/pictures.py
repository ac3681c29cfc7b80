"""Pictures of a pack in the institution's own collection; the same picture is kept once."""

import hashlib

from django.core.files.base import ContentFile
from wagtail.images import get_image_model
from wagtail.models import Collection

from curriculum.standards.models import Institution


class PictureShelf:
    """Finds or stores pictures by what they show, not by their name."""

    def __init__(self, institution: Institution) -> None:
        self.collection = collection_of(institution)
        images = get_image_model().objects.filter(collection=self.collection)
        self._ids: dict[str, int] = dict(images.values_list("file_hash", "pk"))

    def id_of(self, name: str, content: bytes) -> int:
        """The id of the image with this content, stored under this name if it is new."""
        content_hash = hashlib.sha1(content, usedforsecurity=False).hexdigest()  # as Wagtail does
        if content_hash not in self._ids:
            image = get_image_model()(
                title=name, collection=self.collection, file_hash=content_hash, file_size=len(content)
            )
            image.file = ContentFile(content, name=name)
            image.save()
            self._ids[content_hash] = image.pk
        return self._ids[content_hash]


def collection_of(institution: Institution) -> Collection:
    """The collection that holds an institution's pictures and documents."""
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=institution.key).first()
    return found or root.add_child(name=institution.key)
