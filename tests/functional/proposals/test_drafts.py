"""Drafts: saved by the form they were typed in, never over other words, and gone when they are sent in."""

import pytest
from flask import Flask
from sqlalchemy import select, update

from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.errors import Conflict, Invalid, NotFound
from app.core.submissions import new_key
from app.proposals import sending
from app.proposals.drafts import catching_up, service
from app.proposals.drafts.models import Draft, DraftChange
from app.proposals.drafts.queries import DraftText, drafts_of, own_draft, thrown_away_by
from app.proposals.drafts.rules import FormStamp, Ticket, gone_for_good
from app.proposals.drafts.service import Saved, Writing
from app.proposals.drafts.throwing_away import bring_back, forget_thrown_away, throw_away
from app.proposals.written import prepare_written
from tests.builders import BODY, BuiltPage, make_page, revise_page
from tests.proposal_builders import WHY, People, keep_draft, make_people
from tests.proposal_site import APART, BETTER, OTHER


@pytest.fixture
def people(context: Flask) -> People:
    return make_people()


@pytest.fixture
def page(context: Flask) -> BuiltPage:
    return make_page()


def form(name: str = "een", step: int = 1, saved: Saved | None = None) -> Ticket:
    """A form, open on what it saved before."""
    stamp = FormStamp(name, step)
    seen = {"draft_id": saved.draft_id, "seen_version": saved.version} if saved else {}
    return Ticket(stamp=stamp, send_key=f"sleutel-{name}", **seen)


def bodies(people: People) -> dict[int, str]:
    account_id = people.writer.account_id or 0
    drafts = (draft(people, row.id) for row in drafts_of(account_id))
    return {found.id: found.changes[0].written.content.body for found in drafts}


def draft(people: People, draft_id: int) -> DraftText:
    found = own_draft(people.writer.account_id, draft_id)
    assert found is not None
    return found


def test_a_form_makes_one_draft_and_saves_over_its_own_words(people: People, page: BuiltPage) -> None:
    first = keep_draft(people.writer, page, BETTER, ticket=form())
    lost_answer = keep_draft(people.writer, page, BETTER, ticket=form())
    later = keep_draft(people.writer, page, OTHER, ticket=form(step=3))
    overtaken = keep_draft(people.writer, page, BETTER, ticket=form(step=2, saved=first))
    assert [s.draft_id for s in (lost_answer, later, overtaken)] == [first.draft_id] * 3
    assert (first.version, lost_answer.version, later.version, overtaken.version) == (1, 1, 2, 2)
    assert bodies(people) == {first.draft_id: OTHER}


def test_the_second_of_two_tabs_gets_a_draft_of_its_own(people: People, page: BuiltPage) -> None:
    opened = keep_draft(people.writer, page, BODY, ticket=form())
    one = keep_draft(people.writer, page, BETTER, ticket=form("een", 2, opened))
    two = keep_draft(people.writer, page, OTHER, ticket=form("twee", 1, opened))
    again = keep_draft(people.writer, page, APART, ticket=form("twee", 2, opened))
    assert (one.news, two.news) == (None, "draft_apart")
    assert two.draft_id == again.draft_id != one.draft_id
    assert bodies(people) == {one.draft_id: BETTER, two.draft_id: APART}


def test_a_draft_that_was_thrown_away_elsewhere_does_not_take_the_text_along(
    people: People, page: BuiltPage
) -> None:
    saved = keep_draft(people.writer, page, BETTER, ticket=form())
    with unit_of_work():
        throw_away(people.writer, saved.draft_id)
    assert bodies(people) == {}
    fresh = keep_draft(people.writer, page, OTHER, ticket=form("een", 2, saved))
    assert (fresh.news, fresh.draft_id > saved.draft_id) == ("draft_gone", True)


def test_sending_in_takes_the_draft_along_and_nothing_brings_it_back(people: People, page: BuiltPage) -> None:
    saved = keep_draft(people.writer, page, BETTER, ticket=form())
    change = prepare_written(draft(people, saved.draft_id).changes[0].written)
    with unit_of_work():
        assert service.clear_sent(people.writer, form(saved=saved)).done
        sending.send(people.writer, [change], WHY, key=form().send_key)
    assert bodies(people) == {}
    with pytest.raises(Conflict, match="draft_sent"):
        keep_draft(people.writer, page, OTHER, ticket=form(step=2))


def test_a_draft_that_went_on_elsewhere_stays_when_older_words_are_sent_in(
    people: People, page: BuiltPage
) -> None:
    saved = keep_draft(people.writer, page, BETTER, ticket=form())
    keep_draft(people.writer, page, OTHER, ticket=form("twee", 1, saved))
    with unit_of_work():
        assert not service.clear_sent(people.writer, form("een", 1, saved)).done
    assert bodies(people) == {saved.draft_id: OTHER}


