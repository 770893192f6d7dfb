"""Publishing what was proposed, against a real database."""

import pytest
from sqlalchemy import delete, func, select

from app.core.db import db, unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.outbox import FollowUp, OutboxItem
from app.core.submissions import new_key
from app.pages.kinds import AuthorPart, RevisionOrigin
from app.pages.models import Page, PageSlug, Revision, RevisionAuthor
from app.pages.texts import current_text
from app.proposals import publishing
from app.proposals.detail_queries import proposal_head
from app.proposals.kinds import Choice, ProposalState, ProposalStep
from app.proposals.models import ProposalEvent, Publication
from app.proposals.rebasing import Settlement
from tests.builders import make_page, revise_page
from tests.proposal_builders import (
    WHY,
    accept,
    make_people,
    move,
    send_edit,
    send_new_page,
    take,
)
from tests.proposal_site import APART, BETTER, OTHER

pytestmark = pytest.mark.usefixtures("context")


def state_of(proposal_id: int) -> ProposalState:
    head = proposal_head(proposal_id)
    assert head is not None
    return head.state


def test_taking_over_publishes_exactly_one_revision_after_the_previous_one() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    take(people.redacteur, proposal)
    accept(people.redacteur, proposal)
    first, second = db.session.scalars(select(Revision).order_by(Revision.number))
    assert (second.parent_id, second.number, second.body) == (first.id, 2, BETTER)
    assert (second.origin, second.approver_id) == (RevisionOrigin.PROPOSAL, people.redacteur.account_id)
    assert (second.reason, second.change_note) == (WHY.reason, WHY.change_note)
    page_row = db.session.get_one(Page, page.id)
    assert page_row.current_revision_id == second.id


def test_the_decision_the_revision_and_the_promise_are_one_transaction() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    take(people.redacteur, proposal)
    step = move(proposal)
    text = publishing.prepare_publication(publishing.plan_acceptance(people.redacteur, step), {})
    with pytest.raises(RuntimeError), unit_of_work():
        publishing.accept(people.redacteur, step, text, key=new_key())
        raise RuntimeError("the machine stops here")
    assert state_of(proposal) is ProposalState.IN_REVIEW
    assert db.session.scalar(select(func.count()).select_from(Revision)) == 1
    assert db.session.scalar(select(func.count()).select_from(Publication)) == 0


def test_publishing_promises_that_the_page_is_indexed() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    take(people.redacteur, proposal)
    with unit_of_work():
        db.session.execute(delete(OutboxItem))
    accept(people.redacteur, proposal)
    promises = db.session.scalars(select(OutboxItem).where(OutboxItem.kind == FollowUp.INDEX_PAGE))
    assert [promise.payload for promise in promises] == [{"page": page.id}]


def test_the_publication_points_at_the_decision() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    take(people.redacteur, proposal)
    accept(people.redacteur, proposal)
    publication = db.session.scalars(select(Publication)).one()
    event = db.session.get_one(ProposalEvent, publication.event_id)
    text = current_text(page.id)
    assert event.step is ProposalStep.ACCEPT
    assert text is not None
    assert publication.revision_id == text.id


def test_the_proposer_is_the_author_of_what_is_published() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    take(people.redacteur, proposal)
    accept(people.redacteur, proposal)
    parts = db.session.execute(select(RevisionAuthor.account_id, RevisionAuthor.part)).all()
    assert parts == [(people.writer.account_id, AuthorPart.AUTHOR)]


def test_changes_in_other_sentences_are_merged() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    revise_page(page, APART)
    take(people.redacteur, proposal)
    accept(people.redacteur, proposal)
    text = current_text(page.id)
    assert text is not None
    assert "een beter voorbeeld" in text.content.body
    assert "nog een langere zin" in text.content.body
    assert text.number == 3


def test_an_overlap_is_not_published_before_it_is_settled() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    revise_page(page, OTHER)
    take(people.redacteur, proposal)
    with pytest.raises(Invalid, match="overlap_not_settled"):
        accept(people.redacteur, proposal)


def test_who_settles_with_her_own_words_is_recorded_as_editor() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    revise_page(page, OTHER)
    take(people.redacteur, proposal)
    (overlap,) = publishing.plan_acceptance(people.redacteur, move(proposal)).overlaps
    settled = {overlap.key: Settlement(Choice.OWN, "Dit is ons voorbeeld.")}
    accept(people.redacteur, proposal, settled)
    text = current_text(page.id)
    assert text is not None
    assert text.content.body.startswith("Dit is ons voorbeeld. Het staat")
    editors = select(RevisionAuthor.account_id).where(RevisionAuthor.part == AuthorPart.EDITOR)
    assert list(db.session.scalars(editors)) == [people.redacteur.account_id]


def test_choosing_everything_that_stands_there_leaves_nothing_to_publish() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    revise_page(page, OTHER)
    take(people.redacteur, proposal)
    (overlap,) = publishing.plan_acceptance(people.redacteur, move(proposal)).overlaps
    with pytest.raises(Invalid, match="nothing_left"):
        accept(people.redacteur, proposal, {overlap.key: Settlement(Choice.CURRENT)})


def test_a_page_that_moves_on_while_deciding_stops_the_decision() -> None:
    people, page = make_people(), make_page()
    proposal = send_edit(people.writer, page, BETTER)
    take(people.redacteur, proposal)
    step = move(proposal)
    text = publishing.prepare_publication(publishing.plan_acceptance(people.redacteur, step), {})
    revise_page(page, APART)
    with pytest.raises(Conflict, match="page_moved_on"), unit_of_work():
        publishing.accept(people.redacteur, step, text, key=new_key())
    assert state_of(proposal) is ProposalState.IN_REVIEW


def test_a_new_page_gets_a_free_address_outside_the_guide() -> None:
    people = make_people()
    make_page("Samen beslissen")
    proposal = send_new_page(people.writer, "Samen beslissen")
    take(people.redacteur, proposal)
    accept(people.redacteur, proposal)
    slug = db.session.scalars(select(PageSlug).order_by(PageSlug.page_id.desc())).first()
    assert slug is not None
    assert slug.slug == "samen-beslissen-2"
    assert db.session.get_one(Page, slug.page_id).chapter_id is None
