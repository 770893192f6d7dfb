"""Rules of dilemmas."""

import pytest

from app.building_blocks.kinds import BuildingBlockKind as Kind
from app.building_blocks.kinds import BuildingBlockStatus as Status
from app.core.clock import now
from app.core.errors import Conflict, Invalid
from app.core.voting import Spread, voter_key
from app.threads.dilemmas import rules
from app.threads.kinds import DilemmaSide


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("status", list(Status))
def test_only_a_dilemma_that_was_taken_in_is_opened(kind: Kind, status: Status) -> None:
    if kind is Kind.DILEMMA and status in {Status.ACCEPTED, Status.USED}:
        rules.check_openable(kind, status)
    else:
        with pytest.raises(Conflict):
            rules.check_openable(kind, status)


def test_two_ways_out_differ_and_are_brief() -> None:
    rules.check_ways("Meteen", "Later")
    for first, second in (("", "Later"), ("Meteen", " "), ("Meteen", "meteen "), ("x" * 161, "Later")):
        with pytest.raises(Invalid):
            rules.check_ways(first, second)


def test_nothing_is_chosen_about_what_is_closed_nor_at_length() -> None:
    rules.check_choice("", None)
    with pytest.raises(Conflict):
        rules.check_choice("", now())
    with pytest.raises(Invalid):
        rules.check_choice("x" * 501, None)


@pytest.mark.parametrize(
    ("chose", "closed", "may_choose", "sees"),
    [
        (False, False, True, False),
        (True, False, True, True),
        (False, True, True, True),
        (False, False, False, True),
    ],
)
def test_one_chooses_before_one_sees(chose: bool, closed: bool, may_choose: bool, sees: bool) -> None:
    assert rules.may_see_others(chose=chose, closed=closed, may_choose=may_choose) is sees


def test_fewer_than_three_choices_are_not_shown() -> None:
    first, second = DilemmaSide.FIRST, DilemmaSide.SECOND
    assert not Spread({first: 1, second: 1}).shown
    three = Spread({first: 2, second: 1})
    assert (three.shown, three.share(first), three.share(DilemmaSide.NEITHER)) == (True, 67, 0)


def test_a_person_has_one_key_for_a_vote_and_another_for_the_next() -> None:
    mine = voter_key("geheim", "dilemma:1", 7)
    assert mine == voter_key("geheim", "dilemma:1", 7)
    others = {
        voter_key("geheim", "dilemma:2", 7),
        voter_key("geheim", "dilemma:1", 8),
        voter_key("anders", "dilemma:1", 7),
    }
    assert mine not in others
    assert len(others) == 3
