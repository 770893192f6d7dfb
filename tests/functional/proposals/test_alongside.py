"""What colleagues do on the paragraphs of a page, in the edit form and for who reads."""

import re

from app.core.db import unit_of_work
from app.proposals.presence import service
from app.text.touched import paragraph_key
from tests.browsing import Visitor
from tests.builders import BODY, revise_page
from tests.proposal_builders import send_edit, send_new_page, take
from tests.proposal_site import APART, BETTER, OTHER, Site, html
from tests.statements import counted_statements

FIRST, LAST = "Dit is een voorbeeld. Het staat er…", "Onder de kop staat nog een zin."
ITEM = re.compile(r'<li class="work-list__item".*?</li>', re.DOTALL)
MARK = re.compile(r'<div class="work">.*?</div>', re.DOTALL)
JOIN = "loopt al een voorstel van Noor Voorbeeld"


def item(page: str, words: str) -> str:
    """What the list under the editor says of the paragraph that begins with these words."""
    found: list[str] = ITEM.findall(page)
    return next(item for item in found if f"“{words}”" in item)


def test_the_edit_form_names_the_paragraphs_on_which_a_proposal_runs(site: Site) -> None:
    number = site.proposal()
    form = html(site.visit(site.people.colleague).get(f"{site.page.url}/voorstel"))
    assert JOIN in item(form, FIRST)
    assert f'href="/voorstellen/{number}#meeschrijven"' in item(form, FIRST)
    assert JOIN not in item(form, LAST)
    own = html(site.visit(site.people.writer).get(f"{site.page.url}/voorstel"))
    assert "loopt al een voorstel van jou" in item(own, FIRST)


def test_a_section_shows_its_own_paragraphs_and_an_adjustment_leaves_itself_out(site: Site) -> None:
    number = site.proposal()
    colleague, writer = site.visit(site.people.colleague), site.visit(site.people.writer)
    section = html(colleague.get(f"{site.page.url}/voorstel?sectie=kop-een-kop"))
    assert FIRST not in section
    assert LAST in section
    with site.app.app_context():
        send_edit(site.people.colleague, site.page, APART)
        take(site.people.redacteur, number)
    visitor = site.visit(site.people.redacteur)
    form = {"besluit": "ask_adjustment", "reden": "Kan het korter?", "gezien": "2", "sleutel": "v"}
    assert visitor.post(f"/voorstellen/{number}/besluit", form).status_code == 303
    adjusting = html(writer.get(f"/voorstellen/{number}/aanpassen"))
    assert "voorstel van jou" not in adjusting
    assert "voorstel van Sam Voorbeeld" in item(adjusting, LAST)


def test_readers_with_a_name_see_a_mark_and_others_nothing(site: Site) -> None:
    number = site.proposal()
    marks = MARK.findall(html(site.visit(site.people.colleague).get(site.page.url)))
    assert f'href="/voorstellen/{number}"' in marks[0]
    assert not any("/voorstellen/" in mark for mark in marks[1:])
    answer = Visitor(site.app).get(site.page.url)
    assert MARK.findall(html(answer)) == []
    assert "data-presence" not in answer.text
    assert "Set-Cookie" not in answer.headers


def test_a_mark_stays_with_its_paragraph_when_the_page_moves_on(site: Site) -> None:
    number = site.proposal(body=APART)
    with site.app.app_context():
        revise_page(site.page, "Een nieuwe alinea vooraf.\n\n" + BODY.replace("nog een zin", "geen zin"))
    page = html(site.visit(site.people.colleague).get(site.page.url))
    before = page.partition(f'href="/voorstellen/{number}"')[0]
    assert before.rstrip().endswith('<div class="work">\n  <a class="work__proposal"')
    assert "geen zin.</p>" in before[-120:]


def test_who_is_at_work_is_seen_at_her_paragraph(site: Site) -> None:
    key = paragraph_key("Onder de kop staat nog een zin.")
    with site.app.app_context(), unit_of_work():
        service.note(site.people.writer, f"page:{site.page.id}", key)
    visitor = site.visit(site.people.colleague)
    form = html(visitor.get(f"{site.page.url}/voorstel"))
    assert "Noor Voorbeeld werkt nu ook aan deze pagina" in form
    assert "Noor Voorbeeld werkt hier nu" in item(form, LAST)
    assert "werkt hier nu" not in item(form, FIRST)
    assert "Noor Voorbeeld werkt hier nu" in MARK.findall(html(visitor.get(site.page.url)))[1]
    asked = html(visitor.get(f"/aanwezig?onderwerp=page:{site.page.id}"))
    assert f'data-place="{key}"' in asked


def test_a_page_costs_the_same_however_many_proposals_it_has(site: Site) -> None:
    visitor = site.visit(site.people.redacteur)
    counts = []
    for bodies in ((BETTER,), (OTHER, APART, BETTER)):
        for body in bodies:
            site.proposal(body=body)
        for address in (site.page.url, f"{site.page.url}/voorstel"):
            with counted_statements(site.app) as statements:
                html(visitor.get(address))
            counts.append(len(statements))
    assert counts[:2] == counts[2:]


def test_a_new_page_has_no_neighbours(site: Site) -> None:
    with site.app.app_context():
        send_new_page(site.people.writer)
    assert "data-work-list" not in html(site.visit(site.people.colleague).get("/voorstellen/nieuw"))
