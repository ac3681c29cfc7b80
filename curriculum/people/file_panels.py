"""What the people room itself shows in a person's file: where she takes part, and what is known about her."""

from django.utils.translation import gettext_lazy as _

from .models import IdentityDocument, Membership, Participation, PersonFact
from .panels import FilePanel, FileVisit


def participations(visit: FileVisit) -> FilePanel:
    rows = (
        Participation.objects.filter(person=visit.person, institution__in=visit.institutions)
        .select_related("programme_version__programme", "group", "institution")
        .order_by("-started_on", "-pk")
    )
    context = {"participations": rows, "may_administer": visit.may_administer}
    return FilePanel(_("Courses and candidacies"), "curriculum/people/panel_participations.html", context)


def roles(visit: FileVisit) -> FilePanel | None:
    if not visit.may_administer:
        return None
    rows = Membership.objects.filter(person=visit.person, institution__in=visit.institutions)
    context = {"memberships": rows.select_related("institution").order_by("since", "pk")}
    return FilePanel(_("Roles"), "curriculum/people/panel_roles.html", context)


def known_about_her(visit: FileVisit) -> FilePanel | None:
    """Documents and attested facts, those that were struck out too; for administrators only."""
    if not visit.may_administer:
        return None
    here = {"person": visit.person, "institution__in": visit.institutions}
    context = {
        "documents": IdentityDocument.objects.filter(**here).order_by("pk"),
        "facts": PersonFact.objects.filter(**here).select_related("attested_by").order_by("-occurred_on"),
    }
    return FilePanel(_("Documents and facts"), "curriculum/people/panel_facts.html", context)
