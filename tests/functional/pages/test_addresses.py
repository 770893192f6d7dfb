"""Former addresses, archived pages, and renderings that were thrown away."""

import pytest
from flask import Flask
from sqlalchemy import delete, update

from app.core.clock import now
from app.core.db import db, unit_of_work
from app.pages.lifecycle import By, archive_page
from app.pages.models import Page, PageSlug, Rendering
from tests.browsing import Visitor
from tests.builders import BuiltPage, make_page, revise_page


@pytest.fixture
def renamed(app: Flask) -> BuiltPage:
    """A page with two versions that used to be at another address."""
    with app.app_context():
        page = revise_page(make_page("Openheid"), "Anders.")
        with unit_of_work():
            db.session.add(PageSlug(slug="vroeger", page_id=page.id, current=False))
    return page


def test_a_former_address_leads_to_the_present_one_for_good(app: Flask, renamed: BuiltPage) -> None:
    for rest in ("", "/versies", "/versies/1", "/vergelijk?van=1&tot=2"):
        answer = Visitor(app).get(f"/pagina/vroeger{rest}")
        assert answer.status_code == 301
        assert answer.location == f"/pagina/openheid{rest}"


def test_what_is_asked_cannot_send_a_reader_elsewhere(app: Flask, renamed: BuiltPage) -> None:
    answer = Visitor(app).get("/pagina/vroeger?_external=1&_scheme=ftp&slug=x")
    assert answer.location == "/pagina/openheid?_external=1&_scheme=ftp&slug=x"


def test_an_archived_page_says_why_and_what_replaces_it(app: Flask, renamed: BuiltPage) -> None:
    with app.app_context():
        better = make_page("Samen open")
        with unit_of_work():
            archive_page(renamed.id, better.id, By(None, "Staat elders beter."))
    answer = Visitor(app).get("/pagina/vroeger")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 410
    assert "Deze pagina is gearchiveerd" in page
    assert "Staat elders beter." in page
    assert f'Lees nu: <a href="{better.url}">Samen open</a>' in page
    for rest in ("/versies", "/versies/1", "/vergelijk"):
        history = Visitor(app).get(renamed.url + rest)
        assert history.status_code == 200
        assert "staat nu in de gids" not in history.get_data(as_text=True)


def test_an_archived_page_is_in_no_list(app: Flask, renamed: BuiltPage) -> None:
    with app.app_context(), unit_of_work():
        db.session.execute(update(Page).values(archived_at=now()))
    for url in ("/", "/paginas", "/wijzigingen", "/feed.xml"):
        assert "Openheid" not in Visitor(app).get(url).get_data(as_text=True)


def test_a_page_is_read_when_its_rendering_was_thrown_away(app: Flask, renamed: BuiltPage) -> None:
    with app.app_context(), unit_of_work():
        db.session.execute(delete(Rendering))
    assert "<p>Anders.</p>" in Visitor(app).get(renamed.url).get_data(as_text=True)
    for rest in ("/versies/1", "/vergelijk"):
        assert "Het staat er om te lezen." in Visitor(app).get(renamed.url + rest).get_data(as_text=True)
