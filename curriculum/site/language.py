"""The reader's language: chosen by her browser at first, then by herself, and remembered with her account."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import translate_url
from django.utils.translation import check_for_language
from django.views.i18n import set_language
from wagtail.users.models import UserProfile

from curriculum.people.models import Person
from curriculum.standards.accounts import Account


def choose_language(request: HttpRequest) -> HttpResponse:
    """Django's own view keeps the cookie and leads back to the same page; who is signed in has it kept for her."""
    chosen = request.POST.get("language", "")
    if request.method == "POST" and request.user.is_authenticated and chosen in dict(settings.LANGUAGES):
        remember(request.user, chosen)
    response: HttpResponse = set_language(request)
    return response


def remember(account: Account, language: str) -> None:
    """For her own pages, her papers and the CMS alike."""
    Person.objects.filter(user=account).update(language=language)
    UserProfile.objects.update_or_create(user=account, defaults={"preferred_language": language})


def welcome_in_her_language(request: HttpRequest, account: Account, response: HttpResponse) -> HttpResponse:
    """On a device where nobody has chosen a language yet, she goes on in the one of her account."""
    if settings.LANGUAGE_COOKIE_NAME in request.COOKIES:
        return response
    language = Person.objects.filter(user=account).values_list("language", flat=True).first()
    if language not in dict(settings.LANGUAGES) or not check_for_language(language):
        return response
    samesite: Any = settings.LANGUAGE_COOKIE_SAMESITE
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite=samesite,
    )
    if address := response.get("Location"):
        response["Location"] = translate_url(address, language)
    return response
