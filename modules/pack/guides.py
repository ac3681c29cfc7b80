"""The section "guides" of a pack: pages that tell everybody how something works."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.utils.text import slugify
from wagtail.models import Locale

from curriculum.api import LoadContext, LoadedItem, PackFault, PackFolder, PictureShelf
from modules.languages import by_closeness
from modules.models import CataloguePage, GuidePage

from .folders import content_languages
from .guide_files import GuideFolder, guide_faults, guide_folders
from .keys import page_key
from .translating import translate_page
from .writing import picture_name, write_yaml

if TYPE_CHECKING:
    from curriculum.models import ProgrammeVersion


class GuideSection:
    name = "guides"
    order = 70  # they stand below the school's own page, which the lessons bring

    def check(self, folder: PackFolder) -> Iterable[PackFault]:
        return guide_faults(folder)

    def load(self, folder: PackFolder, context: LoadContext) -> None:
        """Make or renew each guide in every language; one that a person has changed stays as it is."""
        for guide in guide_folders(folder):
            GuideLoader(guide, context).load()

    def export(self, programme_version: "ProgrammeVersion", target: Path) -> None:
        institution = programme_version.programme.institution
        parents = CataloguePage.objects.filter(
            institution=institution, locale__language_code=settings.LANGUAGE_CODE
        )
        for parent in parents:
            for number, page in enumerate(
                GuidePage.objects.live().child_of(parent).order_by("path"), start=1
            ):
                write_guide(page, target / "guides" / f"{number:02}-{page.slug}")


class GuideLoader:
    def __init__(self, guide: GuideFolder, context: LoadContext) -> None:
        self.guide, self.context = guide, context
        self.key: UUID = page_key(context.institution.key, "guide", guide.data["key"])
        self.main, *self.others = [
            Locale.objects.get_or_create(language_code=code)[0] for code in content_languages(guide.pack)
        ]
        shelf = PictureShelf(context.institution)
        self.pictures = {name: shelf.id_of(name, guide.picture(name)) for name in guide.pictures}

    def load(self) -> None:
        page = GuidePage.objects.filter(translation_key=self.key, locale=self.main).first()
        if page and self._remembered() == self._said(page):
            self.context.report.unchanged += 1
        elif page and self._remembered().rpartition("|")[2] != str(page.latest_revision_id):
            self.context.report.left_alone(page.title)
        else:
            self._write(page)

    def _write(self, page: GuidePage | None) -> None:
        fields = self._fields(self.main)
        made = self.context.report.updated if page else self.context.report.created
        if page is None:
            page = GuidePage(translation_key=self.key, locale=self.main, owner=self.context.user, **fields)
            page.slug = slugify(self.guide.data["key"])
            self._parent().add_child(instance=page)
        for name, value in fields.items():
            setattr(page, name, value)
        page.save_revision(user=self.context.user).publish(
            user=self.context.user, skip_permission_checks=True
        )
        page = GuidePage.objects.get(pk=page.pk)
        for locale in self.others:
            translate_page(page, GuidePage(**self._fields(locale)), locale, user=self.context.user)
        made.append(page.title)
        LoadedItem.objects.update_or_create(
            institution=self.context.institution,
            section="guides",
            key=self.guide.data["key"],
            defaults={"digest": self._said(page)},
        )

    def _parent(self) -> CataloguePage:
        key = page_key(self.context.institution.key, "catalogue", "root")
        return CataloguePage.objects.get(translation_key=key, locale=self.main)

    def _fields(self, locale: Locale) -> dict[str, Any]:
        code, data = locale.language_code, self.guide.data
        steps = [
            {
                "type": "step",
                "id": step["id"],
                "value": {
                    "text": step["text"][code],
                    "image": self.pictures.get(step.get("picture", "")),
                    "alt": step["alt"][code] if "alt" in step else "",
                },
            }
            for step in data["steps"]
        ]
        return {"title": data["title"][code], "summary": data["summary"][code], "steps": json.dumps(steps)}

    def _said(self, page: GuidePage) -> str:
        """What the pack says, and of which revision it made the page."""
        said = json.dumps(self.guide.data, sort_keys=True, ensure_ascii=False).encode()
        content = said + b"".join(self.guide.picture(name) for name in self.guide.pictures)
        return f"{hashlib.sha256(content).hexdigest()}|{page.latest_revision_id}"

    def _remembered(self) -> str:
        item = LoadedItem.objects.filter(
            institution=self.context.institution, section="guides", key=self.guide.data["key"]
        ).first()
        return item.digest if item else ""


def write_guide(page: GuidePage, folder: Path) -> None:
    """The files that a published guide is read from. A pack has no place for its video."""
    translations = GuidePage.objects.filter(translation_key=page.translation_key)
    pages = {each.locale.language_code: each for each in by_closeness(translations, settings.LANGUAGE_CODE)}
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    steps = []
    for number, block in enumerate(page.steps):
        values = {code: each.steps[number].value for code, each in pages.items()}
        step: dict[str, Any] = {
            "id": block.id,
            "text": {code: value["text"] for code, value in values.items()},
        }
        image = block.value["image"]
        if image:
            step["picture"] = picture_name(image)
            step["alt"] = {code: value["alt"] for code, value in values.items()}
            with image.open_file() as file:
                (folder / "pictures" / step["picture"]).write_bytes(file.read())
        steps.append(step)
    write_yaml(
        folder / "guide.yaml",
        {
            "key": page.slug,
            "title": {code: each.title for code, each in pages.items()},
            "summary": {code: each.summary for code, each in pages.items()},
            "steps": steps,
        },
        ["video"] if page.video else None,
    )
