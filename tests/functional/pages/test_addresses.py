"""Former addresses, archived pages, and renderings that were thrown away."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, update

from app.core.clock import now
from app.core.db import db, unit_of_work
from app.pages.kinds import PageEventKind
from app.pages.models import Page, PageEvent, PageSlug, Rendering
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


def test_an_archived_page_says_since_when_and_why(app: Flask, renamed: BuiltPage) -> None:
    with app.app_context(), unit_of_work():
        db.session.execute(update(Page).values(archived_at=now()))
        event: dict[str, Any] = {"page_id": renamed.id, "actor_id": None, "at": now(), "data": {}}
        db.session.add(PageEvent(kind=PageEventKind.ARCHIVED, reason="Staat elders beter.", **event))
    answer = Visitor(app).get(renamed.url)
    assert answer.status_code == 404
    assert "Deze pagina is gearchiveerd" in answer.get_data(as_text=True)
    assert "Staat elders beter." in answer.get_data(as_text=True)


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
