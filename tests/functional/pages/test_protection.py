"""Protecting a page, as the services do it: what holds when, its history, and what a proposal meets."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.errors import Conflict, Forbidden, Invalid
from app.core.permissions import Actor
from app.pages.care.kinds import DecisionRule, ProposerGroup
from app.pages.care.models import Protection
from app.pages.care.protecting import lift, protect
from app.pages.care.queries import page_events, protection_of
from app.pages.care.rules import ProtectionWish
from app.pages.kinds import PageEventKind
from tests.builders import BuiltPage, make_page
from tests.care_builders import care_for, care_step
from tests.proposal_builders import make_people, send_edit
from tests.proposal_site import BETTER

pytestmark = pytest.mark.usefixtures("context")
FOR_THE_REDACTIE = ProtectionWish(proposers=ProposerGroup.REDACTIE, decision_rule=DecisionRule.TWO)


def protect_page(
    actor: Actor, page: BuiltPage, wish: ProtectionWish = FOR_THE_REDACTIE, **fields: Any
) -> None:
    care_for(page, lambda step: protect(actor, step, wish), **fields)


def test_a_page_without_a_protection_has_the_rule_of_the_guide() -> None:
    for page_id in (make_page().id, None):
        found = protection_of(page_id)
        assert (found.id, found.proposers, found.decision_rule) == (
            None, ProposerGroup.EVERYBODY, DecisionRule.ONE,
        )  # fmt: skip


def test_a_protected_page_refuses_a_colleague_and_lets_the_redactie_propose() -> None:
    people, page = make_people(), make_page()
    protect_page(people.redacteur, page)
    with pytest.raises(Forbidden, match="only_redactie_proposes"):
        send_edit(people.writer, page, BETTER)
    assert send_edit(people.second, page, BETTER)


def test_a_named_redacteur_decides() -> None:
    people, page = make_people(), make_page()
    named = ProtectionWish(
        proposers=ProposerGroup.EVERYBODY,
        decision_rule=DecisionRule.NAMED,
        decider_id=people.second.account_id,
    )
    protect_page(people.redacteur, page, named)
    found = protection_of(page.id)
    assert (found.decider_id, found.decider) == (people.second.account_id, "Joris Redactie")
    with pytest.raises(Invalid, match="decider_not_redacteur"):
        protect_page(people.redacteur, page, replace(named, decider_id=people.writer.account_id))


def test_a_protection_ends_by_itself_and_can_be_followed_by_another() -> None:
    people, page = make_people(), make_page()
    protect_page(people.redacteur, page, replace(FOR_THE_REDACTIE, ends_at=now() + timedelta(days=1)))
    ended = now() - timedelta(seconds=1)
    with unit_of_work():
        db.session.execute(update(Protection).values(ends_at=ended))
    assert protection_of(page.id).id is None
    protect_page(people.second, page)
    first, second = db.session.scalars(select(Protection).order_by(Protection.id))
    assert (first.lifted_at, first.lifted_by_id) == (ended, None)
    assert protection_of(page.id).id == second.id


def test_lifting_ends_it_and_all_of_it_stays_in_the_history() -> None:
    people, page = make_people(), make_page()
    protect_page(people.redacteur, page)
    protect_page(people.second, page, replace(FOR_THE_REDACTIE, decision_rule=DecisionRule.ONE))
    care_for(page, lambda step: lift(people.second, step), reason="Het is weer rustig.")
    assert protection_of(page.id).id is None
    kinds = [PageEventKind.PROTECTED, PageEventKind.PROTECTED, PageEventKind.UNPROTECTED]
    events = page_events(page.id)
    assert [event.kind for event in events] == kinds
    assert (events[-1].who, events[-1].reason) == ("Joris Redactie", "Het is weer rustig.")
    with pytest.raises(Conflict, match="not_protected"):
        care_for(page, lambda step: lift(people.second, step))


def test_the_same_form_counts_once_and_other_words_in_it_are_refused() -> None:
    people, page = make_people(), make_page()
    first = care_step(page)
    for _ in range(2):
        with unit_of_work():
            protect(people.redacteur, first, FOR_THE_REDACTIE)
    assert len(page_events(page.id)) == 1
    with pytest.raises(Conflict, match="already_sent"), unit_of_work():
        protect(people.redacteur, replace(first, reason="Een andere reden."), FOR_THE_REDACTIE)


def test_whoever_has_not_seen_the_newest_step_is_refused() -> None:
    people, page = make_people(), make_page()
    protect_page(people.redacteur, page)
    with pytest.raises(Conflict, match="page_care_moved_on"):
        protect_page(people.second, page, seen_event=0)


def test_only_the_redactie_protects_and_always_says_why() -> None:
    people, page = make_people(), make_page()
    with pytest.raises(Forbidden):
        protect_page(people.writer, page)
    with pytest.raises(Invalid, match="care_reason_missing"):
        protect_page(people.redacteur, page, reason=" ")
