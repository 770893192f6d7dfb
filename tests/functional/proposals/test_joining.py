"""Writing along on a proposal: asked for, allowed or not, and what follows for the text and the decision."""

from dataclasses import replace

from flask import Flask
from sqlalchemy import select

from app.core.db import db
from app.core.permissions import Actor
from app.pages.texts import current_text
from app.proposals.detail_queries import proposal_head, timeline, versions
from app.proposals.kinds import ProposalState, ProposalStep
from app.proposals.models import ProposalChange
from app.proposals.preparing import prepare_edit
from app.proposals.reviewing.kinds import LapseCause
from app.proposals.reviewing.queries import reviews_of
from tests.browsing import Visitor
from tests.builders import make_page
from tests.proposal_builders import accept, send_changes, take, text_of
from tests.proposal_site import APART, BETTER, Site, hidden, html, went_to

WHY = "Ik ken de praktijk aan het loket."
PATH = "/voorstellen/{}/meeschrijven"


def ask(site: Site, number: int, who: Actor, words: str = WHY, *, key: str = "v") -> int:
    return site.visit(who).post(PATH.format(number), {"woorden": words, "sleutel": key}).status_code


def answer(site: Site, number: int, asker: Actor, besluit: str, **fields: str) -> int:
    """As the first writer, having seen everything."""
    visitor = site.visit(site.people.writer)
    address = f"{PATH.format(number)}/{asker.account_id}"
    seen = hidden(html(visitor.get(address)), "gezien")
    form = {"gezien": seen, "sleutel": "a", "besluit": besluit, "woorden": "", **fields}
    return visitor.post(address, form).status_code


def joined(site: Site, who: Actor, *, taken: bool = False) -> int:
    """A proposal on which this colleague writes along."""
    number = site.proposal(taken=taken)
    assert ask(site, number, who) == 303
    assert answer(site, number, who, "ja", woorden="Graag.") == 303
    return number


def adjust(visitor: Visitor, number: int, body: str) -> int:
    page = html(visitor.get(f"/voorstellen/{number}/aanpassen"))
    fields = {name: hidden(page, name) for name in ("basis", "gezien", "sleutel")}
    form = {**fields, "titel": "Tegenspraak organiseren", "tekst": body, "reden": "Nog beter."}
    return went_to(visitor.post(f"/voorstellen/{number}/aanpassen", form))


def step_of(app: Flask, number: int) -> tuple[ProposalStep, str | None, str]:
    with app.app_context():
        row = timeline(number)[-1]
        return row.step, row.joined, row.reason


def test_a_colleague_asks_and_a_writer_allows_it(site: Site) -> None:
    number = site.proposal()
    seen = html(site.visit(site.people.colleague).get(f"/voorstellen/{number}"))
    assert f'href="{PATH.format(number)}"' in seen
    assert ask(site, number, site.people.colleague) == 303
    writer = site.visit(site.people.writer)
    assert WHY in html(writer.get("/"))
    assert f"{WHY}</p>" in html(writer.get(f"/voorstellen/{number}"))
    assert answer(site, number, site.people.colleague, "ja", woorden="Graag.") == 303
    assert step_of(site.app, number) == (ProposalStep.JOIN, "Sam Voorbeeld", "Graag.")
    assert "Sam Voorbeeld schrijft mee" in html(writer.get(f"/voorstellen/{number}"))
    assert WHY not in html(writer.get("/"))
    with site.app.app_context():
        head = proposal_head(number)
    assert head is not None
    assert (head.state, set(head.authors)) == (ProposalState.SUBMITTED, {"Noor Voorbeeld", "Sam Voorbeeld"})


def test_a_writer_may_refuse_with_a_word(site: Site) -> None:
    number = site.proposal()
    ask(site, number, site.people.colleague)
    assert answer(site, number, site.people.colleague, "nee") == 422
    assert answer(site, number, site.people.colleague, "nee", woorden="Liever alleen.") == 303
    page = html(site.visit(site.people.colleague).get(f"/voorstellen/{number}"))
    assert "Liever alleen." in page
    assert ask(site, number, site.people.colleague, "Nog een keer?", key="w") == 409
    assert step_of(site.app, number)[0] is ProposalStep.SEND


