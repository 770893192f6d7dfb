"""The feed of recent changes."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from flask import Flask

from app import create_app
from config import Settings
from tests.browsing import Visitor
from tests.builders import at, make_account, make_page, revise_page

NAMES = {"atom": "http://www.w3.org/2005/Atom"}


def feed(app: Flask) -> ElementTree.Element:
    answer = Visitor(app).get("/feed.xml")
    assert answer.status_code == 200
    assert answer.mimetype == "application/atom+xml"
    return ElementTree.fromstring(answer.get_data())  # noqa: S314 our own feed


def texts(app: Flask, path: str) -> list[str | None]:
    return [element.text for element in feed(app).findall(path, NAMES)]


def test_changes_are_entries_with_absolute_links(app: Flask) -> None:
    with app.app_context():
        page = make_page("Openheid", published_at=at(1))
        revise_page(page, "Nieuw.", change_note="Zin erbij.", reason="Een vraag.", published_at=at(2))
    entries = feed(app).findall("atom:entry", NAMES)
    assert [entry.findtext("atom:title", namespaces=NAMES) for entry in entries] == ["Openheid"] * 2
    assert entries[0].findtext("atom:summary", namespaces=NAMES) == "Zin erbij.\nEen vraag."
    link = entries[0].find("atom:link", NAMES)
    assert link is not None
    assert link.get("href") == "http://localhost/pagina/openheid/vergelijk?van=1&tot=2"


@pytest.mark.parametrize(
    "title", ["a\x00b\x08c", "<b>&amp;]]>", "half \ud83d paar", "\ufffe\uffff", "\"aan' haling", "😀 é"]
)
def test_the_feed_is_well_formed_whatever_a_title_holds(app: Flask, title: str) -> None:
    with app.app_context():
        stored = title.encode("utf-8", "replace").decode().replace("\x00", "")
        make_page(stored, slug="vreemd")
    assert len(texts(app, "atom:entry/atom:title")) == 1


def test_an_entry_keeps_its_id_when_the_page_changes(app: Flask) -> None:
    with app.app_context():
        page = make_page("Openheid")
    before = texts(app, "atom:entry/atom:id")
    with app.app_context():
        revise_page(page, title="Heel anders")
    after = texts(app, "atom:entry/atom:id")
    assert after[1:] == before
    assert len(set(after)) == 2


def test_the_feed_is_as_new_as_its_newest_entry(app: Flask) -> None:
    with app.app_context():
        make_page("Een", published_at=at(1))
        make_page("Twee", published_at=at(9))
    assert texts(app, "atom:updated") == ["2026-11-09T12:00:00+00:00"]


def test_an_empty_guide_has_a_feed(app: Flask) -> None:
    assert texts(app, "atom:entry") == []


def test_the_feed_names_nobody_even_to_colleagues(app: Flask) -> None:
    with app.app_context():
        author = make_account("Rosa Voorbeeld")
        make_page("Openheid", author_ids=(author,), approver_id=author)
    answer = Visitor(app).sign_in(author).get("/feed.xml")
    assert "Rosa" not in answer.get_data(as_text=True)


def test_links_begin_with_the_public_address_when_it_is_set(settings: Settings) -> None:
    app = create_app(replace(settings, base_url="https://gids.voorbeeld.test"))
    with app.app_context():
        make_page("Openheid")
    ids = texts(app, "atom:entry/atom:id")
    assert str(ids[0]).startswith("tag:gids.voorbeeld.test,2021:versie/")
