"""The page tree of an institution: catalogue, programmes, modules. Lessons are placed by `lessons.py`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.text import slugify
from wagtail.models import Locale, Page, Site

from curriculum.api import modules_of_versions
from modules.models import CataloguePage, ModulePage, ProgrammePage

from .keys import page_key
from .translating import translate_page

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

    from curriculum.models import Institution, ProgrammeVersion

Texts = Mapping[str, str]


class Tree:
    """Makes sure that the pages above the lessons are there; what is there already is never changed."""

    def __init__(
        self,
        institution: "Institution",
        version: "ProgrammeVersion",
        languages: list[str],
        user: "AbstractBaseUser | None",
    ) -> None:
        self.institution, self.version, self.user = institution, version, user
        self.main, *self.others = [Locale.objects.get_or_create(language_code=code)[0] for code in languages]

    def module_pages(self) -> dict[str, ModulePage]:
        """The module pages of the version in the main language, by module key."""
        programme_page = self._programme_page()
        return {
            placed.module.key: self._page(
                ModulePage,
                key=page_key(self.institution.key, "module", placed.module.key),
                parent=programme_page,
                titles=self._texts(placed.module, "title"),
                slug=placed.module.key,
                module=placed.module,
            )
            for placed in modules_of_versions([self.version.pk])
        }

    def _programme_page(self) -> ProgrammePage:
        programme = self.version.programme
        return self._page(
            ProgrammePage,
            key=page_key(self.institution.key, "programme", programme.key),
            parent=self._institution_page(),
            titles=self._texts(programme, "name"),
            slug=programme.key,
            programme=programme,
        )

    def _institution_page(self) -> CataloguePage:
        return self._page(
            CataloguePage,
            key=page_key(self.institution.key, "catalogue", "root"),
            parent=self._front_page(),
            titles=self._texts(self.institution, "name"),
            slug=self.institution.key,
            institution=self.institution,
        )

    def _front_page(self) -> Page:
        """The root of the site in the main language. Wagtail's untouched welcome page gives way to a catalogue."""
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        if site and (site.root_page.specific_class is not Page or site.root_page.get_children().exists()):
            root = site.root_page.specific
            return root.get_translation_or_none(self.main) or root.copy_for_translation(self.main, alias=True)
        front = self._page(
            CataloguePage,
            key=page_key("", "catalogue", "front"),
            parent=Page.get_first_root_node(),
            titles={"": "Cuidar"},
            slug="cuidar",
        )
        if site is None:
            Site.objects.create(hostname="localhost", root_page=front, is_default_site=True)
        else:
            welcome, site.root_page = site.root_page, front
            site.save()
            welcome.delete()
        return front

    def _page(
        self, model: type[Any], *, key: UUID, parent: Page, titles: Texts, slug: str, **fields: Any
    ) -> Any:
        page = model.objects.filter(translation_key=key, locale=self.main).first()
        if page is None:
            page = model(
                title=_in_language(titles, self.main),
                slug=slugify(slug),
                locale=self.main,
                translation_key=key,
                owner=self.user,
                **fields,
            )
            parent.add_child(instance=page)
            page.save_revision(user=self.user).publish(user=self.user, skip_permission_checks=True)
        for locale in self.others:
            if not page.has_translation(locale):
                translated = model(title=_in_language(titles, locale), **fields)
                translate_page(page, translated, locale, user=self.user)
        return page

    def _texts(self, row: Any, field: str) -> dict[str, str]:
        codes = [locale.language_code for locale in (self.main, *self.others)]
        return {code: getattr(row, f"{field}_{code}", None) or getattr(row, field) for code in codes}


def _in_language(texts: Texts, locale: Locale) -> str:
    return texts.get(locale.language_code) or next(iter(texts.values()))
