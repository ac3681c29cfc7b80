"""What a credential says: an award as Open Badges 3.0, with what the European list of eleven elements asks for.

Texts are in the language in which the award was granted first. A person is a random name; nothing else of hers is in
it. No word of it may lie outside the two vocabularies: `tests` expand and compact one of each kind.
"""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.translation import gettext as _

from curriculum.standards.durations import hours_text
from curriculum.standards.models import Institution, StandardVersion

from ..checking.content import Content, content_of
from ..models import Award
from .addresses import did_of, published
from .contexts import CREDENTIALS, OPEN_BADGES
from .models import Credential, HolderName
from .proofs import moment_text

Json = dict[str, Any]


def document_of(credential: Credential, award: Award, holder: HolderName) -> Json:
    """The credential without its proof; at most six queries."""
    language = next(iter(award.inscription.get("titles", {})), "es")
    with translation.override(language):
        return _document(credential, award, holder, language)


def _document(credential: Credential, award: Award, holder: HolderName, language: str) -> Json:
    content = content_of(award)
    institution = award.institution
    until = {"validUntil": _end_of(award)} if award.expires_on else {}
    return {
        "@context": [CREDENTIALS, OPEN_BADGES],
        "id": f"urn:uuid:{credential.uuid}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": award.title,
        **_demonstration(content),
        "issuer": issuer(institution, award.inscription["issuers"].get(language, institution.name)),
        "validFrom": moment_text(award.granted_at),
        **until,
        "credentialSubject": {
            "id": f"urn:uuid:{holder.urn}",
            "type": ["AchievementSubject"],
            "achievement": _achievement(award, content, language),
            "result": _results(award, content),
        },
        "credentialStatus": status_entry(credential),
        "evidence": _evidence(content),
    }


def issuer(institution: Institution, name: str) -> Json:
    return {
        "id": did_of(institution),
        "type": ["Profile"],
        "name": name,
        "url": published(institution, "did.json"),
        "address": {"type": ["Address"], "addressCountryCode": institution.country.upper()},
    }


def status_entry(credential: Credential) -> Json:
    address = published(credential.institution, "status", f"{credential.list_number}.json")
    return {
        "id": f"{address}#{credential.list_place}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(credential.list_place),
        "statusListCredential": address,
    }


def _achievement(award: Award, content: Content, language: str) -> Json:
    achievement = award.achievement
    key, version = achievement.key, award.rule_set.version
    narrative = achievement.criteria or award.title
    found: Json = {
        "id": published(award.institution, "achievements", key, version),
        "type": ["Achievement"],
        "achievementType": "Certification" if achievement.kind == "qualification" else "MicroCredential",
        "name": award.title,
        "description": achievement.description or narrative,
        "inLanguage": language,
        "version": version,
        "humanCode": award.code,
        "criteria": {
            "id": published(award.institution, "rules", f"{_hex(award)}.json"),
            "narrative": narrative,
        },
        "resultDescription": [
            {
                "id": _result_id(award, name),
                "type": ["ResultDescription"],
                "name": words,
                "resultType": "Result",
            }
            for name, words in _result_names().items()
        ],
    }
    alignment = [*_units(award, content), *_classes(award)]
    return {**found, "alignment": alignment} if alignment else found


def _demonstration(content: Content) -> Json:
    """A file from a demonstration says in itself that it proves nothing."""
    said = _("A demonstration: it rests on a module that is only an outline. It proves nothing.")
    return {"description": said} if content.is_demonstration else {}


def _hex(award: Award) -> str:
    return award.rule_digest.rsplit(":", 1)[-1]


def _result_id(award: Award, name: str) -> str:
    return published(
        award.institution, "achievements", award.achievement.key, award.rule_set.version + f"#{name}"
    )


def _result_names() -> dict[str, str]:
    return {
        "study": _("Hours of study"),
        "practice": _("Hours of practice"),
        "level": _("Level"),
        "assessment": _("How it was assessed"),
        "participation": _("How it was taken part in"),
        "quality": _("Quality assurance"),
    }


def _results(award: Award, content: Content) -> list[Json]:
    not_stated = _("not stated")
    values = {
        "study": hours_text(content.study_minutes) if content.study_minutes else not_stated,
        "practice": hours_text(content.practice_minutes) if content.practice else _("not applicable"),
        "level": _level(award) or not_stated,
        "assessment": ", ".join(content.methods) or not_stated,
        "participation": _("Training") if content.modules else _("Recognition of what was learned before"),
        "quality": not_stated,
    }
    return [
        {"type": ["Result"], "resultDescription": _result_id(award, name), "value": value}
        for name, value in values.items()
    ]


def _evidence(content: Content) -> list[Json]:
    """At least the statement of the whole; never a place of practice or whoever was cared for."""
    genres = [
        (_("Module completed"), content.modules),
        (_("Assessed in"), content.units),
        (_("Made up of"), content.members),
        (
            _("Approved practice"),
            tuple(f"{line.place}: {hours_text(line.minutes)}" for line in content.practice),
        ),
    ]
    return [{"type": ["Evidence"], "genre": genre, "name": name} for genre, names in genres for name in names]


def _units(award: Award, content: Content) -> list[Json]:
    standard = _standard(award)
    if standard is None:
        return []
    where = published(award.institution, "standards", standard.standard.key, standard.version)
    return [
        {
            "type": ["Alignment"],
            "targetType": "CFItem",
            "targetName": title,
            "targetFramework": str(standard),
            "targetUrl": f"{where}#{key}",
        }
        for key, title in content.unit_keys.items()
    ]


def _classes(award: Award) -> list[Json]:
    """ISCO, ISCED and national codes of the standard."""
    standard = _standard(award)
    classification = standard.classification if standard else []
    return [
        {
            "type": ["Alignment"],
            "targetType": "ext:classification",
            "targetName": entry.get("label") or entry["value"],
            "targetCode": entry["value"],
            "targetFramework": entry["scheme"],
            "targetUrl": f"urn:{entry['scheme']}:{entry['value']}".lower().replace(" ", "-"),
        }
        for entry in classification
        if entry.get("value")
    ]


def _level(award: Award) -> str:
    standard = _standard(award)
    level = standard.level if standard else {}
    if not level.get("value"):
        return ""
    return " ".join(str(level[part]) for part in ("value", "framework") if level.get(part))


def _standard(award: Award) -> StandardVersion | None:
    version = award.participation.programme_version if award.participation else None
    return version.standard_version if version else None


def _end_of(award: Award) -> str:
    """The end of the last valid day where the institution is."""
    assert award.expires_on is not None  # noqa: S101 — asked before
    day = datetime.combine(award.expires_on, time(), ZoneInfo(award.institution.time_zone))
    return moment_text((day + timedelta(days=1)).astimezone(UTC) - timedelta(seconds=1))
