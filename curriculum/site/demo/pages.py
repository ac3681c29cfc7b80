"""The words of the first page and of the school's own page, and who may write below it."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit
from uuid import UUID

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Locale, Site

from curriculum.people.models import Person
from curriculum.standards.models import Institution
from modules.models import CataloguePage
from modules.pack.keys import page_key
from modules.pack.translating import translate_page

from .cast import School
from .enrolling import account_of

WELCOME = {
    "es": (
        "Cuidar bien se aprende",
        "Cursos para quienes cuidan o quieren trabajar cuidando. Se estudia de a poco, también desde un celular "
        "sencillo.",
    ),
    "pt": (
        "Cuidar bem se aprende",
        "Cursos para quem cuida ou quer trabalhar cuidando. Estuda-se aos poucos, também em um celular simples.",
    ),
    "en": (
        "Caring well can be learned",
        "Courses for people who care, or want to work in care. You study little by little, on a simple phone too.",
    ),
}
PAGE_RIGHTS = ("add_page", "change_page", "publish_page")


def introduce(school: School, institution: Institution) -> None:
    """Give the pages that the pack has made their titles and introductions, in every language."""
    _say(page_key("", "catalogue", "front"), WELCOME)
    _say(
        page_key(institution.key, "catalogue", "root"),
        {code: (school.name[code], text) for code, text in school.introduction.items()},
    )


def _say(key: UUID, words: Mapping[str, tuple[str, str]]) -> None:
    """A site that has a first page of its own keeps it as it is."""
    main, *others = words
    page = CataloguePage.objects.filter(translation_key=key, locale__language_code=main).first()
    if page is None:
        return
    page.title, page.introduction = words[main]
    page.save_revision().publish()
    for code in others:
        title, introduction = words[code]
        translated = CataloguePage(title=title, introduction=introduction, institution=page.institution)
        translate_page(page, translated, Locale.objects.get(language_code=code), user=None)


def answer_at(address: str) -> None:
    """Tell Wagtail where the site is served, so that the addresses it writes lead there."""
    parts = urlsplit(address)
    site = Site.objects.get(is_default_site=True)
    here = (parts.hostname, parts.port or 80)
    if (site.hostname, site.port) != here:
        site.hostname, site.port = here
        site.save()


def let_write(staff: Iterable[Person], institution: Institution) -> None:
    """The rights of these people over their own school's pages, in every language, and over no other's."""
    group = Group.objects.create(name=f"Pages of {institution.key}")
    rights = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=PAGE_RIGHTS)
    for page in CataloguePage.objects.filter(institution=institution):
        for right in rights:
            GroupPagePermission.objects.create(group=group, page=page, permission=right)
    group.permissions.add(
        *Permission.objects.filter(content_type__app_label="wagtail_localize", codename="submit_translation")
    )
    group.user_set.add(*(account_of(person) for person in staff))
