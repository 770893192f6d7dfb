"""Proposals move along with their pages; where that is not clear, a person chooses and no text is lost."""

import pytest
from sqlalchemy import select

from app.core.db import db, unit_of_work
from app.core.errors import Conflict, Forbidden
from app.core.permissions import Actor
from app.core.submissions import new_key
from app.proposals.detail_queries import timeline, versions
from app.proposals.kinds import Choice, ProposalState, ProposalStep
from app.proposals.merging import models as merging
from app.proposals.merging import service
from app.proposals.merging.following import follow_page, rebase_proposal
from app.proposals.merging.queries import Standing, clashes_with, settled_places, standing_of
from app.proposals.plans import plan_step
from app.proposals.queries import all_open
from app.proposals.rebasing import Settlement
from app.proposals.texts import change_text
from tests.builders import BuiltPage, make_page, revise_page
from tests.proposal_builders import accept, make_people, move, send_edit, take, text_of
from tests.proposal_site import APART, BETTER, OTHER

pytestmark = pytest.mark.usefixtures("context")


def move_on(page: BuiltPage, body: str, proposal: int) -> None:
    """Another text for the page, and what follows from it for the proposal."""
    revise_page(page, body)
    follow_page({"page": page.id})
    rebase_proposal({"proposal": proposal})


def steps(proposal: int) -> list[ProposalStep]:
    return [row.step for row in timeline(proposal)]


def standing(proposal: int) -> Standing:
    found = standing_of(proposal)
    assert found is not None
    return found


def settle(actor: Actor, proposal: int, choice: Choice, own: str = "") -> None:
    step = move(proposal, "")
    plan = plan_step(actor, ProposalStep.SETTLE, step)
    typed = {overlap.key: Settlement(choice, own) for overlap in plan.overlaps}
    changes = service.prepare_changes(plan, typed)
    with unit_of_work():
        service.settle(actor, step, plan, typed, changes=changes, key=new_key())


def test_a_proposal_follows_its_page_by_itself_when_nothing_overlaps() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    move_on(page, APART, proposal)
    change = change_text(standing(proposal).version_id)
    assert steps(proposal) == [ProposalStep.SEND, ProposalStep.REBASE]
    assert change.base_revision_id == text_of(page).id
    assert "een beter voorbeeld" in change.content.body
    assert "nog een langere zin" in change.content.body


def test_what_was_sent_in_stays_as_it_was_beside_the_rebased_text() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    move_on(page, APART, proposal)
    first, second = versions(proposal)
    assert change_text(first.id).content.body == BETTER
    assert (second.who, second.sent_at, second.reason) == (first.who, first.sent_at, first.reason)


def test_following_again_changes_nothing() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    move_on(page, APART, proposal)
    rebase_proposal({"proposal": proposal})
    assert len(versions(proposal)) == 2


def test_a_rebased_proposal_is_taken_over_without_another_merge() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    move_on(page, APART, proposal)
    take(people.redacteur, proposal)
    assert not plan_step(people.redacteur, ProposalStep.ACCEPT, move(proposal)).has_moved_on
    accept(people.redacteur, proposal)
    assert "een beter voorbeeld" in text_of(page).content.body


def test_a_decision_on_a_text_that_was_rebased_unseen_is_refused() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    take(people.redacteur, proposal)
    seen = move(proposal)
    move_on(page, APART, proposal)
    with pytest.raises(Conflict, match="page_moved_on_meanwhile"):
        plan_step(people.redacteur, ProposalStep.ACCEPT, seen)
    plan_step(people.redacteur, ProposalStep.REJECT, seen)


def test_a_clash_is_shown_once_with_the_version_it_is_with() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    move_on(page, OTHER, proposal)
    assert clashes_with(standing(proposal).version_id) == 2
    assert [row.clashes_with for row in all_open().rows(limit=5)] == [2]
    rebase_proposal({"proposal": proposal})
    assert steps(proposal) == [ProposalStep.SEND, ProposalStep.CLASH]


def test_a_clash_that_goes_away_by_itself_is_forgotten() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    move_on(page, OTHER, proposal)
    move_on(page, APART, proposal)
    assert clashes_with(standing(proposal).version_id) is None
    assert steps(proposal)[-1] is ProposalStep.REBASE


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice.PROPOSED, "Dit is een beter voorbeeld. Het"),
        (Choice.BOTH, "Dit is een ander voorbeeld. Dit is een beter voorbeeld. Het"),
        (Choice.OWN, "Dit is ons voorbeeld. Het"),
    ],
)
def test_a_writer_settles_a_clash_and_the_redactie_goes_on(choice: Choice, expected: str) -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    take(people.redacteur, proposal)
    move_on(page, OTHER, proposal)
    settle(people.writer, proposal, choice, "Dit is ons voorbeeld.")
    assert standing(proposal).state is ProposalState.IN_REVIEW
    accept(people.redacteur, proposal)
    assert text_of(page).content.body.startswith(expected)


def test_every_text_that_gave_way_stays_with_the_step_that_settled_it() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    move_on(page, OTHER, proposal)
    settle(people.writer, proposal, Choice.OWN, "Dit is ons voorbeeld.")
    ((place,),) = settled_places(proposal, None).values()
    assert (place.choice, place.own) == (Choice.OWN, "Dit is ons voorbeeld.")
    assert place.base == "Dit is een voorbeeld."
    assert place.current == "Dit is een ander voorbeeld."
    assert place.proposed == "Dit is een beter voorbeeld."


def test_what_the_redactie_chose_while_taking_over_is_kept_too() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    take(people.redacteur, proposal)
    move_on(page, OTHER, proposal)
    (overlap,) = plan_step(people.redacteur, ProposalStep.ACCEPT, move(proposal)).overlaps
    accept(people.redacteur, proposal, {overlap.key: Settlement(Choice.PROPOSED)})
    ((place,),) = settled_places(proposal, None).values()
    assert (place.choice, place.current) == (Choice.PROPOSED, "Dit is een ander voorbeeld.")
    unsettled = select(merging.Conflict).where(merging.Conflict.event_id.is_(None))
    assert db.session.scalars(unsettled).all() == []


def test_only_a_writer_settles_before_the_decision() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    move_on(page, OTHER, proposal)
    for other in (people.colleague, people.redacteur):
        with pytest.raises(Forbidden, match="only_for_writers"):
            settle(other, proposal, Choice.PROPOSED)


def test_a_decided_proposal_does_not_follow_any_more() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    take(people.redacteur, proposal)
    accept(people.redacteur, proposal)
    move_on(page, APART, proposal)
    assert steps(proposal)[-1] is ProposalStep.ACCEPT
