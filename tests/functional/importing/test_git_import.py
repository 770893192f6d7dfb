"""A git history becomes pages with their versions, again and again, and nothing in it is ever run."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from app.accounts.kinds import AccountKind
from app.accounts.models import Account
from app.core.db import db
from app.core.outbox import run_due
from app.importing.history.run import import_history
from app.importing.kinds import Outcome, Refusal, Remark
from app.importing.report import FileReport
from app.importing.run import outside_the_guide
from app.pages.history_queries import RevisionRow, page_revisions
from app.pages.models import Page, PageSlug
from app.pages.texts import current_text
from tests.browsing import Visitor
from tests.builders import BuiltPage, at, revise_page
from tests.git_history import Repository
from tests.imported_folder import WITHOUT_INDEX, row_counts


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "geschiedenis")


def imported(source: Path) -> dict[str, FileReport]:
    """Import as the command does; what became of each file."""
    report = import_history(source, outside_the_guide("geschiedenis"))
    while run_due(WITHOUT_INDEX):
        pass
    return {file.path: file for file in report.files}


def page_id(slug: str) -> int:
    return db.session.scalars(select(PageSlug.page_id).where(PageSlug.slug == slug)).one()


def versions(slug: str) -> list[RevisionRow]:
    """Oldest first."""
    return page_revisions(page_id(slug), names=True, limit=50)[::-1]


def body(slug: str) -> str:
    text = current_text(page_id(slug))
    assert text
    return text.content.body


def build_history(repository: Repository) -> None:
    """A page that is written, renamed on a branch by two people, and merged; and one that is taken away."""
    repository.commit("Begin", {"a.md": "# Eerste titel\n\nEen zin. [Weg](weg.md).\n", "weg.md": "# Weg\n"})
    repository.git("switch", "--quiet", "-c", "tak")
    repository.git("mv", "a.md", "b.md")
    text = "# Tweede titel\n\nEen zin. [Weg](weg.md).\n"
    repository.commit("Andere titel\n\nDeze zegt meer.", {"b.md": text}, author="Sam Voorbeeld")
    repository.commit("Nog een zin", {"b.md": text + "\nNog een.\n"}, author="Fenna Voorbeeld")
    repository.git("switch", "--quiet", "main")
    repository.git(
        "merge", "--quiet", "--no-ff", "-m", "Voeg samen\n\nDit hoort erbij.", "tak", author="Redactie"
    )
    repository.git("rm", "--quiet", "weg.md")
    repository.commit("Niet meer nodig")


def test_every_version_is_there_with_who_when_and_why(
    context: Flask, repository: Repository, tmp_path: Path
) -> None:
    build_history(repository)
    reports = imported(repository.bundle(tmp_path / "a.bundle"))
    assert {path: file.outcome for path, file in reports.items()} == {
        "b.md": Outcome.CREATED,
        "weg.md": Outcome.ARCHIVED,
    }
    first, second = versions("tweede-titel")
    assert (first.authors, first.change_note, first.published_at) == (
        ("Noor Voorbeeld",),
        "Begin",
        at(3, month=1, year=2024),
    )
    assert set(second.authors) == {"Fenna Voorbeeld", "Sam Voorbeeld"}
    assert (second.change_note, second.reason) == ("Voeg samen", "Dit hoort erbij.")
    assert page_id("eerste-titel") == page_id("tweede-titel")
    assert body("tweede-titel") == "Een zin. [Weg](/pagina/weg).\n\nNog een.\n"
    assert db.session.get_one(Page, page_id("weg")).archived_at
    people = db.session.scalars(select(Account)).all()
    assert {(person.kind, person.active, person.email_key) for person in people} == {
        (AccountKind.IMPORTED, False, None)
    }


def test_old_versions_are_read_and_compared_though_they_were_not_rendered(
    app: Flask, repository: Repository
) -> None:
    build_history(repository)
    with app.app_context():
        imported(repository.folder)
    visitor = Visitor(app)
    assert "geen zichtbaar verschil" not in visitor.get("/pagina/tweede-titel/versies").text
    assert "Een zin." in visitor.get("/pagina/tweede-titel/versies/1").text
    assert "Nog een." in visitor.get("/pagina/tweede-titel/vergelijk").text
    assert "een medewerker" in visitor.get("/pagina/tweede-titel/herkomst").text
    assert visitor.get("/pagina/eerste-titel").location == "/pagina/tweede-titel"


def test_a_second_time_only_what_is_new_is_added(context: Flask, repository: Repository) -> None:
    build_history(repository)
    imported(repository.folder)
    before = row_counts()
    assert {file.outcome for file in imported(repository.folder).values()} == {Outcome.UNCHANGED}
    assert row_counts() == before
    repository.git("mv", "b.md", "c.md")
    text = "# Derde titel\n\nEen zin. [Weg](weg.md).\n"
    repository.commit("Derde titel", {"c.md": text + "\nNog een.\n"})
    repository.commit("Korter", {"c.md": text, "weg.md": "# Weg\n\nTerug.\n"})
    reports = imported(repository.folder)
    assert {file.outcome for file in reports.values()} == {Outcome.REVISED}
    assert [version.number for version in versions("derde-titel")] == [1, 2, 3, 4]
    assert page_id("derde-titel") == page_id("tweede-titel") == page_id("eerste-titel")
    assert db.session.get_one(Page, page_id("weg")).archived_at is None


def test_what_people_changed_here_is_merged_with_or_kept(context: Flask, repository: Repository) -> None:
    begin = {"a.md": "# Een\n\nEerste zin.\n\nTweede zin.\n", "b.md": "# Twee\n\nTekst.\n"}
    repository.commit("Begin", begin)
    imported(repository.folder)
    for slug, text in (("een", "Eerste zin.\n\nOnze zin.\n"), ("twee", "Onze tekst.\n")):
        revise_page(BuiltPage(page_id(slug), slug, slug, 0), text)
    repository.git("rm", "--quiet", "b.md")
    repository.commit("Beter", {"a.md": "# Een\n\nBetere zin.\n\nTweede zin.\n"}, author="Sam Voorbeeld")
    repository.commit("Best", {"a.md": "# Een\n\nBeste zin.\n\nTweede zin.\n"})
    reports = imported(repository.folder)
    assert reports["a.md"].outcome is Outcome.MERGED
    assert body("een") == "Beste zin.\n\nOnze zin.\n"
    assert set(versions("een")[-1].authors) == {"Noor Voorbeeld", "Sam Voorbeeld"}
    assert reports["b.md"].outcome is Outcome.UNCHANGED
    assert db.session.get_one(Page, page_id("twee")).archived_at is None


def test_a_history_that_was_written_anew_changes_pages_as_a_folder_would(
    context: Flask, repository: Repository
) -> None:
    repository.commit("Begin", {"a.md": "# Een\n\nTekst.\n"})
    imported(repository.folder)
    repository.commit("Meer", {"a.md": "# Een\n\nTekst. Meer.\n"})
    repository.git("commit", "--quiet", "--amend", "-m", "Anders")
    repository.git("update-ref", "-d", "refs/heads/main")
    repository.commit("Alles in een keer")
    assert imported(repository.folder)["a.md"].outcome is Outcome.REVISED
    assert [version.change_note for version in versions("een")] == ["Begin", "Alles in een keer"]


def test_what_cannot_be_read_costs_one_line(context: Flask, repository: Repository) -> None:
    repository.commit("Begin", {"a.md": "# Een\n", "b.md": b"\xff"})
    repository.commit("Stuk", {"a.md": b"\xff", "b.md": b"\xfe"})
    repository.commit("Kop stuk", {"a.md": "---\ntitle: [\n---\n\nOude tekst.\n"})
    repository.commit("Heel", {"a.md": "# Een\n\nTekst.\n"})
    reports = imported(repository.folder)
    assert reports["b.md"].refusal is Refusal.NOT_UTF8
    assert reports["a.md"].outcome is Outcome.CREATED
    remarks = {finding.remark for finding in reports["a.md"].findings}
    assert {Remark.STEP_UNREADABLE, Remark.FRONT_MATTER_PASSED_OVER} <= remarks
    told = [(version.change_note, version.title) for version in versions("een")]
    assert told == [("Begin", "Een"), ("Kop stuk", "Een"), ("Heel", "Een")]


def test_nothing_in_a_hostile_repository_is_run(
    context: Flask, repository: Repository, tmp_path: Path
) -> None:
    repository.commit("Begin", {"a.md": "# Een\n"}, author="<script>alert(1)</script>")
    sign = tmp_path / "gedaan"
    program = tmp_path / "programma"
    program.write_text(f"#!/bin/sh\ntouch {sign}\n")
    program.chmod(0o755)
    for setting in (
        "core.fsmonitor",
        "core.sshCommand",
        "diff.external",
        "gpg.program",
        "core.pager",
        "uploadpack.packObjectsHook",
    ):
        repository.git("config", setting, str(program))
    repository.git("config", "log.showSignature", "true")
    (repository.folder / ".git" / "hooks").mkdir(exist_ok=True)
    for hook in ("post-checkout", "reference-transaction", "post-index-change"):
        (repository.folder / ".git" / "hooks" / hook).symlink_to(program)
    sign.unlink(missing_ok=True)
    assert imported(repository.folder)["a.md"].outcome is Outcome.CREATED
    assert not sign.exists()


def test_the_command_tells_what_it_did_and_what_it_was_given(
    app: Flask, repository: Repository, tmp_path: Path
) -> None:
    def said(source: Path) -> tuple[int, list[str]]:
        result = app.test_cli_runner().invoke(args=["content", "import-git", str(source)])
        return result.exit_code, result.output.splitlines()

    build_history(repository)
    assert said(repository.folder) == (
        0,
        [
            "b.md: nieuwe pagina /pagina/tweede-titel",
            "  - versies overgenomen: 2",
            "weg.md: weggehaald; /pagina/weg staat in het archief",
            "Bestanden: 2 (1 nieuw, 1 in het archief).",
        ],
    )
    (tmp_path / "geen.bundle").write_text("niets")
    code, lines = said(tmp_path / "geen.bundle")
    assert (code, "geen git-bundel" in lines[0]) == (1, True)
    assert said(tmp_path / "is-er-niet")[0] == 1
