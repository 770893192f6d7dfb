"""Answering a statement without being named, and what is told of the answers."""

import pytest

from app.conversations.inviting.statements import rules
from app.conversations.kinds import Opinion
from app.core.errors import Conflict, Invalid
from app.core.permissions import Actor, Permission
from app.core.voting import Spread

MAKER = Actor(1, permissions=frozenset({Permission.CONVERSE}))
OTHER = Actor(2, permissions=frozenset({Permission.CONVERSE}))
REDACTIE = Actor(3, permissions=frozenset({Permission.CURATE, Permission.CONVERSE}))


def spread(agree: int, neutral: int, disagree: int) -> Spread[Opinion]:
    return Spread({Opinion.AGREE: agree, Opinion.NEUTRAL: neutral, Opinion.DISAGREE: disagree})


@pytest.mark.parametrize(("counts", "shown"), [((0, 0, 0), False), ((2, 0, 0), False), ((1, 1, 1), True)])
def test_with_fewer_than_three_answers_only_their_number_is_told(
    counts: tuple[int, int, int], shown: bool
) -> None:
    assert spread(*counts).shown is shown
    assert spread(*counts).total == sum(counts)


def test_shares_are_of_all_answers() -> None:
    some = spread(2, 1, 1)
    assert [some.share(opinion) for opinion in Opinion] == [50, 25, 25]
    assert some.most == 2
    assert spread(0, 0, 0).share(Opinion.AGREE) == 0


@pytest.mark.parametrize(("answered", "closed", "seen"), [(0, 0, 0), (1, 0, 1), (0, 1, 1), (1, 1, 1)])
def test_one_thinks_first_and_sees_what_others_think_after(answered: int, closed: int, seen: int) -> None:
    assert rules.may_see_spread(answered=bool(answered), closed=bool(closed)) is bool(seen)


def test_who_made_it_or_the_redactie_closes_a_statement_once() -> None:
    assert rules.may_close(MAKER, made_by_id=1, closed=False)
    assert rules.may_close(REDACTIE, made_by_id=1, closed=False)
    assert not rules.may_close(OTHER, made_by_id=1, closed=False)
    assert not rules.may_close(Actor(1), made_by_id=1, closed=False)
    assert not rules.may_close(REDACTIE, made_by_id=1, closed=True)


def test_a_statement_and_a_reason_have_a_limit_and_a_closed_one_takes_no_answer() -> None:
    rules.check_statement("Ik spreek tegen.")
    rules.check_answer("", closed=False)
    for text in (" ", "x" * (rules.TEXT_LIMIT + 1)):
        with pytest.raises(Invalid):
            rules.check_statement(text)
    with pytest.raises(Invalid):
        rules.check_answer("x" * (rules.REASON_LIMIT + 1), closed=False)
    with pytest.raises(Conflict, match="statement_closed"):
        rules.check_answer("", closed=True)
