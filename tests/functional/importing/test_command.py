"""`flask --app wsgi content import DIR`: what it says and how it ends."""

from pathlib import Path

from flask import Flask
from sqlalchemy import select

from app.core.db import db
from app.core.outbox import OutboxItem
from tests.browsing import Visitor
from tests.imported_folder import write_files


def content_import(app: Flask, *arguments: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=["content", "import", *arguments])
    return result.exit_code, result.output


def test_it_tells_per_file_what_it_did_and_what_it_could_not_do(app: Flask, tmp_path: Path) -> None:
    text = "# Een\n\nZie [b](b.md) en [c](c.md).\n"
    write_files(tmp_path, {"a.md": text, "b.md": "# B\n", "fout.md": b"\xff"})
    code, said = content_import(app, str(tmp_path))
    assert code == 0
    assert said.splitlines() == [
        "a.md: nieuwe pagina /pagina/een",
        "  - link naar c.md: dat bestaat niet in deze map; alleen de woorden bleven staan",
        "b.md: nieuwe pagina /pagina/b",
        "fout.md: NIET ingelezen: regel 1 is geen UTF-8. Sla het bestand op als UTF-8.",
        "Bestanden: 3 (2 nieuw, 1 niet ingelezen).",
    ]


def test_pages_links_and_search_are_right_at_once(app: Flask, tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": "# Aardbei\n\nZie [b](b.md).\n", "b.md": "# Bosbes\n\nTekst.\n"})
    assert content_import(app, str(tmp_path))[0] == 0
    with app.app_context():
        assert db.session.scalars(select(OutboxItem.id).where(OutboxItem.done_at.is_(None))).all() == []
    visitor = Visitor(app)
    assert 'href="/pagina/bosbes"' in visitor.get("/pagina/aardbei").text
    assert "Bosbes" in visitor.get("/paginas").text
    assert "/pagina/bosbes" in visitor.get("/zoeken?q=bosbes").text


def test_a_moved_folder_keeps_its_pages_under_its_name(app: Flask, tmp_path: Path) -> None:
    for place in ("hier", "daar"):
        folder = write_files(tmp_path / place, {"a.md": "# Een\n"})
        code, said = content_import(app, str(folder), "--name", "richtlijnen")
        assert code == 0
    assert "a.md: niet gewijzigd, blijft /pagina/een" in said


def test_it_fails_when_there_is_nothing_to_import(app: Flask, tmp_path: Path) -> None:
    assert content_import(app, str(tmp_path)) == (
        1,
        f"Error: In de map {tmp_path} staan geen Markdown-bestanden.\n",
    )
    code, said = content_import(app, str(tmp_path / "weg"))
    assert (code, "bestaat niet" in said) == (1, True)
    write_files(tmp_path, {"a.md": b"\xff"})
    code, said = content_import(app, str(tmp_path))
    assert (code, "Geen enkel bestand kon worden ingelezen." in said) == (1, True)


def test_a_name_or_text_from_outside_does_not_steer_the_terminal(app: Flask, tmp_path: Path) -> None:
    write_files(tmp_path, {"a\x1b[31m\n.md": "[x](weg\x1b[2J.md)\n"})
    code, said = content_import(app, str(tmp_path))
    assert code == 0
    assert "\x1b" not in said
