"""A site that was backed up comes back whole, onto an empty site and nothing else."""

import hashlib
import io
import tarfile
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from curriculum.backup.archive import read_manifest
from curriculum.backup.databases import rows_by_table
from curriculum.backup.files import all_files
from curriculum.models import Award, Evidence, Person
from curriculum.records import guards

from .sites import a_site, fill

pytestmark = pytest.mark.usefixtures("db")
WORDS = "four plain words here"


def back_up(target: Path) -> Path:
    words = target.with_suffix(".words")
    words.write_text(WORDS)
    call_command("backup", str(target), passphrase_file=str(words))
    return target


def digests() -> dict[str, str]:
    found = {}
    for member, storage, name in all_files():
        with storage.open(name) as content:
            found[member] = hashlib.sha256(content.read()).hexdigest()
    return found


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    with a_site(tmp_path / "first"):
        fill()
        return back_up(tmp_path / "site.tar")


def test_a_site_comes_back_with_every_row_file_and_award(tmp_path, capsys):
    with a_site(tmp_path / "first"):
        fill()
        archive = back_up(tmp_path / "site.tar")
        before = rows_by_table(), digests()
    with a_site(tmp_path / "second"):
        assert not Person.objects.exists()
        call_command("restore", str(archive), language="en")
        after = rows_by_table(), digests()
        assert after == before
        assert len(after[1]) == 3
        assert Award.objects.count() == 2
        assert guards.missing(connection) == []
        with pytest.raises(Exception, match="append-only"):
            Evidence.objects.update(minutes=1)
    assert "Every award was asked about: no differences." in capsys.readouterr().out


def test_progress_is_shown(capsys, archive):
    assert "100 %  4/4  files/private/jobs/2026/03/expediente.pdf" in capsys.readouterr().out


def test_a_site_in_use_is_left_alone(archive, tmp_path):
    with a_site(tmp_path / "second"):
        Person.objects.create(name="Carla")
        with pytest.raises(
            CommandError, match=r"in use: there are rows in curriculum_person\. Nothing was changed"
        ):
            call_command("restore", str(archive), language="en")
        assert [person.name for person in Person.objects.all()] == ["Carla"]


def test_files_of_somebody_else_are_left_alone(archive, tmp_path):
    with a_site(tmp_path / "second") as folder:
        strange = folder / "media" / "own.txt"
        strange.parent.mkdir()
        strange.write_text("mine")
        with pytest.raises(CommandError, match=r"such as files/default/own\.txt"):
            call_command("restore", str(archive), language="en")
        assert strange.read_text() == "mine"


def test_an_interrupted_restore_can_be_given_again(archive, tmp_path):
    with a_site(tmp_path / "second") as folder:
        half = folder / "media" / "images" / "manos.png"
        half.parent.mkdir(parents=True)
        half.write_bytes(b"half")
        call_command("restore", str(archive))
        assert half.read_bytes() == b"\x89PNG manos"
        assert Award.objects.count() == 2


@pytest.mark.parametrize("harm", ["flip", "cut"])
def test_a_damaged_archive_changes_nothing(archive, tmp_path, harm):
    content = bytearray(archive.read_bytes())
    if harm == "flip":
        content[content.index(b"\x89PNG manos") + 1] ^= 1
    else:
        del content[len(content) // 2 :]
    archive.write_bytes(content)
    with a_site(tmp_path / "second"):
        with pytest.raises(CommandError, match=r"damaged|not written to its end"):
            call_command("restore", str(archive), language="en")
        assert not Person.objects.exists()
        assert all_files() == []


def test_an_archive_cannot_write_outside_its_folders(archive, tmp_path):
    manifest = read_manifest(archive)
    bad = tmp_path / "bad.tar"
    text = manifest.encoded().replace(b"images/manos.png", b"../../../escaped")
    with tarfile.open(archive) as old, tarfile.open(bad, "w") as new:
        for info in old:
            content = old.extractfile(info)
            info.name = info.name.replace("images/manos.png", "../../../escaped")
            if info.name == "manifest.json":
                info.size, content = len(text), io.BytesIO(text)
            new.addfile(info, content)
    with a_site(tmp_path / "second"):
        with pytest.raises(CommandError, match="outside of its folder"):
            call_command("restore", str(bad), language="en")
        assert not Person.objects.exists()
    assert not list(tmp_path.rglob("escaped*"))


def test_the_other_kind_of_database_is_refused(archive, tmp_path):
    other = b"postgresql" if connection.vendor == "sqlite" else b"sqlite"
    own = connection.vendor.encode()
    with tarfile.open(archive) as old:
        manifest = read_manifest(archive)
        assert manifest.engine == connection.vendor
        manifest.engine = other.decode()
        with tarfile.open(tmp_path / "other.tar", "w") as new:
            for info in old:
                content = old.extractfile(info)
                if info.name == "manifest.json":
                    import io

                    info.size, content = len(manifest.encoded()), io.BytesIO(manifest.encoded())
                new.addfile(info, content)
    with a_site(tmp_path / "second"), pytest.raises(CommandError, match=f"this site has {own.decode()}"):
        call_command("restore", str(tmp_path / "other.tar"), language="en")


def test_an_archive_is_never_written_over(archive):
    with pytest.raises(CommandError, match="is there already"):
        call_command("backup", str(archive), without_keys=True, language="en")


def test_only_the_operator_can_read_what_was_written(archive):
    assert [path.stat().st_mode & 0o077 for path in (archive, Path(f"{archive}.keys"))] == [0, 0]


def test_the_keys_open_with_the_passphrase_alone(archive, tmp_path, settings):
    right, wrong = tmp_path / "right", tmp_path / "wrong"
    right.write_text(WORDS)
    wrong.write_text("other words entirely")
    keys = f"{archive}.keys"
    assert settings.SECRET_KEY.encode() not in Path(keys).read_bytes() + archive.read_bytes()
    with pytest.raises(CommandError, match="does not open these keys"):
        call_command("open_keys", keys, str(tmp_path / "no"), passphrase_file=str(wrong), language="en")
    call_command("open_keys", keys, str(tmp_path / "env"), passphrase_file=str(right))
    assert f"CUIDAR_SECRET_KEY='{settings.SECRET_KEY}'" in (tmp_path / "env").read_text()


def test_another_key_is_named_after_restoring(archive, tmp_path, settings, capsys):
    with a_site(tmp_path / "second"):
        settings.SECRET_KEY = "another one"
        call_command("restore", str(archive), language="en")
    assert "CUIDAR_SECRET_KEY is another than on the site" in capsys.readouterr().out


def test_a_weak_passphrase_is_refused_and_nothing_appears(tmp_path):
    words = tmp_path / "words"
    words.write_text("1234")
    with a_site(tmp_path / "first"), pytest.raises(CommandError, match="too short"):
        call_command("backup", str(tmp_path / "s.tar"), passphrase_file=str(words), language="en")
    assert not list(tmp_path.glob("s.tar*"))
