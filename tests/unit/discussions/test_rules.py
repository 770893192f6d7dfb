"""Who takes part in a discussion, and what stands in the way of settling it."""

from itertools import product

import pytest

from app.core.errors import Conflict, Forbidden, Invalid
from app.core.permissions import Actor, Permission
from app.discussions import rules
from app.discussions.kinds import DiscussionStep as Step

READS = frozenset({Permission.READ, Permission.READ_NAMES})


def test_who_only_reads_has_no_say() -> None:
    rules.check_commenter(Actor(1, "Noor Voorbeeld", READS | {Permission.COMMENT}))
    with pytest.raises(Forbidden):
        rules.check_commenter(Actor(1, "Noor Voorbeeld", READS))


def test_a_comment_has_words_but_settling_needs_none() -> None:
    rules.check_comment("", needed=False)
    with pytest.raises(Invalid, match="comment_missing"):
        rules.check_comment(" \n ")


@pytest.mark.parametrize("needed", [True, False])
def test_a_comment_has_a_limit(needed: bool) -> None:
    rules.check_comment("a" * rules.COMMENT_LIMIT, needed=needed)
    with pytest.raises(Invalid, match="text_too_long"):
        rules.check_comment("a" * (rules.COMMENT_LIMIT + 1), needed=needed)


def test_a_proposal_and_a_discussion_are_full_some_day() -> None:
    rules.check_room(rules.MOST_DISCUSSIONS - 1)
    rules.check_room_for_comment(rules.MOST_COMMENTS - 1)
    with pytest.raises(Invalid, match="too_many_discussions"):
        rules.check_room(rules.MOST_DISCUSSIONS)
    with pytest.raises(Invalid, match="too_many_comments"):
        rules.check_room_for_comment(rules.MOST_COMMENTS)


REFUSED = {
    (Step.SETTLE, True, True): "discussion_settled",
    (Step.SETTLE, True, False): "discussion_settled",
    (Step.SETTLE, False, False): "discussion_moved_on",
    (Step.REOPEN, False, True): "discussion_open",
    (Step.REOPEN, False, False): "discussion_open",
}


@pytest.mark.parametrize(("step", "settled", "seen"), list(product(Step, (True, False), (True, False))))
def test_settling_needs_an_open_discussion_of_which_all_was_read(
    step: Step, settled: bool, seen: bool
) -> None:
    expected = REFUSED.get((step, settled, seen))
    try:
        rules.check_step(step, settled=settled, seen=7 if seen else 5, newest=7)
    except Conflict as error:
        assert error.code == expected
    else:
        assert expected is None
