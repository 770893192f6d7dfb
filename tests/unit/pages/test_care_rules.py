"""Who may propose for a protected page, which protections make sense, and who says that a page holds."""

from datetime import date, timedelta

import pytest

from app.core.clock import end_of
from app.core.errors import Forbidden, Invalid
from app.core.permissions import Actor, Role, permissions_of
from app.pages.care.kinds import DecisionRule, ProposerGroup
from app.pages.care.rules import (
    CurrentProtection,
    ProtectionWish,
    check_may_propose,
    check_protection,
    may_verify,
    next_review,
)
from tests.builders import at

OPEN = CurrentProtection(DecisionRule.ONE)
CLOSED = CurrentProtection(DecisionRule.ONE, ProposerGroup.REDACTIE)


def actor(*roles: Role) -> Actor:
    return Actor(1, "Noor Voorbeeld", permissions_of(frozenset(roles), read_access_open=True))


@pytest.mark.parametrize(
    ("roles", "protection", "code"),
    [
        ((), OPEN, "not_allowed"),
        ((Role.READER,), OPEN, "not_allowed"),
        ((Role.MEMBER,), OPEN, None),
        ((Role.ADMIN,), OPEN, None),
        ((Role.EDITOR,), OPEN, None),
        ((Role.READER,), CLOSED, "not_allowed"),
        ((Role.MEMBER,), CLOSED, "only_redactie_proposes"),
        ((Role.ADMIN,), CLOSED, "only_redactie_proposes"),
        ((Role.EDITOR,), CLOSED, None),
    ],
)
def test_who_may_propose(roles: tuple[Role, ...], protection: CurrentProtection, code: str | None) -> None:
    assert protection.lets_propose(actor(*roles)) is (code is None)
    if code is None:
        check_may_propose(actor(*roles), protection)
    else:
        with pytest.raises(Forbidden, match=code):
            check_may_propose(actor(*roles), protection)


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (ProtectionWish(proposers=ProposerGroup.EVERYBODY, decision_rule=DecisionRule.ONE), "decision_rule"),
        (ProtectionWish(proposers=ProposerGroup.EVERYBODY, decision_rule=DecisionRule.NAMED), "decider"),
        (
            ProtectionWish(
                proposers=ProposerGroup.REDACTIE, decision_rule=DecisionRule.ONE, ends_at=at(3) - timedelta(1)
            ),
            "ends_on",
        ),
    ],
)
def test_a_protection_that_protects_nothing_is_refused_at_its_field(wish: ProtectionWish, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_protection(wish, usual=DecisionRule.ONE, at=at(3))
    assert refused.value.field == field


def test_one_redacteur_is_a_rule_of_its_own_where_two_are_usual() -> None:
    wish = ProtectionWish(proposers=ProposerGroup.EVERYBODY, decision_rule=DecisionRule.ONE)
    check_protection(wish, usual=DecisionRule.TWO, at=at(3))


@pytest.mark.parametrize(
    "day", [date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 25), date(2026, 12, 31)]
)
def test_a_protection_holds_until_the_end_of_its_last_day(day: date) -> None:
    ends_at = end_of(day)
    assert CurrentProtection(DecisionRule.TWO, ends_at=ends_at).last_day == day
    assert (ends_at.hour, ends_at.date()) == (0, day + timedelta(days=1))


@pytest.mark.parametrize(
    ("checked", "again"),
    [(date(2026, 11, 3), date(2027, 11, 3)), (date(2028, 2, 29), date(2029, 2, 28))],
)
def test_a_page_is_looked_at_again_a_year_later(checked: date, again: date) -> None:
    assert next_review(checked) == again


@pytest.mark.parametrize(
    ("role", "owner", "may"),
    [
        (Role.MEMBER, 1, True),
        (Role.MEMBER, 2, False),
        (Role.MEMBER, None, False),
        (Role.READER, 1, False),
        (Role.ADMIN, 2, False),
        (Role.EDITOR, None, True),
    ],
)
def test_only_the_owner_and_the_redactie_say_that_a_page_holds(
    role: Role, owner: int | None, may: bool
) -> None:
    assert may_verify(actor(role), owner) is may


def test_somebody_without_an_account_owns_nothing() -> None:
    assert not may_verify(Actor(), None)


def test_without_an_end_there_is_no_last_day() -> None:
    assert OPEN.last_day is None
