"""Talking about a proposal, as a browser sends it; what was said stays with its words."""

import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

from sqlalchemy import func, select, update

from app.core.db import db, unit_of_work
from app.core.permissions import Role
from app.discussions.kinds import DiscussionStep, TextSide
from app.discussions.models import Comment, Discussion
from app.discussions.rules import MOST_COMMENTS
from app.proposals import service
from app.proposals.merging.following import rebase_proposal
from tests.browsing import Visitor
from tests.builders import BODY, make_account, make_page, revise_page
from tests.discussion_builders import begin_discussion, line, read_discussion, take_turn
from tests.proposal_builders import move, resend, send_new_page
from tests.proposal_site import APART, Site, hidden, html
from tests.statements import counted_statements

LOOSE = "Deze reacties gaan over tekst die er niet meer staat"
WITHOUT_SECOND = BODY.replace("Onder de kop staat nog een zin.", "")


def say(visitor: Visitor, number: int, words: str, **fields: str) -> int:
    """Comment through the form; the answer leads to the number of the discussion."""
    answer = visitor.post(f"/voorstellen/{number}/reageer", {"reactie": words, "sleutel": "k", **fields})
    found = re.fullmatch(rf"/voorstellen/{number}#overleg-(\d+)", answer.location or "")
    assert found, answer.status
    return int(found.group(1))


def under(page: str, words: str) -> str:
    """What stands in the page between some words of the text and the next block."""
    return page[page.index(words) :].partition('<div class="diff-block')[0]


def adjust(site: Site, number: int, body: str) -> None:
    """Another text is sent in after a question."""
    with site.app.app_context():
        with unit_of_work():
            service.ask_adjustment(site.people.redacteur, move(number, "Kan het korter?"), key="a")
        resend(site.people.writer, number, site.page, body)


def test_a_comment_on_a_line_stands_under_that_line(site: Site) -> None:
    number = site.proposal()
    visitor = site.visit(site.people.colleague)
    page = html(visitor.get(f"/voorstellen/{number}"))
    links = re.findall(r'href="(/voorstellen/\d+/reageer\?plek=[^"]+)"', page)
    form = html(visitor.get(links[0]))
    assert "Dit is een beter voorbeeld." in form
    say(visitor, number, "Waarom <i>beter</i>? Zie [[Tegenspraak organiseren]].", plek=hidden(form, "plek"))
    page = html(site.visit(site.people.writer).get(f"/voorstellen/{number}"))
    said = under(page, "om te lezen")
    assert "Waarom &lt;i&gt;beter&lt;/i&gt;?" in said
    assert f'<a href="{site.page.url}">Tegenspraak organiseren</a>' in said
    assert "Sam Voorbeeld" in said


def test_a_reader_reads_along_and_has_no_say(site: Site) -> None:
    number = site.proposal()
    with site.app.app_context():
        begun = begin_discussion(site.people.colleague, number, "Klopt dit wel?")
        reader = make_account("Lezer Voorbeeld", [Role.READER])
    visitor = Visitor(site.app).sign_in(reader)
    page = html(visitor.get(f"/voorstellen/{number}"))
    assert "Klopt dit wel?" in page
    assert "Reageer" not in page
    assert "Klopt dit wel?" in html(visitor.get(f"/overleg/{begun}"))
    assert visitor.post(f"/overleg/{begun}", {"stap": "antwoord", "reactie": "Nee."}).status_code == 403


def test_a_discussion_is_replied_to_settled_and_opened_again(site: Site) -> None:
    number = site.proposal()
    visitor = site.visit(site.people.writer)
    with site.app.app_context():
        begun = begin_discussion(site.people.colleague, number)
    address = f"/overleg/{begun}"
    for step, words in (("antwoord", "Ik denk het wel."), ("afhandelen", "Nagezocht: ja.")):
        seen = hidden(html(visitor.get(address)), "gezien")
        answer = visitor.post(address, {"stap": step, "reactie": words, "gezien": seen, "sleutel": step})
        assert answer.location == f"/voorstellen/{number}#overleg-{begun}"
    page = html(visitor.get(f"/voorstellen/{number}"))
    assert "Afgehandeld door Noor Voorbeeld" in page
    assert "Nagezocht: ja." in page
    assert visitor.post(address, {"stap": "heropenen", "sleutel": "h"}).status_code == 303
    with site.app.app_context():
        assert read_discussion(begun).settled_at is None


