"""The feed of recent changes, as it is served."""

from collections.abc import Callable
from xml.etree import ElementTree

from flask import Flask

from tests.browsing import Visitor
from tests.builders import make_account, make_page, revise_page

NAMES = {"atom": "http://www.w3.org/2005/Atom"}


def entries(app: Flask) -> list[ElementTree.Element]:
    answer = Visitor(app).get("/feed.xml")
    assert answer.mimetype == "application/atom+xml"
    return ElementTree.fromstring(answer.get_data()).findall("atom:entry", NAMES)  # noqa: S314 our own feed


def links(app: Flask) -> list[str | None]:
    found = [entry.find("atom:link", NAMES) for entry in entries(app)]
    return [link.get("href") for link in found if link is not None]


def test_each_change_is_an_entry_with_an_absolute_link(app: Flask) -> None:
    with app.app_context():
        revise_page(make_page("Openheid"), "Nieuw.", title="Open zijn")
    titles = [entry.findtext("atom:title", namespaces=NAMES) for entry in entries(app)]
    assert titles == ["Open zijn", "Openheid"]
    assert links(app) == [
        "http://localhost/pagina/openheid/vergelijk?van=1&tot=2",
        "http://localhost/pagina/openheid/versies/1",
    ]


def test_links_begin_with_the_public_address_when_it_is_set(other_app: Callable[..., Flask]) -> None:
    app = other_app(base_url="https://gids.voorbeeld.test")
    with app.app_context():
        make_page("Openheid")
    assert links(app) == ["https://gids.voorbeeld.test/pagina/openheid/versies/1"]


def test_it_names_nobody_even_to_colleagues(app: Flask) -> None:
    with app.app_context():
        author = make_account("Rosa Voorbeeld")
        make_page("Openheid", author_ids=(author,), approver_id=author)
    answer = Visitor(app).sign_in(author).get("/feed.xml")
    assert "Rosa" not in answer.get_data(as_text=True)
