"""The words of the first page and of the school's own page, and who may write below it."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit
from uuid import UUID

from django.contrib.auth.models import Group, Permission
from django.db.models import Model
from wagtail.models import GroupPagePermission, Locale, Page, Site

from curriculum.people.models import Person
from curriculum.standards.models import Institution, ProgrammeVersion
from modules.models import CataloguePage, ProgrammePage
from modules.pack.keys import page_key
from modules.pack.translating import translate_page

from .cast import School
from .enrolling import account_of

WELCOME = {
    "es": {
        "title": "Cuidar bien se aprende",
        "introduction": "Cursos para quienes cuidan o quieren trabajar cuidando. Se estudia de a poco, también desde "
        "un celular sencillo.",
    },
    "pt": {
        "title": "Cuidar bem se aprende",
        "introduction": "Cursos para quem cuida ou quer trabalhar cuidando. Estuda-se aos poucos, também em um "
        "celular simples.",
    },
    "en": {
        "title": "Caring well can be learned",
        "introduction": "Courses for people who care, or want to work in care. You study little by little, on a "
        "simple phone too.",
    },
}
COURSE = {
    "es": {"summary": "152 horas y 12 de práctica en lugares reales. No se pide experiencia."},
    "pt": {"summary": "152 horas e 12 de prática em lugares reais. Não se pede experiência."},
    "en": {"summary": "152 hours, and 12 of practice in real places. No experience is asked for."},
}
PAGE_RIGHTS = ("add_page", "change_page", "publish_page")


def introduce(school: School, version: ProgrammeVersion) -> None:
    """Give the pages that the pack has made their words, in every language."""
    programme, institution = version.programme, version.programme.institution
    said = {code: {"introduction": text} for code, text in school.introduction.items()}
    _say(WELCOME, CataloguePage, page_key("", "catalogue", "front"))
    _say(said, CataloguePage, page_key(institution.key, "catalogue", "root"), institution=institution)
    _say(COURSE, ProgrammePage, page_key(institution.key, "programme", programme.key), programme=programme)


def _say(words: Mapping[str, Mapping[str, str]], model: type[Page], key: UUID, **about: Model) -> None:
    """Write words on one page; a site that has a first page of its own keeps it as it is."""
    main, *others = words
    page = model.objects.filter(translation_key=key, locale__language_code=main).first()
    if page is None:
        return
    titles = {code: _title(page, code) for code in others}
    _fill(page, words[main])
    page.save_revision().publish()
    for code in others:
        translated = model(title=titles[code], **about)
        _fill(translated, words[code])
        translate_page(page, translated, Locale.objects.get(language_code=code), user=None)


def _title(page: Page, language: str) -> str:
    return page.get_translation(Locale.objects.get(language_code=language)).title


def _fill(page: Page, words: Mapping[str, str]) -> None:
    for name, text in words.items():
        setattr(page, name, text)


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
