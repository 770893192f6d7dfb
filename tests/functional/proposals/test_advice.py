"""Advising on a proposal, as a browser sends it."""

import pytest

from app.core.db import unit_of_work
from app.core.permissions import Actor
from app.proposals import service
from app.proposals.detail_queries import versions
from app.proposals.merging.following import rebase_proposal
from app.proposals.queries import queue
from app.proposals.reviewing.kinds import LapseCause, ReviewVerdict
from app.proposals.reviewing.queries import ReviewRow, reviews_of
from tests.builders import revise_page
from tests.proposal_builders import move, resend
from tests.proposal_site import APART, BETTER, OTHER, Site, hidden, html

Verdict = ReviewVerdict


def advise(site: Site, actor: Actor, number: int, verdict: Verdict, words: str = "") -> None:
    visitor, address = site.visit(actor), f"/voorstellen/{number}/beoordelen"
    page = html(visitor.get(address))
    form = {name: hidden(page, name) for name in ("basis", "sleutel")}
    answer = visitor.post(address, {**form, "oordeel": verdict.value, "woorden": words})
    assert answer.location == f"/voorstellen/{number}#beoordelingen"


def reviews(site: Site, number: int) -> list[ReviewRow]:
    with site.app.app_context():
        return list(reviews_of(number))


def test_a_colleague_advises_and_everybody_signed_in_reads_it(site: Site) -> None:
    number = site.proposal()
    advise(site, site.people.colleague, number, Verdict.QUESTION, "Geldt dit ook voor <b>inhuur</b>?")
    page = html(site.visit(site.people.writer).get(f"/voorstellen/{number}"))
    assert "Geldt dit ook voor &lt;b&gt;inhuur&lt;/b&gt;?" in page
    assert "Zeg wat je ervan vindt" not in page
    with site.app.app_context():
        assert [row.reviews for row in queue().rows(limit=5)] == [{Verdict.QUESTION: 1}]
    assert "1 vraag" in html(site.visit(site.people.redacteur).get("/redactie/wachtrij"))


def test_the_newest_advice_of_a_person_counts_and_the_older_stays_readable(site: Site) -> None:
    number = site.proposal()
    advise(site, site.people.colleague, number, Verdict.DISAGREE, "Dit is te kort.")
    advise(site, site.people.colleague, number, Verdict.AGREE)
    advise(site, site.people.second, number, Verdict.AGREE)
    lapsed = [review.lapsed_because for review in reviews(site, number)]
    assert lapsed == [LapseCause.REPLACED, None, None]
    page = html(site.visit(site.people.writer).get(f"/voorstellen/{number}"))
    assert "telt niet meer: er kwam een nieuwe beoordeling" in page
    assert "Dit is te kort." in page


def test_advice_lapses_when_another_text_is_sent_in(site: Site) -> None:
    number = site.proposal(taken=True)
    advise(site, site.people.colleague, number, Verdict.AGREE)
    with site.app.app_context():
        with unit_of_work():
            service.ask_adjustment(site.people.redacteur, move(number, "Kan het korter?"), key="a")
        resend(site.people.writer, number, site.page, OTHER)
    assert [review.lapsed_because for review in reviews(site, number)] == [LapseCause.NEW_VERSION]


BOTH = BETTER.replace("nog een zin", "nog een langere zin")


@pytest.mark.parametrize(("asked", "lapsed"), [(BETTER, None), (BOTH, LapseCause.REBASED)])
def test_advice_lapses_when_following_the_page_leaves_something_else_to_ask(
    site: Site, asked: str, lapsed: LapseCause | None
) -> None:
    number = site.proposal(body=asked)
    advise(site, site.people.colleague, number, Verdict.AGREE)
    with site.app.app_context():
        revise_page(site.page, APART)
        rebase_proposal({"proposal": number})
        assert len(versions(number)) == 2
    assert [review.lapsed_because for review in reviews(site, number)] == [lapsed]


def test_advice_on_a_text_that_was_not_seen_comes_back_with_its_words(site: Site) -> None:
    number = site.proposal()
    form = {"oordeel": "disagree", "woorden": "Mijn lange uitleg.", "basis": "999", "sleutel": "k"}
    visitor = site.visit(site.people.colleague)
    page = html(visitor.post(f"/voorstellen/{number}/beoordelen", form), 409)
    assert "aangepast terwijl je schreef" in page
    assert "Mijn lange uitleg." in page
    assert hidden(page, "basis") != "999"
    assert reviews(site, number) == []


def test_a_question_without_words_is_asked_for_them(site: Site) -> None:
    number = site.proposal()
    visitor = site.visit(site.people.colleague)
    form = {"oordeel": "question", "basis": "1", "sleutel": "k"}
    assert "Schrijf op wat je bedoelt." in html(visitor.post(f"/voorstellen/{number}/beoordelen", form), 422)
    assert "Kies wat je ervan vindt." in html(visitor.post(f"/voorstellen/{number}/beoordelen", {}), 422)


def test_a_form_that_is_sent_twice_says_it_once(site: Site) -> None:
    number = site.proposal()
    visitor, address = site.visit(site.people.colleague), f"/voorstellen/{number}/beoordelen"
    page = html(visitor.get(address))
    form = {"oordeel": "agree", "basis": hidden(page, "basis"), "sleutel": "k"}
    for _ in range(2):
        assert visitor.post(address, form).status_code == 303
    assert len(reviews(site, number)) == 1
    other = html(visitor.post(address, {**form, "woorden": "Toch nog iets."}), 409)
    assert "Toch nog iets." in other


def test_nobody_advises_on_words_of_their_own(site: Site) -> None:
    number = site.proposal()
    visitor = site.visit(site.people.writer)
    form = {"oordeel": "agree", "basis": "1", "sleutel": "k"}
    assert visitor.get(f"/voorstellen/{number}/beoordelen").status_code == 403
    assert visitor.post(f"/voorstellen/{number}/beoordelen", form).status_code == 403