def test_who_writes_along_sends_a_next_version_while_nobody_decided(site: Site) -> None:
    number = joined(site, site.people.colleague, taken=True)
    adviser = site.visit(site.people.second)
    form = {"oordeel": "agree", "basis": "1", "sleutel": "r"}
    assert adviser.post(f"/voorstellen/{number}/beoordelen", form).status_code == 303
    assert adjust(site.visit(site.people.colleague), number, APART) == number
    with site.app.app_context():
        head = proposal_head(number)
        assert head is not None
        assert head.state is ProposalState.IN_REVIEW
        assert [version.who for version in versions(number)] == ["Noor Voorbeeld", "Sam Voorbeeld"]
        assert [review.lapsed_because for review in reviews_of(number)] == [LapseCause.NEW_VERSION]
        accept(site.people.redacteur, number)
        text = current_text(site.page.id)
        assert text is not None
        assert text.content.body == APART
    assert adjust_status(site, number) == 409


def adjust_status(site: Site, number: int) -> int:
    return site.visit(site.people.writer).get(f"/voorstellen/{number}/aanpassen").status_code


def test_who_writes_along_never_decides_and_her_advice_no_longer_counts(site: Site) -> None:
    number = site.proposal()
    second = site.visit(site.people.second)
    second.post(f"/voorstellen/{number}/beoordelen", {"oordeel": "agree", "basis": "1", "sleutel": "r"})
    ask(site, number, site.people.second)
    assert answer(site, number, site.people.second, "ja") == 303
    taking = second.post(f"/voorstellen/{number}/behandelen", {"gezien": "2", "sleutel": "b"})
    assert taking.status_code == 403
    with site.app.app_context():
        assert [review.lapsed_because for review in reviews_of(number)] == [LapseCause.JOINED]


def test_who_handles_a_proposal_cannot_write_along(site: Site) -> None:
    number = site.proposal(taken=True)
    assert ask(site, number, site.people.redacteur) == 409
    assert ask(site, number, site.people.second) == 303
    with site.app.app_context():
        take(site.people.second, number)
    assert answer(site, number, site.people.second, "ja") == 409
    assert step_of(site.app, number)[0] is ProposalStep.TAKE


def test_only_a_writer_answers_and_a_double_click_has_one_effect(site: Site) -> None:
    number = site.proposal()
    assert [ask(site, number, site.people.colleague) for _ in range(2)] == [303, 303]
    assert ask(site, number, site.people.colleague, "Andere woorden") == 409
    address = f"{PATH.format(number)}/{site.people.colleague.account_id}"
    form = {"gezien": "1", "sleutel": "a", "besluit": "ja", "woorden": ""}
    stranger = site.visit(site.people.second)
    assert (stranger.get(address).status_code, stranger.post(address, form).status_code) == (403, 403)
    writer = site.visit(site.people.writer)
    assert [writer.post(address, form).status_code for _ in range(2)] == [303, 303]
    assert writer.post(address, {**form, "gezien": "2", "sleutel": "b"}).status_code == 409
    with site.app.app_context():
        assert [row.step for row in timeline(number)] == [ProposalStep.SEND, ProposalStep.JOIN]


def test_adjusting_one_page_leaves_what_is_asked_of_others_as_it_was(site: Site) -> None:
    with site.app.app_context():
        texts = [text_of(page) for page in (site.page, make_page("Openheid oefenen"))]
        changes = [prepare_edit(replace(text.content, body=BETTER), text) for text in texts]
        number = send_changes(site.people.writer, *changes)
    adjust(site.visit(site.people.writer), number, APART)
    with site.app.app_context():
        bodies = db.session.scalars(select(ProposalChange.body).order_by(ProposalChange.id))
        assert list(bodies) == [BETTER, BETTER, APART, BETTER]
