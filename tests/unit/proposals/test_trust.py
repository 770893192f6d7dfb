"""Whose small changes are published at once, and what is small."""

import pytest

from app.proposals.checking.rules import Trust, is_small


@pytest.mark.parametrize(
    ("taken_over", "needed", "earned"),
    [(0, 0, False), (99, 0, False), (4, 5, False), (5, 5, True), (6, 5, True)],
)
def test_trust_is_earned_by_proposals_that_were_taken_over(
    taken_over: int, needed: int, earned: bool
) -> None:
    assert Trust(taken_over, needed).is_earned is earned


@pytest.mark.parametrize(
    ("size", "small"),
    [
        ({"sentences_changed": 1}, True),
        ({"sentences_changed": 2}, True),
        ({"sentences_changed": 3}, False),
        ({"sentences_changed": 1, "sentences_added": 1}, False),
        ({"sentences_changed": 1, "title": 1}, False),
        ({"blocks_removed": 1}, False),
        ({"lead": 1}, False),
        ({}, False),
    ],
)
def test_a_small_change_is_other_words_in_a_sentence_or_two(size: dict[str, int], small: bool) -> None:
    assert is_small(size) is small
