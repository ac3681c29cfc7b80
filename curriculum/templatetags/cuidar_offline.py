"""The bar of every page that says what waits on this phone, and the script behind it."""

from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse

from curriculum.offline.words import bar_words

register = template.Library()


@register.inclusion_tag("curriculum/offline/bar.html", takes_context=True)
def offline_bar(context: dict[str, Any]) -> dict[str, Any]:
    """Nothing where a site leaves the service worker out."""
    try:
        worker = reverse("service_worker")
    except NoReverseMatch:
        worker = ""
    user = getattr(context.get("request"), "user", None)
    account = user.pk if user is not None and user.is_authenticated else ""
    return {"worker": worker, "account": account, "words": bar_words() if worker else {}}
