"""A file that changed: a revision, a merge or a proposal, and never over what people approved."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from app.accounts.kinds import AccountKind
from app.accounts.models import Account
from app.core.db import db
from app.importing.kinds import Outcome
from app.importing.models import ImportItem
from app.importing.report import FileReport
from app.pages.models import PageSlug
from app.pages.texts import RevisionText, current_text
from app.proposals.models import ProposalChange, ProposalVersion
from tests.builders import BuiltPage, revise_page
from tests.imported_folder import imported, row_counts

FIRST = "# Pagina\n\nDe eerste zin. De tweede zin.\n\nEen alinea eronder.\n"


@pytest.fixture
def page(context: Flask, tmp_path: Path) -> BuiltPage:
    """A page that was imported from `a.md`."""
    imported(tmp_path, {"a.md": FIRST})
    page_id = db.session.scalars(select(PageSlug.page_id)).one()
    return BuiltPage(page_id, "pagina", "Pagina", text(page_id).id)


def text(page_id: int) -> RevisionText:
    found = current_text(page_id)
    assert found
    return found


def change(folder: Path, *changes: tuple[str, str]) -> FileReport:
    """Import the first text with these changes."""
    source = FIRST
    for old, new in changes:
        source = source.replace(old, new)
    return imported(folder, {"a.md": source})["a.md"]


def test_a_page_that_nobody_changed_gets_a_new_version(page: BuiltPage, tmp_path: Path) -> None:
    report = change(tmp_path, ("tweede", "andere"))
    now = text(page.id)
    assert report.outcome is Outcome.REVISED
    assert (now.number, now.parent_id) == (2, page.revision_id)
    assert "De andere zin." in now.content.body


def test_changes_apart_are_merged(page: BuiltPage, tmp_path: Path) -> None:
    revise_page(page, text(page.id).content.body.replace("Een alinea", "Onze alinea"))
    report = change(tmp_path, ("tweede", "andere"))
    assert report.outcome is Outcome.MERGED
    assert text(page.id).content.body == "De eerste zin. De andere zin.\n\nOnze alinea eronder.\n"


def test_what_was_merged_is_not_undone_by_the_next_change(page: BuiltPage, tmp_path: Path) -> None:
    revise_page(page, text(page.id).content.body.replace("Een alinea", "Onze alinea"))
    change(tmp_path, ("tweede", "andere"))
    report = change(tmp_path, ("tweede", "andere"), ("eerste", "allereerste"))
    assert report.outcome is Outcome.MERGED
    assert text(page.id).content.body == "De allereerste zin. De andere zin.\n\nOnze alinea eronder.\n"


def test_a_clash_becomes_a_proposal_by_an_account_that_cannot_sign_in(
    page: BuiltPage, tmp_path: Path
) -> None:
    revise_page(page, text(page.id).content.body.replace("tweede", "onze"))
    before = text(page.id)
    report = change(tmp_path, ("tweede", "andere"))
    assert (report.outcome, report.address) == (Outcome.PROPOSED, "/voorstellen/1")
    assert text(page.id) == before
    proposed = db.session.scalars(select(ProposalChange)).one()
    assert (proposed.base_revision_id, "andere" in proposed.body) == (page.revision_id, True)
    sender = db.session.get_one(Account, db.session.scalars(select(ProposalVersion.sent_by_id)).one())
    assert (sender.kind, sender.active, sender.email_key) == (AccountKind.IMPORTED, False, None)


def test_a_clash_is_not_proposed_twice(page: BuiltPage, tmp_path: Path) -> None:
    revise_page(page, text(page.id).content.body.replace("tweede", "onze"))
    change(tmp_path, ("tweede", "andere"))
    before = row_counts()
    assert change(tmp_path, ("tweede", "andere")).outcome is Outcome.UNCHANGED
    assert row_counts() == before


def test_a_text_that_the_page_has_already_is_not_published_again(page: BuiltPage, tmp_path: Path) -> None:
    revise_page(page, text(page.id).content.body.replace("tweede", "andere"))
    before = text(page.id)
    assert change(tmp_path, ("tweede", "andere")).outcome is Outcome.PRESENT
    assert text(page.id) == before
    # From now on the page holds the file's own text, so the next change is a plain one.
    assert change(tmp_path, ("tweede", "derde")).outcome is Outcome.REVISED


def test_a_file_that_goes_back_takes_the_page_back(page: BuiltPage, tmp_path: Path) -> None:
    change(tmp_path, ("tweede", "andere"))
    report = change(tmp_path)
    assert report.outcome is Outcome.REVISED
    assert (text(page.id).number, "tweede" in text(page.id).content.body) == (3, True)
    assert len(db.session.scalars(select(ImportItem)).all()) == 2
    assert change(tmp_path).outcome is Outcome.UNCHANGED


def test_a_changed_title_or_lead_is_merged_too(page: BuiltPage, tmp_path: Path) -> None:
    revise_page(page, lead="Onze samenvatting.")
    report = change(tmp_path, ("# Pagina", "# Andere titel"))
    assert report.outcome is Outcome.MERGED
    now = text(page.id).content
    assert (now.title, now.lead) == ("Andere titel", "Onze samenvatting.")
