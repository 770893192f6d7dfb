"""The forms of drafts as a browser sends them, and that nobody but their author meets them."""

import json
import logging
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from sqlalchemy import select

from app.core.db import db, unit_of_work
from app.core.outbox import OutboxItem
from app.core.permissions import Role
from app.proposals import service
from app.proposals.drafts.models import Draft, DraftChange
from tests.browsing import Visitor
from tests.builders import BODY, make_page, revise_page
from tests.proposal_builders import keep_draft, make_actor, make_people, move
from tests.proposal_site import BETTER, OTHER, Site, hidden, html, went_to

SECRET = "Een geheime gedachte"
SECRET_BODY = BODY.replace("Dit is een voorbeeld.", f"{SECRET}.")


def filled(site: Site, **changes: str) -> dict[str, str]:
    """The form for the page, half written."""
    whole = {"titel": site.page.title, "samenvatting": "", "tekst": BETTER, "reden": "", "wijziging": ""}
    return {**whole, "basis": str(site.page.revision_id), "sleutel": "s", **changes}


def drafts(app: Flask) -> list[tuple[int, str]]:
    with app.app_context():
        rows = select(Draft.id, DraftChange.body).join(DraftChange, DraftChange.draft_id == Draft.id)
        rows = rows.where(Draft.thrown_away_at.is_(None))
        return [(number, body) for number, body in db.session.execute(rows.order_by(Draft.id))]


def test_what_is_half_written_is_kept_and_opened_again(site: Site) -> None:
    visitor = site.visit(site.people.writer)
    fields = filled(site, actie="bewaren", wijziging="Korter", klein="1")
    kept = [visitor.post(f"{site.page.url}/voorstel", fields) for _ in range(2)]
    assert {answer.location for answer in kept} == {"/mijn/concepten/1"}
    page = html(visitor.get("/mijn/concepten/1"))
    assert "Je concept is bewaard." in page and "beter voorbeeld" in page
    assert 'value="Korter"' in page and hidden(page, "versie") == "1"
    assert hidden(page, "basis") == str(site.page.revision_id)
    assert "Ga verder met je concept" in html(visitor.get(f"{site.page.url}/voorstel"))
    assert "Korter" in html(visitor.get("/mijn/concepten"))


def test_a_script_saves_and_hears_where(site: Site) -> None:
    visitor = site.visit(site.people.writer)
    script = {"formulier": "f", "beurt": "1", "cursor": "7"}
    answer = visitor.post("/mijn/concepten/bewaren", filled(site, **script)).json
    assert answer is not None
    known = {"concept": 1, "versie": 1, "deel": None, "sleutel": "concept-1"}
    assert (answer["velden"], answer["adres"], answer["melding"]) == (known, "/mijn/concepten/1", None)
    later = filled(site, formulier="f", beurt="2", tekst=OTHER, concept="1", versie="1")
    assert (visitor.post("/mijn/concepten/bewaren", later).json or {})["velden"]["versie"] == 2
    assert drafts(site.app) == [(1, OTHER)]
    too_long = visitor.post("/mijn/concepten/bewaren", filled(site, titel="x" * 151))
    assert (too_long.status_code, "te lang" in (too_long.json or {})["fout"]) == (422, True)


def test_a_draft_is_sent_in_and_gone(site: Site) -> None:
    visitor = site.visit(site.people.writer)
    visitor.post(f"{site.page.url}/voorstel", filled(site, actie="bewaren"))
    page = html(visitor.get("/mijn/concepten/1"))
    fields = {name: hidden(page, name) for name in ("basis", "sleutel", "concept", "versie")}
    form = filled(site, reden="Zo leest het sneller.", **fields)
    assert "Schrijf op waarom" in html(visitor.post("/mijn/concepten/1", form | {"reden": ""}), 422)
    number = went_to(visitor.post("/mijn/concepten/1", form))
    assert drafts(site.app) == []
    assert went_to(visitor.post("/mijn/concepten/1", form)) == number
    assert went_to(visitor.get("/mijn/concepten/1")) == number
    assert "al verstuurd" in html(visitor.post("/mijn/concepten/1", form | {"tekst": OTHER}), 409)


