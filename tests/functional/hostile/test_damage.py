"""A full disk, lost files and a person who is gone: reading goes on and no typed word is lost."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import event, func, select

from app.accounts.service import deactivate_account
from app.attachments.service import store
from app.core.db import db, unit_of_work
from app.proposals.models import Proposal
from tests.browsing import Visitor
from tests.builders import make_page
from tests.proposal_builders import make_people
from tests.proposal_site import BETTER, Site, hidden, went_to

SqliteApp = Callable[..., Flask]
TYPED = "Een beter voorbeeld dat ik niet nog eens wil typen."


def site_of(app: Flask) -> Site:
    with app.app_context():
        return Site(app, make_people(), make_page())


def filled_form(site: Site, visitor: Visitor) -> dict[str, str]:
    page = visitor.get(f"{site.page.url}/voorstel").text
    kept = {name: hidden(page, name) for name in ("basis", "sleutel")}
    return {**kept, "titel": site.page.title, "tekst": BETTER + TYPED, "reden": TYPED}


def proposals(site: Site) -> int:
    with site.app.app_context():
        return db.session.scalar(select(func.count()).select_from(Proposal)) or 0


class Disk:
    """The disk under a database on SQLite, full while it is."""

    def __init__(self, app: Flask) -> None:
        self.app, self.full = app, True
        with app.app_context():
            event.listen(db.engine, "checkout", self._limit)

    def _limit(self, connection: Any, _record: Any, _proxy: Any) -> None:
        pages = 1 if self.full else 1_000_000
        connection.execute(f"PRAGMA max_page_count={pages}")


def test_a_full_disk_stops_nobody_from_reading_and_loses_no_text(sqlite_app: SqliteApp) -> None:
    site = site_of(sqlite_app())
    writer = site.visit(site.people.writer)
    form = filled_form(site, writer) | {"tekst": (TYPED + "\n\n") * 1000}
    disk = Disk(site.app)
    answer = writer.post(f"{site.page.url}/voorstel", form)
    assert answer.status_code == 503
    assert "De gids kan even niets opslaan." in answer.text
    assert answer.text.count(TYPED) >= 1000
    assert (writer.get(site.page.url).status_code, proposals(site)) == (200, 0)
    disk.full = False
    went_to(writer.post(f"{site.page.url}/voorstel", form))
    assert proposals(site) == 1


def test_without_its_folder_of_files_the_guide_is_read_searched_and_changed(
    sqlite_app: SqliteApp, tmp_path: Path
) -> None:
    site = site_of(sqlite_app())
    with site.app.app_context(), unit_of_work():
        picture = f"/bijlage/{store(b'GIF89a voorbeeld', 'plaat.gif')}/plaat.gif"
    writer = site.visit(site.people.writer)
    assert writer.get(picture).status_code == 200
    shutil.rmtree(tmp_path)
    assert writer.get(picture).status_code == 404
    assert "<mark>Tegenspraak</mark> organiseren" in writer.get("/zoeken?q=tegenspraak").text
    went_to(writer.post(f"{site.page.url}/voorstel", filled_form(site, writer)))


def test_a_person_whose_account_is_closed_while_typing_sends_nothing_and_loses_nothing(site: Site) -> None:
    writer = site.visit(site.people.writer)
    form = filled_form(site, writer)
    with site.app.app_context(), unit_of_work():
        deactivate_account("noor-voorbeeld@voorbeeld.test")
    answer = writer.post(f"{site.page.url}/voorstel", form)
    assert (answer.status_code, TYPED in answer.text, proposals(site)) == (401, True, 0)
