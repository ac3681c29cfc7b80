from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command

from curriculum.packs.comparing import differences
from curriculum.packs.folder import PackFolder
from curriculum.packs.loading import PublishedDiffers, load_programme
from curriculum.packs.reading import programme_faults, read_pack
from curriculum.packs.writing import content_of, write_programme
from curriculum.simulate.overriding import OverriddenFolder
from curriculum.standards.models import Institution, ProgrammeVersion, RuleSet
from tests.curriculum.conftest import PACK


def copy_of_pack(target: Path) -> Path:
    """The programme's own files, without lessons, where a test may change them."""
    (target / "rules").mkdir(parents=True)
    for path in [*PACK.glob("*.yaml"), *PACK.glob("rules/*.yaml")]:
        (target / path.relative_to(PACK)).write_bytes(path.read_bytes())
    return target


def change(pack: Path, name: str, **values: object) -> None:
    data = yaml.safe_load((pack / name).read_text())
    data.update(values)
    (pack / name).write_text(yaml.safe_dump(data, allow_unicode=True))


def test_the_figures_are_those_of_the_documents(version: ProgrammeVersion) -> None:
    figures = {figure.name: figure for figure in version.figures.all()}
    hours = {name: figure.amount for name, figure in figures.items() if figure.amount is not None}
    assert {name: int(amount) for name, amount in hours.items()} == {
        "programme_hours": 152,
        "practice_hours": 12,
        "levelling_hours": 20,
        "occupational_project_hours": 30,
    }
    assert figures["skills_tests"].null_reason == "not_stated"
    taught = sum(m.taught_minutes for m in version.programme_modules.filter(complementary=False))
    assert taught == 152 * 60


def test_what_is_exported_is_what_was_loaded(version: ProgrammeVersion, empty_pack: Path) -> None:
    write_programme(content_of(version), empty_pack)
    assert list(programme_faults(PackFolder(empty_pack))) == []
    assert differences(read_pack(PackFolder(empty_pack)), read_pack(PackFolder(PACK))) == []


def test_loading_again_writes_nothing(version: ProgrammeVersion, institution: Institution) -> None:
    pack = read_pack(PackFolder(PACK))
    assert load_programme(pack=pack, institution=institution, user=None) == (version, False)


def test_a_published_version_is_refused_with_its_differences(
    version: ProgrammeVersion, institution: Institution, empty_pack: Path
) -> None:
    change(copy_of_pack(empty_pack), "programme.yaml", legal_basis="Ley 19.353")
    with pytest.raises(PublishedDiffers) as refused:
        load_programme(pack=read_pack(PackFolder(empty_pack)), institution=institution, user=None)
    assert refused.value.differences == ["programme.legal_basis: Decreto 117-016 (l. 822) → Ley 19.353"]


def test_every_fault_comes_at_once_with_file_and_line(empty_pack: Path) -> None:
    copy_of_pack(empty_pack)
    programme = (empty_pack / "programme.yaml").read_text()
    broken = programme.replace('online: "1:11"', 'online: "40 min"').replace(
        "kind: qualification", "kind: degree"
    )
    (empty_pack / "programme.yaml").write_text(broken)
    (empty_pack / "standard.yaml").write_text("key: [1,\n  oops: {")
    (empty_pack / "rules" / "entry.yaml").write_bytes("stage: formación".encode("latin-1"))
    (empty_pack / "rules" / "levelling.yaml").write_text("")
    found = [str(fault) for fault in programme_faults(PackFolder(empty_pack))]
    lines = broken.splitlines()
    hours_line = next(i for i, line in enumerate(lines, 1) if "40 min" in line)
    kind_line = next(i for i, line in enumerate(lines, 1) if "kind: degree" in line)
    assert any(text.startswith(f"programme.yaml:{hours_line}: ") and "40 min" in text for text in found)
    assert any(text.startswith(f"programme.yaml:{kind_line}: ") and "qualification" in text for text in found)
    # The two parsers of PyYAML name the line where it breaks off, or the one after it.
    assert any(text.startswith(("standard.yaml:2: ", "standard.yaml:3: ")) for text in found)
    assert any(text.startswith("rules/entry.yaml: ") and "UTF-8" in text for text in found)
    assert any(text.startswith("rules/levelling.yaml") for text in found)


def test_hours_that_do_not_add_up_and_names_that_do_not_exist_are_faults(empty_pack: Path) -> None:
    copy_of_pack(empty_pack)
    programme = (empty_pack / "programme.yaml").read_text()
    (empty_pack / "programme.yaml").write_text(programme.replace('class: "14:49"', 'class: "13:49"'))
    rule = (empty_pack / "rules" / "levelling.yaml").read_text()
    (empty_pack / "rules" / "levelling.yaml").write_text(
        rule.replace("module: levelling", "module: levellling")
    )
    found = {fault.path: fault.text for fault in programme_faults(PackFolder(empty_pack))}
    assert "151" in found["programme.yaml"]
    assert "152" in found["programme.yaml"]
    assert "levellling" in found["rules/levelling.yaml"]


def test_a_published_rule_cannot_be_changed_in_the_database(version: ProgrammeVersion) -> None:
    from django.db import DatabaseError, transaction

    with pytest.raises(DatabaseError), transaction.atomic():
        RuleSet.objects.filter(programme_versions=version).update(digest="sha256:0")


def test_an_unknown_pack_says_which_are_known(institution: Institution) -> None:
    with pytest.raises(CommandError, match="to mend"):
        call_command("load_pack", "no-such-pack", language="en")
    with pytest.raises(CommandError, match="por corregir"):  # the language of the site
        call_command("load_pack", "no-such-pack")


def test_a_rule_asks_for_as_much_class_as_the_module_has() -> None:
    asked = {"node": "programme_hours", "minutes": 9120, "practice": "beside"}
    asked |= {"class_attendance": {"role-of-carers": 60}}
    root = {"node": "all_of", "of": [asked]}
    changed = OverriddenFolder(PackFolder(PACK), {"rules/qualification.yaml": {"root": root}})
    (fault,) = programme_faults(changed)
    assert dict(fault.values) == {"asked": "60", "key": "role-of-carers", "planned": "1281"}
