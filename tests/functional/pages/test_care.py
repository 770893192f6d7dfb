"""Looking after a page on the screen: its owner, its day, its mark, and its protection."""

from datetime import date

import pytest
from flask import Flask

from app.core.clock import today
from app.core.permissions import Role
from app.pages.care import service
from app.pages.care.queries import page_care
from app.pages.care.rules import Upkeep, next_review
from tests.browsing import Visitor
from tests.builders import make_account, make_page
from tests.care_builders import care_for
from tests.proposal_builders import make_people
from tests.proposal_site import BETTER, Site, hidden, html

PAST = date(2026, 1, 1)


@pytest.fixture
def site(app: Flask) -> Site:
    """A fresh page with two colleagues and two redacteuren."""
    with app.app_context():
        return Site(app, make_people(), make_page())


def post(visitor: Visitor, url: str, **fields: str) -> str:
    """Send the form at this address, and follow it to what it leads to."""
    page = html(visitor.get(url))
    carried = {"gezien": hidden(page, "gezien"), "sleutel": hidden(page, "sleutel")}
    return html(visitor.post(url, {**carried, **fields}, follow_redirects=True))


def own(site: Site, review_on: date = PAST) -> None:
    """Make the first colleague the owner, with a day that is past."""
    upkeep = Upkeep(owner=site.people.writer.name, review_on=review_on)
    with site.app.app_context():
        care_for(site.page, lambda step: service.arrange(site.people.redacteur, step, upkeep))


def test_a_protected_page_says_why_there_is_no_button(site: Site) -> None:
    redacteur, url = site.visit(site.people.redacteur), f"{site.page.url}/beheer/bescherming"
    fields = {"voorstellen": "redactie", "besluit": "two", "reden": "Rust nodig.", "tot": "3-11-2126"}
    assert "Alleen de redactie stelt wijzigingen voor; twee redacteuren" not in html(redacteur.get(url))
    assert "alleen de redactie stelt wijzigingen voor; twee redacteuren" in post(redacteur, url, **fields)
    for visitor in (Visitor(site.app), site.visit(site.people.writer)):
        page = html(visitor.get(site.page.url))
        assert "Alleen de redactie stelt hier wijzigingen voor." in page
        assert "Rust nodig. (tot en met 3 november 2126)" in page
        assert "Stel een wijziging voor" not in page
    assert "Stel een wijziging voor" in html(redacteur.get(site.page.url))


def test_a_crafted_form_for_a_protected_page_is_refused_and_the_text_comes_back(site: Site) -> None:
    redacteur, url = site.visit(site.people.redacteur), f"{site.page.url}/beheer/bescherming"
    post(redacteur, url, voorstellen="redactie", besluit="one", reden="Rust nodig.")
    form = {"titel": site.page.title, "tekst": BETTER, "reden": "Beter.", "basis": str(site.page.revision_id)}
    answer = site.visit(site.people.writer).post(f"{site.page.url}/voorstel", form)
    assert "beter voorbeeld" in html(answer, 403)


def test_what_a_redacteur_typed_comes_back_when_somebody_was_first(site: Site) -> None:
    redacteur, url = site.visit(site.people.redacteur), f"{site.page.url}/beheer/bescherming"
    form = {
        "voorstellen": "redactie",
        "besluit": "two",
        "reden": "Mijn reden.",
        "gezien": "0",
        "sleutel": "k",
    }
    own(site)
    page = html(redacteur.post(url, form), 409)
    assert "Iemand was je net voor" in page
    assert "Mijn reden." in page
    again = {**form, "gezien": hidden(page, "gezien"), "sleutel": hidden(page, "sleutel")}
    assert redacteur.post(url, again).status_code == 303


def test_the_owner_hears_that_her_page_is_due_and_says_with_one_click_that_it_holds(site: Site) -> None:
    own(site)
    owner = site.visit(site.people.writer)
    assert "Kloppen jouw pagina&#39;s nog?" in html(owner.get("/")).replace("'", "&#39;")
    page = html(owner.get(f"{site.page.url}/beheer"))
    form = {"gezien": hidden(page, "gezien"), "sleutel": hidden(page, "sleutel")}
    for _ in range(2):
        assert owner.post(f"{site.page.url}/beheer/klopt-nog", form).status_code == 303
    with site.app.app_context():
        care = page_care(site.page.id)
        assert (care.review_on, care.verified_at is not None) == (next_review(today()), True)
    assert html(owner.get(f"{site.page.url}/beheer")).count("Nagekeken: uiterlijk") == 1
    assert "Kloppen jouw" not in html(owner.get("/"))


def test_somebody_else_cannot_say_that_a_page_holds(site: Site) -> None:
    own(site)
    colleague = site.visit(site.people.colleague)
    assert "Klopt nog" not in html(colleague.get(f"{site.page.url}/beheer"))
    assert colleague.post(f"{site.page.url}/beheer/klopt-nog", {"gezien": "1"}).status_code == 403


def test_the_redactie_sees_which_pages_are_due_and_which_are_out_of_date(site: Site) -> None:
    own(site)
    redacteur = site.visit(site.people.redacteur)
    page = html(redacteur.get("/redactie/nakijken"))
    assert "nakijken voor 1 januari 2026" in page
    post(redacteur, f"{site.page.url}/beheer/verouderd", reden="De wet is veranderd.")
    page = html(redacteur.get("/redactie/nakijken"))
    assert "Als verouderd gemerkt" in page
    assert "Alles is op tijd nagekeken." in page


def test_every_reader_sees_that_a_page_is_out_of_date_and_why(site: Site) -> None:
    stranger, redacteur = Visitor(site.app), site.visit(site.people.redacteur)
    assert "verouderd" not in html(stranger.get(site.page.url))
    post(redacteur, f"{site.page.url}/beheer/verouderd", reden="De wet is veranderd.")
    page = html(stranger.get(site.page.url))
    assert "Deze pagina is verouderd" in page
    assert "De wet is veranderd." in page
    assert "Klopt nog" not in html(redacteur.get(f"{site.page.url}/beheer"))
    post(redacteur, f"{site.page.url}/beheer/verouderd", reden="Er staat een nieuwe tekst.", actie="opheffen")
    assert "verouderd" not in html(stranger.get(site.page.url))


def test_an_owner_is_one_colleague_who_may_propose(site: Site) -> None:
    with site.app.app_context():
        make_account("Lezer Voorbeeld", [Role.READER])
        make_account("Twee Voorbeeld", email="een@voorbeeld.test")
        make_account("Twee Voorbeeld", email="twee@voorbeeld.test")
    visitor, url = site.visit(site.people.redacteur), f"{site.page.url}/beheer/eigenaar"
    for owner, sentence in (
        ("Niemand Voorbeeld", "Er is niemand met deze naam"),
        ("Lezer Voorbeeld", "Er is niemand met deze naam"),
        ("Twee Voorbeeld", "Er zijn meer mensen met deze naam."),
    ):
        page = html(visitor.post(url, {"eigenaar": owner, "gezien": "0"}), 422)
        assert sentence in page
        assert f'value="{owner}"' in page
    assert "Eigenaar en nakijkdag bepaald: eigenaar Twee" in post(visitor, url, eigenaar="een@voorbeeld.test")