def test_what_was_thrown_away_can_be_had_back_for_thirty_days(people: People, page: BuiltPage) -> None:
    saved = keep_draft(people.writer, page, BETTER, ticket=form())
    with unit_of_work():
        throw_away(people.writer, saved.draft_id)
    account_id = people.writer.account_id or 0
    (row,) = thrown_away_by(account_id, now())
    assert row.forgotten_at is not None
    assert thrown_away_by(account_id, row.forgotten_at) == ()
    with pytest.raises(NotFound), unit_of_work():
        bring_back(people.colleague, saved.draft_id, most=9)
    with pytest.raises(Invalid, match="too_many_drafts"), unit_of_work():
        bring_back(people.writer, saved.draft_id, most=0)
    with unit_of_work():
        bring_back(people.writer, saved.draft_id, most=1)
    assert list(bodies(people).values()) == [BETTER]
    assert saved.draft_id not in bodies(people)


def test_after_thirty_days_it_is_gone_for_good(people: People, page: BuiltPage) -> None:
    saved = keep_draft(people.writer, page, BETTER, ticket=form())
    with unit_of_work():
        throw_away(people.writer, saved.draft_id)
        forget_thrown_away()
        assert db.session.get(Draft, saved.draft_id) is not None
        db.session.execute(update(Draft).values(thrown_away_at=gone_for_good(now())))
        forget_thrown_away()
    assert db.session.scalars(select(DraftChange.id)).all() == []


def test_there_is_room_for_a_number_of_drafts(people: People, page: BuiltPage) -> None:
    saved = keep_draft(people.writer, page, BETTER, ticket=form())
    kept = draft(people, saved.draft_id).changes[0].written
    writing = Writing(change=kept, why=WHY)
    with unit_of_work():
        service.save(people.writer, form(step=2), writing, most=1)
        service.save(people.colleague, form("twee"), writing, most=1)
    with pytest.raises(Invalid, match="too_many_drafts"), unit_of_work():
        service.save(people.writer, form("drie"), writing, most=1)


def test_a_draft_is_brought_up_to_a_page_that_moved_on(people: People, page: BuiltPage) -> None:
    saved = keep_draft(people.writer, page, BETTER)
    newer = revise_page(page, APART)
    change = draft(people, saved.draft_id).changes[0]
    plan = catching_up.plan(change)
    assert plan is not None and change.moved_on and not plan.overlaps
    with unit_of_work():
        catching_up.catch_up(people.writer, saved.draft_id, saved.version, plan=plan, typed={})
    after = draft(people, saved.draft_id).changes[0]
    assert (after.moved_on, after.written.base) == (False, plan.current)
    assert newer.revision_id == plan.current.id
    assert "beter voorbeeld" in after.written.content.body and "langere zin" in after.written.content.body


def test_a_clash_is_settled_by_its_author_and_until_then_the_draft_stays(
    people: People, page: BuiltPage
) -> None:
    saved = keep_draft(people.writer, page, BETTER)
    revise_page(page, OTHER)
    plan = catching_up.plan(draft(people, saved.draft_id).changes[0])
    assert plan is not None and plan.settled({}) is None
    with pytest.raises(Invalid, match="overlap_not_settled"), unit_of_work():
        catching_up.catch_up(people.writer, saved.draft_id, saved.version, plan=plan, typed={})
    assert bodies(people) == {saved.draft_id: BETTER}


def test_what_was_not_seen_is_not_brought_up(people: People, page: BuiltPage) -> None:
    saved = keep_draft(people.writer, page, BETTER, ticket=form())
    change = draft(people, saved.draft_id).changes[0]
    revise_page(page, APART)
    plan = catching_up.plan(change)
    assert plan is not None
    keep_draft(people.writer, page, OTHER, ticket=form("twee", 1, saved))
    with pytest.raises(Conflict, match="draft_moved_on"), unit_of_work():
        catching_up.catch_up(people.writer, saved.draft_id, saved.version, plan=plan, typed={})
    with pytest.raises(NotFound, match="draft_unknown"), unit_of_work():
        catching_up.catch_up(people.colleague, saved.draft_id, saved.version + 1, plan=plan, typed={})


def test_only_who_wrote_a_proposal_keeps_a_draft_of_its_next_version(people: People, page: BuiltPage) -> None:
    with pytest.raises(NotFound, match="proposal_unknown"), unit_of_work():
        ticket = Ticket(stamp=FormStamp("een", 1), send_key=new_key())
        service.save(people.writer, ticket, Writing(change=None, why=WHY, proposal_id=99), most=5)
