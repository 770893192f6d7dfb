"""The redactie decides, as a browser sends it."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import event, func, select
from werkzeug.test import TestResponse

from app.core.db import db
from app.pages.models import Revision
from app.pages.texts import current_text
from app.proposals.detail_queries import proposal_head, timeline
from app.proposals.kinds import ProposalState, ProposalStep
from tests.browsing import Visitor
from tests.builders import revise_page
from tests.proposal_builders import REDACTEUR, make_actor
from tests.proposal_site import APART, BETTER, OTHER, Site, hidden, html, went_to

REASON = "Helder en korter, dank je wel."
CHOSEN = re.compile(r'name="keuze-\d+"[^>]*\schecked')


def decide(visitor: Visitor, number: int, besluit: str = "accept", **fields: str) -> TestResponse:
    """Press a button under the reason."""
    form = {"besluit": besluit, "reden": REASON, "gezien": "2", "sleutel": "b", **fields}
    return visitor.post(f"/voorstellen/{number}/besluit", form)


def unmarked(page: str) -> str:
    """The page without the marks on the words that differ."""
    return page.replace("<mark>", "").replace("</mark>", "")


def code_of_decision(visitor: Visitor, number: int) -> int:
    return decide(visitor, number).status_code


def state(app: Flask, number: int) -> ProposalState:
    with app.app_context():
        head = proposal_head(number)
        assert head is not None
        return head.state


def body(site: Site) -> str:
    with site.app.app_context():
        text = current_text(site.page.id)
        assert text is not None
        return text.content.body


def revisions(site: Site) -> int:
    with site.app.app_context():
        return db.session.scalar(select(func.count()).select_from(Revision)) or 0


def test_a_redacteur_takes_on_and_takes_over(site: Site) -> None:
    number = site.proposal()
    visitor = site.visit(site.people.redacteur)
    went_to(visitor.post(f"/voorstellen/{number}/behandelen", {"gezien": "1", "sleutel": "t"}))
    page = html(visitor.get(f"/voorstellen/{number}"))
    assert "Jij behandelt dit voorstel nu." in page
    assert "Neem over" in page
    went_to(decide(visitor, number))
    assert "Het voorstel is overgenomen" in html(visitor.get(f"/voorstellen/{number}"))
    assert body(site) == BETTER
    assert "beter voorbeeld" in html(Visitor(site.app).get(site.page.url))


@pytest.mark.parametrize("besluit", ["accept", "ask_adjustment", "reject"])
def test_a_decision_without_a_reason_is_refused(site: Site, besluit: str) -> None:
    number = site.proposal(taken=True)
    page = html(decide(site.visit(site.people.redacteur), number, besluit, reden="  "), 422)
    assert "Schrijf op waarom" in page
    assert state(site.app, number) is ProposalState.IN_REVIEW


@pytest.mark.parametrize("step", ["behandelen", "besluit"])
def test_a_crafted_form_cannot_decide_on_an_own_proposal(site: Site, step: str) -> None:
    number = site.proposal(writer=site.people.second, taken=True)
    visitor = site.visit(site.people.second)
    page = html(visitor.get(f"/voorstellen/{number}"))
    assert "Neem over" not in page
    assert "Niemand beslist over eigen woorden." in page
    form = {"besluit": "accept", "reden": REASON, "gezien": "2", "sleutel": "x"}
    assert visitor.post(f"/voorstellen/{number}/{step}", form).status_code == 403
    assert state(site.app, number) is ProposalState.IN_REVIEW
    assert revisions(site) == 1


def test_a_crafted_form_cannot_decide_on_an_own_proposal_of_a_page_that_moved_on(site: Site) -> None:
    number = site.proposal(writer=site.people.second, taken=True)
    with site.app.app_context():
        revise_page(site.page, OTHER)
    assert decide(site.visit(site.people.second), number).status_code == 403


def test_a_member_cannot_decide(site: Site) -> None:
    number = site.proposal(taken=True)
    for actor in (site.people.writer, site.people.colleague):
        assert decide(site.visit(actor), number).status_code == 403
    assert state(site.app, number) is ProposalState.IN_REVIEW


def test_the_second_of_two_redacteuren_hears_that_somebody_was_first(site: Site) -> None:
    number = site.proposal(taken=True)
    went_to(decide(site.visit(site.people.redacteur), number))
    answer = decide(site.visit(site.people.second), number, "reject", reden="Mijn lange uitleg.", sleutel="c")
    page = html(answer, 409)
    assert "Iemand was je net voor" in page
    assert "Mijn lange uitleg." in page
    assert state(site.app, number) is ProposalState.ACCEPTED


def test_a_decision_sent_twice_has_one_effect_and_one_answer(site: Site) -> None:
    number = site.proposal(taken=True)
    visitor = site.visit(site.people.redacteur)
    assert went_to(decide(visitor, number)) == went_to(decide(visitor, number)) == number
    assert revisions(site) == 2


def test_an_unknown_button_is_refused(site: Site) -> None:
    number = site.proposal(taken=True)
    for besluit in ("take", "", "withdraw"):
        assert decide(site.visit(site.people.redacteur), number, besluit).status_code == 422


def test_the_writer_withdraws_and_the_words_stay(site: Site) -> None:
    number = site.proposal()
    visitor = site.visit(site.people.writer)
    went_to(visitor.post(f"/voorstellen/{number}/intrekken", {"gezien": "1", "sleutel": "w"}))
    assert state(site.app, number) is ProposalState.WITHDRAWN
    assert "beter" in html(visitor.get(f"/voorstellen/{number}"))


def test_the_assignee_lays_a_proposal_back(site: Site) -> None:
    number = site.proposal(taken=True)
    form = {"gezien": "2", "sleutel": "r"}
    assert site.visit(site.people.second).post(f"/voorstellen/{number}/terugleggen", form).status_code == 403
    went_to(site.visit(site.people.redacteur).post(f"/voorstellen/{number}/terugleggen", form))
    assert state(site.app, number) is ProposalState.SUBMITTED


def test_changes_apart_are_shown_merged_before_they_are_published(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context():
        moved = revise_page(site.page, APART)
    visitor = site.visit(site.people.redacteur)
    page = html(decide(visitor, number))
    assert "Kijk het samengevoegde resultaat na" in page
    assert REASON in page
    assert hidden(page, "basis") == str(moved.revision_id)
    assert revisions(site) == 2
    went_to(decide(visitor, number, basis=str(moved.revision_id)))
    assert "een beter voorbeeld" in body(site)
    assert "nog een langere zin" in body(site)


def test_an_overlap_is_settled_apart_and_nothing_is_chosen_beforehand(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context():
        moved = revise_page(site.page, OTHER)
    visitor = site.visit(site.people.redacteur)
    page = unmarked(html(decide(visitor, number), 409))
    for words in ("Dit is een voorbeeld.", "Dit is een ander voorbeeld.", "Dit is een beter voorbeeld."):
        assert words in page
    assert CHOSEN.findall(page) == []
    fields = {"basis": str(moved.revision_id), "plek-1": hidden(page, "plek-1")}
    assert "Kies op elke plek" in html(decide(visitor, number, **fields), 409)
    went_to(decide(visitor, number, **fields, **{"keuze-1": "voorstel"}))
    assert body(site) == BETTER


def test_own_words_settle_an_overlap(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context():
        moved = revise_page(site.page, OTHER)
    visitor = site.visit(site.people.redacteur)
    plek = hidden(html(decide(visitor, number), 409), "plek-1")
    fields = {"basis": str(moved.revision_id), "plek-1": plek, "keuze-1": "eigen"}
    assert "het veld is" in html(decide(visitor, number, **fields), 409)
    went_to(decide(visitor, number, **fields, **{"eigen-1": "Dit is ons voorbeeld."}))
    assert body(site).startswith("Dit is ons voorbeeld. Het staat")


def test_settling_without_a_reason_keeps_every_choice(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context():
        moved = revise_page(site.page, OTHER)
    visitor = site.visit(site.people.redacteur)
    plek = hidden(html(decide(visitor, number), 409), "plek-1")
    fields = {"basis": str(moved.revision_id), "plek-1": plek, "keuze-1": "eigen", "eigen-1": "Onze zin."}
    page = html(decide(visitor, number, reden="", **fields), 409)
    assert "Onze zin." in page
    assert 'value="eigen" checked' in page


def test_a_page_that_moves_on_again_is_merged_again_with_the_words_kept(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context():
        moved = revise_page(site.page, OTHER)
    visitor = site.visit(site.people.redacteur)
    plek = hidden(html(decide(visitor, number), 409), "plek-1")
    with site.app.app_context():
        revise_page(site.page, OTHER.replace("ander", "heel ander"))
    fields = {"basis": str(moved.revision_id), "plek-1": plek, "keuze-1": "eigen", "eigen-1": "Onze zin."}
    page = unmarked(html(decide(visitor, number, **fields), 409))
    assert "net weer veranderd" in page
    assert "heel ander voorbeeld" in page
    assert "Onze zin." in page
    assert CHOSEN.findall(page) == []


def test_keeping_what_stands_there_publishes_nothing_and_says_so(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context():
        moved = revise_page(site.page, OTHER)
    visitor = site.visit(site.people.redacteur)
    plek = hidden(html(decide(visitor, number), 409), "plek-1")
    fields = {"basis": str(moved.revision_id), "plek-1": plek, "keuze-1": "huidig"}
    page = html(decide(visitor, number, **fields), 409)
    assert "er valt niets te publiceren" in page
    assert revisions(site) == 2


def test_a_proposal_that_is_in_the_page_already_leaves_nothing_to_take_over(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context():
        revise_page(site.page, BETTER)
    page = html(decide(site.visit(site.people.redacteur), number))
    assert "Er valt niets meer over te nemen" in page


def test_twenty_decisions_at_once_publish_one_revision(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context():
        redacteuren = [make_actor(f"Redacteur {place} Voorbeeld", *REDACTEUR) for place in range(20)]
    visitors = [site.visit(redacteur) for redacteur in redacteuren]
    codes = at_once([partial(code_of_decision, visitor, number) for visitor in visitors])
    assert sorted(codes) == [303] + [409] * 19
    assert revisions(site) == 2
    with site.app.app_context():
        steps = [row.step for row in timeline(number)]
    assert steps == [ProposalStep.SEND, ProposalStep.TAKE, ProposalStep.ACCEPT]


def test_one_decision_sent_twenty_times_at_once_has_one_answer(site: Site) -> None:
    number = site.proposal(taken=True)
    visitors = [site.visit(site.people.redacteur) for _ in range(20)]
    codes = at_once([partial(code_of_decision, visitor, number) for visitor in visitors])
    assert codes == [303] * 20
    assert revisions(site) == 2


def test_who_is_overtaken_while_her_decision_is_prepared_is_told(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context():
        second = site.visit(make_actor("Joris Voorbeeld", *REDACTEUR))
        engine = db.engine
    overtaking: list[int] = []

    def overtake(*statement: object) -> None:
        # What the proposal asks is read after the check that it is open, and before its pages are.
        if "FROM proposal_change" in str(statement[2]) and not overtaking:
            overtaking.append(0)
            overtaking[0] = at_once([partial(code_of_decision, second, number)])[0]

    event.listen(engine, "before_cursor_execute", overtake)
    try:
        assert code_of_decision(site.visit(site.people.redacteur), number) == 409
    finally:
        event.remove(engine, "before_cursor_execute", overtake)
    assert overtaking == [303]
    assert revisions(site) == 2


def at_once(work: list[Callable[[], int]]) -> list[int]:
    """Do all of these in threads that begin together."""
    barrier = Barrier(len(work))

    def one(task: Callable[[], int]) -> int:
        barrier.wait()
        return task()

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(one, work))