def test_a_reply_to_what_was_settled_meanwhile_opens_it_again(site: Site) -> None:
    number = site.proposal()
    with site.app.app_context():
        begun = begin_discussion(site.people.colleague, number)
        take_turn(site.people.writer, begun, DiscussionStep.SETTLE)
        take_turn(site.people.colleague, begun, DiscussionStep.REPLY, "Wacht, nog iets.")
        found = read_discussion(begun)
    assert found.settled_at is None
    assert len(found.comments) == 2


def test_nobody_settles_what_she_has_not_read(site: Site) -> None:
    number = site.proposal()
    visitor = site.visit(site.people.writer)
    with site.app.app_context():
        begun = begin_discussion(site.people.colleague, number)
        seen = str(read_discussion(begun).newest)
        take_turn(site.people.second, begun, DiscussionStep.REPLY, "Ik twijfel.")
    form = {"stap": "afhandelen", "reactie": "Klaar.", "gezien": seen, "sleutel": "s"}
    page = html(visitor.post(f"/overleg/{begun}", form), 409)
    assert "Er kwam net een reactie bij." in page
    assert "Klaar." in page
    assert "Ik twijfel." in page


def test_a_comment_follows_its_line_and_becomes_loose_when_it_is_gone(site: Site) -> None:
    number = site.proposal(body=APART, taken=True)
    with site.app.app_context():
        begun = begin_discussion(site.people.colleague, number, "Mooi.", line(number, 2))
    visitor = site.visit(site.people.writer)
    adjust(site, number, f"Een nieuw begin.\n\n{APART.replace('langere zin', 'veel langere zin')}")
    page = html(visitor.get(f"/voorstellen/{number}"))
    assert "Mooi." in under(page, "langere zin")
    assert "De tekst is daarna veranderd. Toen stond er:" in page
    assert LOOSE not in page
    with site.app.app_context(), unit_of_work():
        gone = {"quote": "Iets heel anders dat niemand zei.", "prefix": "x" * 40, "suffix": "y" * 40}
        db.session.execute(update(Discussion).where(Discussion.id == begun).values(**gone))
    page = html(visitor.get(f"/voorstellen/{number}"))
    assert "Iets heel anders dat niemand zei." in page[page.index(LOOSE) :]
    assert f"/voorstellen/{number}?versie=1" in page[page.index(LOOSE) :]


def test_a_comment_stays_when_the_proposal_follows_its_page(site: Site) -> None:
    number = site.proposal()
    with site.app.app_context():
        begin_discussion(site.people.colleague, number, "Veel beter zo.", line(number, 0))
        revise_page(site.page, "Een nieuw begin.\n\n" + APART)
        rebase_proposal({"proposal": number})
    page = html(site.visit(site.people.writer).get(f"/voorstellen/{number}"))
    assert "versie 2 van het voorstel" in page
    assert "Veel beter zo." in under(page, "om te lezen")


def test_a_comment_on_what_is_taken_out_stands_where_it_was(site: Site) -> None:
    number = site.proposal(body=WITHOUT_SECOND)
    with site.app.app_context():
        begin_discussion(site.people.colleague, number, "Dit hoort erbij.", line(number, 2, TextSide.OLD))
    page = html(site.visit(site.people.writer).get(f"/voorstellen/{number}"))
    assert "Dit hoort erbij." in under(page, "Onder de kop staat nog een zin.")


def test_no_view_of_a_proposal_leaves_a_comment_out(site: Site) -> None:
    number = site.proposal()
    with site.app.app_context():
        begin_discussion(site.people.colleague, number, "Blijf zichtbaar.", line(number, 0))
        new = send_new_page(site.people.writer)
        begin_discussion(site.people.colleague, new, "Blijf zichtbaar.", line(new, 0))
    visitor = site.visit(site.people.writer)
    for view in ("doorlopend", "naast", "brontekst", "hele-tekst"):
        for proposal in (number, new):
            page = html(visitor.get(f"/voorstellen/{proposal}?weergave={view}"))
            assert page.count("Blijf zichtbaar.") == 1, (view, proposal)


