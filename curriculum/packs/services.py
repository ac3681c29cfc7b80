"""Checking, loading and exporting a whole pack, with the parts that plugins have registered."""

from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext_noop

from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution, ProgrammeVersion

from .faults import PackError, PackFault
from .folder import PackFolder
from .loading import load_programme
from .reading import programme_faults, read_pack
from .sections import LoadContext, LoadReport, NotingSection, sections
from .writing import content_of, write_programme

LIBRARY = Path(__file__).parent / "library"


def find_pack(name: str) -> PackFolder:
    """A pack by the path of its folder, or by its name in the library that comes with the package.

    Raises PackError when there is neither.
    """
    for root in (Path(name), LIBRARY / name):
        if root.is_dir():
            return PackFolder(root)
    known = ", ".join(sorted(child.name for child in LIBRARY.iterdir() if child.is_dir()))
    message = gettext_noop("There is no such folder. Give the path of a pack, or one of: %(known)s.")
    raise PackError([PackFault(name, 0, message, (("known", known),))])


def faults_of(folder: PackFolder) -> list[PackFault]:
    """Everything that is wrong with a pack, in order of file and line; empty when it can be loaded."""
    found = list(programme_faults(folder))
    for section in sections():
        found += section.check(folder)
    return sorted(set(found))


def notes_on(folder: PackFolder) -> list[PackFault]:
    """What somebody should see to in a pack that can be loaded; a section may have nothing of the kind to say."""
    found: list[PackFault] = []
    for section in sections():
        if isinstance(section, NotingSection):
            found += section.notes(folder)
    return sorted(set(found))


@transaction.atomic
def load_pack(
    *, folder: PackFolder, institution: Institution, user: Account | None = None
) -> tuple[ProgrammeVersion, LoadReport]:
    """Load a pack, or nothing of it. The same pack again changes nothing; what people changed since is kept.

    Raises PackError with all faults, or PublishedDiffers.
    """
    faults = faults_of(folder)
    if faults:
        raise PackError(faults)
    report = LoadReport()
    version, written = load_programme(pack=read_pack(folder), institution=institution, user=user)
    if written:
        report.created.append(str(version))
    else:
        report.unchanged += 1
    context = LoadContext(institution, version, report, user)
    for section in sections():
        section.load(folder, context)
    return version, report


def export_pack(*, programme_version: ProgrammeVersion, target: Path) -> None:
    """Write a programme version with all its parts as a folder that `load_pack` reads."""
    target.mkdir(parents=True, exist_ok=True)
    write_programme(content_of(programme_version), target)
    for section in sections():
        section.export(programme_version, target)
