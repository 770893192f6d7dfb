"""Bad files get one clear line each, and the good files are imported."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from app.core.db import db
from app.importing.kinds import Outcome, Refusal
from app.importing.wording import REFUSALS
from app.pages.models import Revision
from tests.imported_folder import imported

BAD: dict[str, tuple[str | bytes, Refusal]] = {
    "latin.md": ("# Titel\n\nPrivé".encode("latin-1"), Refusal.NOT_UTF8),
    "nul.md": (b"# Titel\n\n\0", Refusal.HOLDS_NUL),
    "groot.md": (b"a" * 5 * 1024 * 1024, Refusal.TOO_LARGE),
    "lang.md": ("woord " * 40_000, Refusal.TEXT_TOO_LONG),
    "yaml.md": ("---\ntitle: [\n---\n\nTekst.\n", Refusal.FRONT_MATTER_BROKEN),
    "lijst.md": ("---\n- een\n- twee\n---\n\nTekst.\n", Refusal.FRONT_MATTER_BROKEN),
    "alias.md": ("---\na: &a [x]\nb: [*a, *a]\n---\n\nTekst.\n", Refusal.FRONT_MATTER_BROKEN),
    "diep.md": ("---\na: " + "[" * 9_000 + "\n---\n\nTekst.\n", Refusal.FRONT_MATTER_BROKEN),
    "datum.md": ("---\ndate: 2026-13-45\n---\n\nTekst.\n", Refusal.FRONT_MATTER_BROKEN),
    "object.md": ("---\na: !!python/object/apply:os.getcwd []\n---\n\nTekst.\n", Refusal.FRONT_MATTER_BROKEN),
    "open.md": ("---\ntitle: Zonder einde\n\nTekst.\n", Refusal.FRONT_MATTER_OPEN),
    "kop.md": (f"---\na: {'x' * 30_000}\n---\n\nTekst.\n", Refusal.FRONT_MATTER_TOO_LARGE),
}


def test_every_bad_file_gets_its_line_and_the_good_one_is_imported(context: Flask, tmp_path: Path) -> None:
    report = imported(tmp_path, {"goed.md": "Tekst.\n", **{name: text for name, (text, _) in BAD.items()}})
    assert {name: report[name].refusal for name in BAD} == {name: why for name, (_, why) in BAD.items()}
    assert report["goed.md"].outcome is Outcome.CREATED
    assert len(db.session.scalars(select(Revision)).all()) == 1


def test_a_refused_file_is_imported_once_it_is_mended(context: Flask, tmp_path: Path) -> None:
    imported(tmp_path, {"a.md": b"\xff"})
    assert imported(tmp_path)["a.md"].outcome is Outcome.REFUSED
    assert imported(tmp_path, {"a.md": "# Beter\n"})["a.md"].outcome is Outcome.CREATED


def test_a_link_of_the_file_system_never_leaves_the_folder(context: Flask, tmp_path: Path) -> None:
    outside = tmp_path / "buiten"
    outside.mkdir()
    (outside / "geheim.md").write_text("# Geheim\n")
    (outside / "geheim.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    folder = tmp_path / "binnen"
    folder.mkdir()
    (folder / "los.md").symlink_to(outside / "geheim.md")
    (folder / "map").symlink_to(outside)
    (folder / "kring").symlink_to(folder)
    report = imported(folder, {"a.md": "![x](map/geheim.png) ![y](../buiten/geheim.png)\n"})
    assert report["los.md"].refusal is Refusal.LEAVES_FOLDER
    assert report["a.md"].outcome is Outcome.CREATED
    assert [revision.body for revision in db.session.scalars(select(Revision))] == ["x y\n"]


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("leeg.md", "", "Leeg"),
        ("alleen-kop.md", "---\ntitle: Alleen dit\n---\n", "Alleen dit"),
        ("rare naam é 'x' & \"y\" #1.md", "Tekst.", "Rare naam é 'x' & \"y\" #1"),
        ("regel\n\x1b[31m.md", "Tekst.", "Regel [31m"),
        ("-.md", "Tekst.", "Pagina"),
        ("/".join(["diep"] * 60) + "/a.md", "# Diep\n", "Diep"),
        ("teken.md", '---\ntitle: "a\\0b\\uD800c"\n---\n', "A b c"),
        ("lang.md", f"# {'woord ' * 60}\n", ("woord " * 25).strip()[:144].strip() + "…"),
    ],
)
def test_odd_files_become_pages(context: Flask, tmp_path: Path, name: str, text: str, title: str) -> None:
    report = imported(tmp_path, {name: text})
    assert [file.outcome for file in report.values()] == [Outcome.CREATED]
    assert db.session.scalars(select(Revision.title)).one().casefold() == title.casefold()


def test_every_refusal_has_its_sentence() -> None:
    assert set(REFUSALS) == set(Refusal)
