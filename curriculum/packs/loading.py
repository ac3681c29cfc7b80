"""From content to rows. A published version is never changed: a pack that differs from it is refused."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from curriculum.rules import digest
from curriculum.standards.accounts import Account
from curriculum.standards.enums import Status
from curriculum.standards.models import (
    Achievement,
    Activity,
    Figure,
    Institution,
    Module,
    Pathway,
    Programme,
    ProgrammeModule,
    ProgrammeRule,
    ProgrammeVersion,
    RuleSet,
    Standard,
    StandardVersion,
    Unit,
)
from curriculum.standards.texts import columns_of

from .comparing import differences
from .content import AchievementContent, PackContent, ProgrammeContent, StandardContent
from .writing import content_of, standard_content_of


class PublishedDiffers(Exception):
    """The pack says something else than the published version of the same name; `differences` says what."""

    def __init__(self, what: str, found: list[str]) -> None:
        super().__init__(what)
        self.what, self.differences = what, found


@transaction.atomic
def load_programme(
    *, pack: PackContent, institution: Institution, user: Account | None
) -> tuple[ProgrammeVersion, bool]:
    """Bring a programme into the database; returns its version and whether anything was written.

    A draft of the same version is replaced. Raises PublishedDiffers, with nothing written, when a published
    version says something else.
    """
    standard = _load_standard(pack.standard, institution, user) if pack.standard else None
    content = pack.programme
    programme, _ = Programme.objects.update_or_create(
        institution=institution, key=content.key, defaults=columns_of("name", content.name)
    )
    version = ProgrammeVersion.objects.filter(programme=programme, version=content.version).first()
    if version and version.is_published:
        found = differences(content_of(version), pack)
        if found:
            raise PublishedDiffers(f"{content.key} {content.version}", found)
        return version, False
    version = _draft(version, programme, standard, content)
    _write_figures(version, content)
    _write_modules(version, content, institution)
    _write_rules(version, pack, institution)
    _publish(version, content.status, user)
    return version, True


def _load_standard(
    content: StandardContent, institution: Institution, user: Account | None
) -> StandardVersion:
    standard, _ = Standard.objects.update_or_create(
        institution=institution, key=content.key, defaults=columns_of("name", content.name)
    )
    version = StandardVersion.objects.filter(standard=standard, version=content.version).first()
    if version and version.is_published:
        found = differences(standard_content_of(version), content)
        if found:
            raise PublishedDiffers(f"{content.key} {content.version}", found)
        return version
    version = version or StandardVersion(standard=standard, version=content.version)
    _fill(
        version,
        codes=list(content.codes),
        classification=list(content.classification),
        level=dict(content.level),
        places_of_work=list(content.places_of_work),
        target_population=list(content.target_population),
        legal_basis=content.legal_basis,
        units_origin=content.units_origin,
        activities_origin=content.activities_origin,
        **columns_of("general_competence", content.general_competence),
        **columns_of("includes", content.includes),
        **columns_of("excludes", content.excludes),
    )
    _write_units(version, content)
    _publish(version, content.status, user)
    return version


def _write_units(version: StandardVersion, content: StandardContent) -> None:
    version.activities.all().delete()
    version.units.all().delete()
    units = {
        unit.key: Unit.objects.create(
            standard_version=version,
            key=unit.key,
            order=order,
            transversal=unit.transversal,
            **columns_of("title", unit.title),
            **columns_of("description", unit.description),
        )
        for order, unit in enumerate(content.units, start=1)
    }
    for order, activity in enumerate(content.activities, start=1):
        row = Activity.objects.create(
            standard_version=version,
            key=activity.key,
            activity_class=activity.activity_class,
            order=order,
            **columns_of("title", activity.title),
        )
        row.units.set(units[key] for key in activity.units)


def _draft(
    version: ProgrammeVersion | None,
    programme: Programme,
    standard: StandardVersion | None,
    content: ProgrammeContent,
) -> ProgrammeVersion:
    version = version or ProgrammeVersion(programme=programme, version=content.version)
    _fill(
        version,
        standard_version=standard,
        service_type=content.service_type,
        practice_counts=content.practice_counts,
        practice_counts_origin=content.practice_counts_origin,
        legal_basis=content.legal_basis,
        **columns_of("summary", content.summary),
        **columns_of("audience", content.audience),
        **columns_of("next_steps", content.next_steps),
    )
    return version


def _write_figures(version: ProgrammeVersion, content: ProgrammeContent) -> None:
    version.figures.all().delete()
    for figure in content.figures:
        Figure.objects.create(
            programme_version=version,
            name=figure.name,
            unit=figure.unit,
            origin=figure.origin,
            amount=Decimal(figure.amount) if figure.amount is not None else None,
            null_reason=figure.null_reason,
            source=figure.source,
            line=figure.line,
            quote=figure.quote,
            candidates=list(figure.candidates),
        )


def _write_modules(version: ProgrammeVersion, content: ProgrammeContent, institution: Institution) -> None:
    version.programme_modules.all().delete()
    for order, module in enumerate(content.modules, start=1):
        row, _ = Module.objects.update_or_create(
            institution=institution,
            key=module.key,
            defaults={**columns_of("title", module.title), **columns_of("aim", module.aim)},
        )
        ProgrammeModule.objects.create(
            programme_version=version,
            module=row,
            order=order,
            online_minutes=module.online,
            class_minutes=module.in_class,
            independent_minutes=module.independent,
            practice_minutes=module.practice,
            hours_origin=module.hours_origin,
            complementary=module.complementary,
            demonstration=module.demonstration,
        )


def _write_rules(version: ProgrammeVersion, pack: PackContent, institution: Institution) -> None:
    version.programme_rules.all().delete()
    achievements = {item.rule: _write_achievement(item, institution) for item in pack.programme.achievements}
    named = [*pack.programme.requirements, *achievements]
    for order, name in enumerate(named, start=1):
        rule_set = _write_rule_set(name, pack, version, institution, achievements.get(name))
        ProgrammeRule.objects.create(programme_version=version, rule_set=rule_set, order=order)


def _write_achievement(content: AchievementContent, institution: Institution) -> Achievement:
    achievement, _ = Achievement.objects.update_or_create(
        institution=institution,
        key=content.key,
        defaults={
            "kind": content.kind,
            "codes": list(content.codes),
            "validity_months": content.validity_months,
            **columns_of("name", content.name),
            **columns_of("description", content.description),
            **columns_of("criteria", content.criteria),
        },
    )
    achievement.pathways.all().delete()
    for pathway in content.pathways:
        Pathway.objects.create(
            achievement=achievement,
            key=pathway.key,
            other_sector=pathway.other_sector,
            planned=pathway.planned,
            source=pathway.source,
            **columns_of("target", pathway.target),
            **columns_of("means", pathway.means),
        )
    return achievement


def _write_rule_set(
    name: str,
    pack: PackContent,
    version: ProgrammeVersion,
    institution: Institution,
    achievement: Achievement | None,
) -> RuleSet:
    document = pack.rules[name]
    rule_set, _ = RuleSet.objects.update_or_create(
        institution=institution,
        key=rule_key(version.programme.key, name),
        version=version.version,
        defaults={
            "stage": document["stage"],
            "achievement": achievement,
            "document": document,
            "digest": digest(document),
        },
    )
    return rule_set


def rule_key(programme_key: str, name: str) -> str:
    """Rule files have short names; in the database they carry their programme's key before them."""
    return f"{programme_key}--{name}"


def _publish(version: StandardVersion | ProgrammeVersion, status: str, user: Account | None) -> None:
    version.status = status
    if status != Status.DRAFT:
        version.published_at, version.published_by = timezone.now(), user
        if isinstance(version, ProgrammeVersion):
            version.rule_sets.update(
                status=status, published_at=version.published_at, published_by=version.published_by
            )
    version.save()


def _fill(row: StandardVersion | ProgrammeVersion, **values: Any) -> None:
    columns: Mapping[str, Any] = values
    for name, value in columns.items():
        setattr(row, name, value)
    row.save()
