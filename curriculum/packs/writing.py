"""From rows back to content and to files: `export_pack` writes what `load_pack` reads."""

from pathlib import Path
from typing import Any

import yaml

from curriculum.rules import Stage
from curriculum.standards.models import (
    Achievement,
    Figure,
    Pathway,
    ProgrammeModule,
    ProgrammeVersion,
    RuleSet,
    StandardVersion,
)
from curriculum.standards.texts import texts_of

from .content import (
    AchievementContent,
    ActivityContent,
    FigureContent,
    ModuleContent,
    PackContent,
    PathwayContent,
    ProgrammeContent,
    StandardContent,
    UnitContent,
)
from .files import programme_data, standard_data


def content_of(version: ProgrammeVersion) -> PackContent:
    """What a programme version says, read back from its rows."""
    programme = version.programme
    rule_sets = list(version.rule_sets.select_related("achievement").order_by("programme_rules__order"))
    return PackContent(
        standard=standard_content_of(version.standard_version) if version.standard_version else None,
        rules={_rule_name(rule_set): rule_set.document for rule_set in rule_sets},
        programme=ProgrammeContent(
            key=programme.key,
            version=version.version,
            status=version.status,
            service_type=version.service_type,
            name=texts_of(programme, "name"),
            practice_counts=version.practice_counts,
            practice_counts_origin=version.practice_counts_origin,
            summary=texts_of(version, "summary"),
            audience=texts_of(version, "audience"),
            next_steps=texts_of(version, "next_steps"),
            legal_basis=version.legal_basis,
            figures=tuple(_figure(figure) for figure in version.figures.order_by("pk")),
            modules=tuple(_module(link) for link in version.programme_modules.select_related("module")),
            requirements=tuple(
                _rule_name(rule_set) for rule_set in rule_sets if rule_set.stage != Stage.AWARD.value
            ),
            achievements=tuple(
                _achievement(rule_set.achievement, _rule_name(rule_set))
                for rule_set in rule_sets
                if rule_set.achievement
            ),
        ),
    )


def standard_content_of(version: StandardVersion) -> StandardContent:
    """What a version of a standard says, read back from its rows."""
    return StandardContent(
        key=version.standard.key,
        version=version.version,
        status=version.status,
        name=texts_of(version.standard, "name"),
        general_competence=texts_of(version, "general_competence"),
        includes=texts_of(version, "includes"),
        excludes=texts_of(version, "excludes"),
        codes=tuple(version.codes),
        classification=tuple(version.classification),
        level=version.level,
        places_of_work=tuple(version.places_of_work),
        target_population=tuple(version.target_population),
        legal_basis=version.legal_basis,
        units_origin=version.units_origin,
        units=tuple(
            UnitContent(
                key=unit.key,
                title=texts_of(unit, "title"),
                description=texts_of(unit, "description"),
                transversal=unit.transversal,
            )
            for unit in version.units.all()
        ),
        activities_origin=version.activities_origin,
        activities=tuple(
            ActivityContent(
                key=activity.key,
                activity_class=activity.activity_class,
                title=texts_of(activity, "title"),
                units=tuple(unit.key for unit in activity.units.all()),
            )
            for activity in version.activities.prefetch_related("units")
        ),
    )


def _rule_name(rule_set: RuleSet) -> str:
    return rule_set.key.rpartition("--")[2]


def _figure(figure: Figure) -> FigureContent:
    return FigureContent(
        name=figure.name,
        unit=figure.unit,
        origin=figure.origin,
        amount=_plain(figure.amount) if figure.amount is not None else None,
        null_reason=figure.null_reason,
        source=figure.source,
        line=figure.line,
        quote=figure.quote,
        candidates=tuple(figure.candidates),
    )


def _plain(amount: Any) -> str:
    """A decimal without the zeros that the column adds: 152.000 is 152."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _module(link: ProgrammeModule) -> ModuleContent:
    return ModuleContent(
        key=link.module.key,
        title=texts_of(link.module, "title"),
        aim=texts_of(link.module, "aim"),
        hours_origin=link.hours_origin,
        online=link.online_minutes,
        in_class=link.class_minutes,
        independent=link.independent_minutes,
        practice=link.practice_minutes,
        complementary=link.complementary,
        demonstration=link.demonstration,
    )


def _achievement(achievement: Achievement, rule: str) -> AchievementContent:
    return AchievementContent(
        key=achievement.key,
        kind=achievement.kind,
        rule=rule,
        name=texts_of(achievement, "name"),
        description=texts_of(achievement, "description"),
        criteria=texts_of(achievement, "criteria"),
        codes=tuple(achievement.codes),
        validity_months=achievement.validity_months,
        pathways=tuple(_pathway(pathway) for pathway in achievement.pathways.order_by("pk")),
    )


def _pathway(pathway: Pathway) -> PathwayContent:
    return PathwayContent(
        key=pathway.key,
        target=texts_of(pathway, "target"),
        means=texts_of(pathway, "means"),
        other_sector=pathway.other_sector,
        planned=pathway.planned,
        source=pathway.source,
    )


def write_programme(pack: PackContent, target: Path) -> None:
    """Write the programme's own files into a folder."""
    (target / "rules").mkdir(parents=True, exist_ok=True)
    languages = sorted(pack.programme.name)
    head = {
        "schema": "cuidar/pack/1",
        "key": pack.programme.key,
        "version": pack.programme.version,
        "languages": languages,
    }
    _write(target / "pack.yaml", head)
    _write(target / "programme.yaml", programme_data(pack.programme))
    if pack.standard:
        _write(target / "standard.yaml", standard_data(pack.standard))
    for name, document in pack.rules.items():
        _write(target / "rules" / f"{name}.yaml", document)


def _write(path: Path, data: Any) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)
    path.write_text(text, encoding="utf-8")
