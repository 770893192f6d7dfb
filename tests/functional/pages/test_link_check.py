"""Links that would lead nowhere are named before a text is published, and stop nothing."""

import pytest
from flask import Flask

from app.core.db import unit_of_work
from app.pages.kinds import BrokenLinkKind
from app.pages.lifecycle import By, archive_page
from app.pages.link_check import BrokenLink, LinkedText, broken_links, broken_links_of
from tests.builders import BODY, make_page, make_topic, revise_page
from tests.proposal_builders import make_people
from tests.proposal_site import Site, html

Kind = BrokenLinkKind


def test_each_link_that_leads_nowhere_is_named_with_what_is_wrong(context: Flask) -> None:
    there, gone = make_page("Openheid"), make_page("Oud nieuws")
    make_topic("Tegenspraak")
    with unit_of_work():
        archive_page(gone.id, None, By(None, "Voorbij."))
    body = (
        "Zie [[Openheid]], [[Openheid#Een kop]], [[thema:Tegenspraak]].\n\n"
        "En [hier](/pagina/openheid#kop-een-kop), maar niet `[[Code]]`.\n\n"
        "Niet [[Bestaat niet]], [[Openheid#Weg]], [[Oud nieuws]], [[thema:Raar]] of [[#Ook weg]].\n\n"
        "## Wel hier\n\nZie [[#Wel hier]].\n"
    )
    assert broken_links(body) == (
        BrokenLink(Kind.HEADING, "", "Ook weg"),
        BrokenLink(Kind.PAGE, "bestaat niet"),
        BrokenLink(Kind.HEADING, "Openheid", "Weg", there.url),
        BrokenLink(Kind.ARCHIVED, "Oud nieuws", url=gone.url),
        BrokenLink(Kind.TOPIC, "raar"),
    )


def test_a_page_is_judged_by_the_headings_it_is_about_to_have(context: Flask) -> None:
    page = make_page("Openheid")
    referrer = make_page("Lees verder", "Zie [[Openheid#Een kop]].\n")
    changed = "## Nieuw\n\nZie [[#Een kop]], [[#Nieuw]] en [[Openheid#Nieuw]].\n"
    assert broken_links(changed, title="Openheid", page_id=page.id) == (
        BrokenLink(Kind.HEADING, "Openheid", "Een kop"),
        BrokenLink(Kind.REFERRER, "Lees verder", "Een kop", referrer.url),
    )
    part = LinkedText("## Nieuw\n\nZie [[#Een kop]].\n", page_id=page.id, is_section=True)
    assert broken_links_of([part]) == [()]


def test_texts_that_are_published_together_may_link_to_each_other(context: Flask) -> None:
    page = make_page("Openheid")
    texts = [
        LinkedText("## Nieuw\n\nZie [[Samen#Kop]] en [[Samen#Weg]].\n", "Openheid", page.id),
        LinkedText("## Kop\n\nZie [[Openheid#Nieuw]] en [[Openheid#Een kop]].\n", "Samen"),
    ]
    assert broken_links_of(texts) == [
        (BrokenLink(Kind.HEADING, "samen", "Weg"),),
        (BrokenLink(Kind.HEADING, "Openheid", "Een kop", page.url),),
    ]


@pytest.fixture
def site(app: Flask) -> Site:
    with app.app_context():
        return Site(app, make_people(), make_page())


def test_the_preview_the_proposal_and_the_merged_text_warn_and_nothing_is_refused(site: Site) -> None:
    writer, redacteur = site.visit(site.people.writer), site.visit(site.people.redacteur)
    broken = BODY.replace("voorbeeld.", "voorbeeld, zie [[Nergens]].")
    form = {"titel": site.page.title, "tekst": broken, "basis": str(site.page.revision_id)}
    preview = html(writer.post(f"{site.page.url}/voorstel", {**form, "actie": "voorbeeld"}))
    assert "“nergens” – deze pagina is er nog niet" in preview
    number = site.proposal(taken=True, body=broken)
    for visitor in (writer, redacteur):
        assert "“nergens” – deze pagina is er nog niet" in html(visitor.get(f"/voorstellen/{number}"))
    colleague = html(site.visit(site.people.colleague).get(f"/voorstellen/{number}"))
    assert "Kijk deze links na" not in colleague
    with site.app.app_context():
        revise_page(site.page, BODY.replace("nog een zin", "nog een langere zin"))
    decision = {"besluit": "accept", "reden": "Helder.", "gezien": "2"}
    merged = redacteur.post(f"/voorstellen/{number}/besluit", decision).get_data(as_text=True)
    assert "“nergens” – deze pagina is er nog niet" in merged


def test_a_page_that_nothing_leads_to_is_listed_until_something_does(app: Flask) -> None:
    with app.app_context():
        site = Site(app, make_people(), make_page("Eenzaam"))
    visitor = site.visit(site.people.colleague)
    assert "waar niets naar verwijst" in html(visitor.get("/paginas"))
    with app.app_context():
        make_page("Gezelschap", "Zie [[Eenzaam]].\n")
        revise_page(site.page, "Zie [[Gezelschap]].\n")
    assert "waar niets naar verwijst" not in html(visitor.get("/paginas"))
