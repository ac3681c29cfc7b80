"""Everything about one award in one piece, for reading, printing and machines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from curriculum.credentials.models import Award
from curriculum.credentials.showing import reasons_for
from curriculum.credentials.verifying import verify_awards
from curriculum.credentials.words import names_of
from curriculum.records.models import Evidence
from curriculum.standards.printing import renderer

from .sections import Section, sections_of

FORMAT = "cuidar/dossier/1"


@dataclass(frozen=True, slots=True)
class Dossier:
    """`reasons` say why the award was granted; `differences` what does not follow from the ledger any more."""

    award: Award
    as_at: datetime
    reasons: Sequence[str]
    differences: Sequence[str]
    sections: Sequence[Section]

    def as_data(self) -> dict[str, Any]:
        """As a file: names of columns do not depend on the language, dates are ISO 8601, times are in minutes."""
        award = self.award
        revocation = getattr(award, "revocation", None)
        participation = award.participation
        return {
            "format": FORMAT,
            "as_at": self.as_at.isoformat(),
            "institution": award.institution.key,
            "award": {
                "code": award.code,
                "uuid": str(award.uuid),
                "achievement": award.achievement.key,
                "inscription": award.inscription,
                "awarded_on": award.awarded_on.isoformat(),
                "expires_on": award.expires_on.isoformat() if award.expires_on else None,
                "granted_at": award.granted_at.isoformat(),
                "programme": str(participation.programme_version) if participation else None,
                "revoked_at": revocation.revoked_at.isoformat() if revocation else None,
                "revocation_reason": revocation.reason if revocation else None,
            },
            "rule_set": {
                "key": award.rule_set.key,
                "version": award.rule_set.version,
                "digest": award.rule_digest,
                "document": award.rule_set.document,
            },
            "finding": award.finding,
            "differences": list(self.differences),
            **{section.key: section.as_data() for section in self.sections},
        }


def dossier_of(award: Award) -> Dossier:
    """`award` comes with person, institution, achievement, rule set, participation and revocation at hand."""
    cited = list(Evidence.objects.filter(citations__award=award).order_by("occurred_at", "pk"))
    participation = award.participation
    names = names_of(participation.programme_version_id) if participation else {}
    return Dossier(
        award=award,
        as_at=timezone.now(),
        reasons=reasons_for(award, cited, names),
        differences=[str(each) for each in verify_awards(Award.objects.filter(pk=award.pk))],
        sections=sections_of(award),
    )


def dossier_pdf(dossier: Dossier) -> bytes:
    """On paper, in the current language, by the renderer that prints transcripts."""
    return renderer()(render_to_string("curriculum/audit/paper.html", {"dossier": dossier}))
