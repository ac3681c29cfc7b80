"""What the public page of a programme shows beside its own words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from curriculum.api import Offer, offer_of

from .models import GuidePage, ModulePage

if TYPE_CHECKING:
    from .models import ProgrammePage


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """The offer; where each of its modules is read, by id of module; the pages that tell how it works."""

    offer: Offer | None
    addresses: dict[int, str]
    guides: list[GuidePage]


def facts_of(page: "ProgrammePage") -> ProgrammeFacts:
    """Everything about the page's programme, in the current language."""
    offer = offer_of(page.programme_id)
    module_ids = [line.placed.module_id for line in offer.modules] if offer else []
    pages = ModulePage.objects.live().filter(module_id__in=module_ids)
    keys: dict[int, UUID] = dict(pages.values_list("module_id", "translation_key"))
    addresses = {module_id: reverse("modules:module", args=[key]) for module_id, key in keys.items()}
    return ProgrammeFacts(offer, addresses, list(GuidePage.objects.live().sibling_of(page).order_by("path")))