def test_a_section_opens_again_as_that_section(site: Site) -> None:
    visitor = site.visit(site.people.writer)
    fields = {"sectie": "kop-een-kop", "tekst": "## Een andere kop\n\nEen nieuwe zin.\n", "actie": "bewaren"}
    opened = visitor.get(visitor.post(f"{site.page.url}/voorstel", filled(site) | fields).location or "")
    page = html(opened)
    assert "Je verandert alleen het deel “Een kop”" in page
    assert "## Een andere kop" in page and "Dit is een voorbeeld." not in page


def test_a_draft_of_an_adjustment_becomes_the_next_version(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context(), unit_of_work():
        service.ask_adjustment(site.people.redacteur, move(number, "Kan het korter?"), key="v")
    visitor, address = site.visit(site.people.writer), f"/voorstellen/{number}/aanpassen"
    opened = html(visitor.get(address))
    fields = filled(site, gezien=hidden(opened, "gezien"), basis=hidden(opened, "basis"), tekst=OTHER)
    page = html(visitor.get(visitor.post(address, fields | {"actie": "bewaren"}).location or ""))
    assert "Pas je voorstel aan" in page and "Kan het korter?" in page
    names = ("sleutel", "concept", "versie", "gezien", "voorstel")
    sent = fields | {name: hidden(page, name) for name in names} | {"reden": "Nu korter."}
    assert went_to(visitor.post("/mijn/concepten/1", sent)) == number
    assert drafts(site.app) == []
    assert "versie 2 van het voorstel" in html(visitor.get(f"/voorstellen/{number}"))


def test_a_moved_page_is_shown_first_and_settled_without_a_default(site: Site) -> None:
    with site.app.app_context():
        keep_draft(site.people.writer, site.page, BETTER)
        revise_page(site.page, OTHER)
    visitor = site.visit(site.people.writer)
    assert "de pagina is veranderd" in html(visitor.get("/mijn/concepten"))
    address = visitor.get("/mijn/concepten/1").location or ""
    page = html(visitor.get(address))
    assert "ander" in page and "checked" not in page.partition("<main")[2].partition("</main")[0]
    fields = {name: hidden(page, name) for name in ("basis", "versie", "plek-1")}
    assert "Kies op elke plek" in html(visitor.post(address, fields), 422)
    chosen = fields | {"keuze-1": "eigen", "eigen-1": "Dit is van ons allebei."}
    assert "net weer veranderd" in html(visitor.post(address, chosen | {"basis": "1"}), 422)
    assert visitor.post(address, chosen).location == "/mijn/concepten/1"
    form = html(visitor.get("/mijn/concepten/1"))
    assert "Dit is van ons allebei." in form
    assert "Dit is een beter voorbeeld" in form.partition("Wat je wegliet")[2]
    typed = filled(site, tekst="Dit is van ons allebei.\n", reden="Samen is het beter.", sleutel="concept-1")
    typed |= {name: hidden(form, name) for name in ("basis", "concept", "versie")}
    number = went_to(visitor.post("/mijn/concepten/1", typed))
    kept = "Dit is een beter voorbeeld"
    assert kept in html(visitor.get(f"/voorstellen/{number}"))
    for other in (site.people.colleague, site.people.redacteur):
        assert kept not in html(site.visit(other).get(f"/voorstellen/{number}"))


def test_nobody_else_meets_a_draft_whatever_number_is_asked(site: Site) -> None:
    with site.app.app_context():
        keep_draft(site.people.writer, site.page, SECRET_BODY)
        revise_page(site.page, OTHER)
        others = [site.people.colleague, site.people.redacteur, make_actor("Bo Beheer", Role.ADMIN)]
    for other in others:
        visitor = site.visit(other)
        for address in ("/mijn/concepten/1", "/mijn/concepten/1/bijwerken", "/mijn/concepten/1?verder=ja"):
            assert visitor.get(address).status_code == 404
        assert SECRET not in html(visitor.get("/mijn/concepten"))
        assert SECRET not in html(visitor.get(f"{site.page.url}/voorstel"))
        assert visitor.post("/mijn/concepten/1/bijwerken", {"versie": "1"}).status_code == 404
        visitor.post("/mijn/concepten/1/weggooien")
        crafted = filled(site, concept="1", versie="1", formulier=f"f-{other.account_id}", beurt="9")
        assert (visitor.post("/mijn/concepten/bewaren", crafted).json or {})["velden"]["concept"] != 1
        sent = visitor.post("/mijn/concepten/1", crafted | {"reden": "x", "sleutel": "concept-1"})
        assert SECRET not in sent.get_data(as_text=True)
    assert (1, SECRET_BODY) in drafts(site.app)
    with site.app.app_context():
        lezer = make_actor("Lena Lezer", Role.READER)
    assert site.visit(lezer).get("/mijn/concepten/1").status_code == 403
    assert Visitor(site.app).get("/mijn/concepten/1").status_code == 302


def test_a_draft_leaves_no_trace_outside_itself(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    visitor = site.visit(site.people.writer)
    with caplog.at_level(logging.DEBUG):
        visitor.post("/mijn/concepten/bewaren", filled(site, tekst=SECRET_BODY, formulier="f", beurt="1"))
        for address in ("/zoeken?q=geheime", "/feed.xml", "/wijzigingen", "/voorstellen?lijst=open", "/"):
            assert SECRET not in visitor.get(address).get_data(as_text=True)
    assert "geheime" not in caplog.text
    with site.app.app_context():
        payloads = json.dumps([item.payload for item in db.session.scalars(select(OutboxItem))])
    assert "geheime" not in payloads


def test_throwing_away_is_asked_once_in_the_list(site: Site) -> None:
    with site.app.app_context():
        keep_draft(site.people.writer, site.page, BETTER)
    visitor = site.visit(site.people.writer)
    assert "Ja, gooi dit concept weg" in html(visitor.get("/mijn/concepten"))
    assert visitor.post("/mijn/concepten/1/weggooien").location == "/mijn/concepten"
    assert drafts(site.app) == []
    assert visitor.get("/mijn/concepten/1").location == "/mijn/concepten"
    assert "Haal terug" in html(visitor.get("/mijn/concepten"))
    others = site.visit(site.people.colleague)
    assert "Haal terug" not in html(others.get("/mijn/concepten"))
    assert others.post("/mijn/concepten/1/terughalen").status_code == 404
    for _ in range(2):
        assert visitor.post("/mijn/concepten/1/terughalen").location == "/mijn/concepten/2"
    assert drafts(site.app) == [(2, BETTER)]


@pytest.fixture
def small_site(other_app: Callable[..., Flask]) -> Iterator[Site]:
    """A site with room for one draft and one proposal."""
    app = other_app(max_drafts=1, max_open_proposals=1)
    with app.app_context():
        site = Site(app, make_people(), make_page())
    yield site


def test_where_there_is_no_more_room_the_text_stays_in_the_form(small_site: Site) -> None:
    visitor = small_site.visit(small_site.people.writer)
    address = f"{small_site.page.url}/voorstel"
    fields = filled(small_site, reden="Zo leest het sneller.")
    number = went_to(visitor.post(address, fields))
    assert went_to(visitor.post(address, fields)) == number
    page = html(visitor.post(address, fields | {"sleutel": "t", "tekst": OTHER}), 422)
    assert "Je hebt al 1 voorstellen" in page and "ander voorbeeld" in page
    assert visitor.post(address, fields | {"sleutel": "t", "actie": "bewaren"}).status_code == 303
    page = html(visitor.post(address, fields | {"sleutel": "u", "tekst": OTHER, "actie": "bewaren"}), 422)
    assert "Je hebt al 1 concepten" in page and "ander voorbeeld" in page