def test_a_form_that_is_sent_twice_says_it_once(site: Site) -> None:
    number = site.proposal()
    visitor = site.visit(site.people.colleague)
    assert say(visitor, number, "Eén keer.") == say(visitor, number, "Eén keer.")
    address = f"/voorstellen/{number}/reageer"
    other = html(visitor.post(address, {"reactie": "Iets anders.", "sleutel": "k"}), 409)
    assert "Iets anders." in other
    with site.app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Comment)) == 1


def test_places_that_are_not_in_the_proposal_are_refused(site: Site) -> None:
    number, other = site.proposal(), site.proposal(writer=site.people.colleague)
    visitor = site.visit(site.people.colleague)
    with site.app.app_context():
        elsewhere = line(other, 0).word
        beyond = line(number, 99).word
    for place in (elsewhere, beyond, "999", "x"):
        assert visitor.get(f"/voorstellen/{number}/reageer?plek={place}").status_code == 404
        form = {"reactie": "Hallo.", "plek": place, "sleutel": "k"}
        assert visitor.post(f"/voorstellen/{number}/reageer", form).status_code == 404
    assert visitor.get(f"/voorstellen/{2**40}/reageer").status_code == 404
    assert visitor.get(f"/overleg/{2**40}").status_code == 404


def test_an_empty_a_long_and_one_comment_too_many_come_back(site: Site) -> None:
    number = site.proposal()
    visitor = site.visit(site.people.colleague)
    address = f"/voorstellen/{number}/reageer"
    assert "Schrijf eerst een reactie." in html(visitor.post(address, {"reactie": " "}), 422)
    assert "Maak het korter" in html(visitor.post(address, {"reactie": "a" * 2_001}), 422)
    with site.app.app_context():
        begun = begin_discussion(site.people.colleague, number)
        with unit_of_work():
            first = db.session.scalars(select(Comment)).one()
            db.session.add_all(
                Comment(discussion_id=begun, author_id=first.author_id, body="Nog een.", at=first.at)
                for _ in range(MOST_COMMENTS - 1)
            )
    form = {"stap": "antwoord", "reactie": "En ik.", "sleutel": "k"}
    page = html(visitor.post(f"/overleg/{begun}", form), 422)
    assert "passen 200 reacties" in page
    assert "En ik." in page


def test_of_two_who_settle_at_once_one_is_told(site: Site) -> None:
    number = site.proposal()
    with site.app.app_context():
        begun = begin_discussion(site.people.colleague, number)
        form = {"stap": "afhandelen", "gezien": str(read_discussion(begun).newest), "sleutel": "s"}
    visitors = [site.visit(actor) for actor in (site.people.writer, site.people.colleague)]
    barrier = Barrier(len(visitors))

    def settle(visitor: Visitor) -> int:
        barrier.wait()
        return visitor.post(f"/overleg/{begun}", form).status_code

    with ThreadPoolExecutor(len(visitors)) as threads:
        assert sorted(threads.map(partial(settle), visitors)) == [303, 409]


def test_the_number_of_statements_does_not_grow_with_what_is_said(site: Site) -> None:
    number = site.proposal()
    visitor = site.visit(site.people.writer)
    with site.app.app_context():
        make_page("Tegenspraak")
        begin_discussion(site.people.colleague, number, "Zie [[Tegenspraak]].", line(number, 0))
    with counted_statements(site.app) as few:
        visitor.get(f"/voorstellen/{number}")
    with site.app.app_context():
        for block in (0, 1, 2, 2):
            begun = begin_discussion(site.people.second, number, "Zie [[Tegenspraak]].", line(number, block))
            take_turn(site.people.writer, begun, DiscussionStep.REPLY, "Dank je.")
    with counted_statements(site.app) as many:
        visitor.get(f"/voorstellen/{number}")
    assert len(many) == len(few)
