"""Sending in and deciding, against a real database."""

from collections.abc import Callable

import pytest
from sqlalchemy import delete, func, select

from app.core.db import db, unit_of_work
from app.core.errors import Conflict, Forbidden, Invalid, NotFound
from app.core.permissions import Actor, Permission
from app.core.submissions import new_key
from app.proposals import publishing, service
from app.proposals.detail_queries import proposal_head, timeline, versions
from app.proposals.kinds import ProposalState, ProposalStep
from app.proposals.models import Proposal, ProposalAuthor
from app.proposals.sending import Motivation
from app.proposals.texts import change_text
from app.proposals.timeline import Move
from tests.builders import BODY, make_page, revise_page
from tests.proposal_builders import (
    WHY,
    accept,
    make_people,
    move,
    resend,
    send_edit,
    take,
)
from tests.proposal_site import APART, BETTER, OTHER

Step = Callable[..., str]

pytestmark = pytest.mark.usefixtures("context")


def state_of(proposal_id: int) -> ProposalState:
    head = proposal_head(proposal_id)
    assert head is not None
    return head.state


def test_a_proposal_keeps_its_words_and_its_base() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    head = proposal_head(proposal)
    assert head is not None
    change = change_text(head.version_id)
    assert (change.content.body, change.reason, change.base_revision_id) == (
        BETTER, WHY.reason, page.revision_id,
    )  # fmt: skip
    assert (head.state, head.authors) == (ProposalState.SUBMITTED, ("Noor Voorbeeld",))


def test_the_same_key_sends_once() -> None:
    people, page = make_people(), make_page()
    assert send_edit(people.writer, page, BETTER, key="k") == send_edit(people.writer, page, BETTER, key="k")
    assert db.session.scalar(select(func.count()).select_from(Proposal)) == 1


def test_a_proposal_that_changes_nothing_is_refused() -> None:
    people, page = make_people(), make_page()
    with pytest.raises(Invalid, match="nothing_changed"):
        send_edit(people.writer, page, BODY + "\n\n")


def test_a_reader_cannot_send_in() -> None:
    page = make_page()
    with pytest.raises(Forbidden, match="not_allowed"):
        send_edit(Actor(1, "Lezer", frozenset({Permission.READ})), page, BETTER)


def test_a_proposal_needs_a_reason_in_words() -> None:
    people, page = make_people(), make_page()
    with pytest.raises(Invalid, match="proposal_reason_missing"):
        send_edit(people.writer, page, BETTER, why=Motivation(reason="  "))


def test_an_adjusted_proposal_is_a_new_version_and_keeps_the_old_words() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    take(people.redacteur, proposal)
    with unit_of_work():
        service.ask_adjustment(people.redacteur, move(proposal, "Kan het korter?"), key=new_key())
    resend(people.writer, proposal, page, OTHER)
    first, second = versions(proposal)
    assert (change_text(first.id).content.body, change_text(second.id).content.body) == (BETTER, OTHER)
    assert state_of(proposal) is ProposalState.IN_REVIEW


def test_the_timeline_tells_every_step_with_its_words() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    take(people.redacteur, proposal)
    accept(people.redacteur, proposal)
    told = [(row.step, row.who, row.reason) for row in timeline(proposal)]
    assert told == [
        (ProposalStep.SEND, "Noor Voorbeeld", WHY.reason),
        (ProposalStep.TAKE, "Fenna Redactie", "Helder, dank je wel."),
        (ProposalStep.ACCEPT, "Fenna Redactie", "Helder, dank je wel."),
    ]


@pytest.mark.parametrize("step", [service.take, service.ask_adjustment, service.reject])
def test_a_redacteur_cannot_decide_on_her_own_proposal(step: Step) -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.redacteur, page, BETTER)
    take(people.second, proposal)
    with pytest.raises(Forbidden, match="own_proposal"), unit_of_work():
        step(people.redacteur, move(proposal), key=new_key())


def test_a_redacteur_cannot_take_her_own_proposal_over() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.redacteur, page, BETTER)
    take(people.second, proposal)
    with pytest.raises(Forbidden, match="own_proposal"):
        accept(people.redacteur, proposal)
    revise_page(page, APART)
    with pytest.raises(Forbidden, match="own_proposal"):
        publishing.plan_acceptance(people.redacteur, move(proposal))


def test_who_sent_in_an_earlier_version_cannot_decide_either() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.redacteur, page, BETTER)
    take(people.second, proposal)
    with unit_of_work():
        service.ask_adjustment(people.second, move(proposal), key=new_key())
    resend(people.redacteur, proposal, page, OTHER)
    with unit_of_work():
        mine = ProposalAuthor.account_id == people.redacteur.account_id
        db.session.execute(delete(ProposalAuthor).where(mine))
    with pytest.raises(Forbidden, match="own_proposal"):
        accept(people.redacteur, proposal)


def test_a_coauthor_cannot_decide() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    with unit_of_work():
        db.session.add(ProposalAuthor(proposal_id=proposal, account_id=people.redacteur.account_id))
    with pytest.raises(Forbidden, match="own_proposal"):
        take(people.redacteur, proposal)


def test_who_has_not_seen_the_last_step_is_too_late() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    seen = move(proposal)
    take(people.redacteur, proposal)
    with pytest.raises(Conflict, match="proposal_moved_on"), unit_of_work():
        service.take(people.second, seen, key=new_key())


def test_a_decision_that_is_sent_twice_counts_once() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    take(people.redacteur, proposal)
    step = move(proposal)
    for _ in range(2):
        with unit_of_work():
            service.reject(people.redacteur, step, key="twice")
    assert [row.step for row in timeline(proposal)].count(ProposalStep.REJECT) == 1


def test_an_unknown_proposal_is_not_found() -> None:
    people = make_people()
    with pytest.raises(NotFound), unit_of_work():
        service.take(people.redacteur, Move(proposal_id=9, seen_event=1), key=new_key())


def test_withdrawing_keeps_the_words() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    with unit_of_work():
        service.withdraw(people.writer, move(proposal, ""), key=new_key())
    head = proposal_head(proposal)
    assert head is not None
    assert head.state is ProposalState.WITHDRAWN
    assert change_text(head.version_id).content.body == BETTER
