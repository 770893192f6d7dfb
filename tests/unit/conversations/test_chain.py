"""The kettingreactie is a tree in which every conversation stands once."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.conversations.chain.rules import LinkedConversation, trees
from app.conversations.kinds import ConversationStatus

AT = datetime(2026, 11, 25, tzinfo=UTC)
PARENTS = st.dictionaries(st.integers(1, 12), st.none() | st.integers(1, 12), max_size=12)


def row(number: int, follows: int | None) -> LinkedConversation:
    return LinkedConversation(number, follows, f"Gesprek {number}", ConversationStatus.HELD, AT, 8)


def test_what_came_from_a_conversation_stands_below_it() -> None:
    rows = [row(1, None), row(2, 1), row(3, 1), row(4, 2), row(5, None)]
    tree, alone = trees(rows, [1, 5])
    assert [child.conversation.number for child in tree.children] == [2, 3]
    assert [one.number for one in tree.all()] == [1, 2, 4, 3]
    assert (tree.count, alone.count) == (4, 1)


@given(PARENTS)
def test_whatever_follows_whatever_nothing_stands_twice_and_nothing_goes_round(
    parents: dict[int, int | None],
) -> None:
    rows = [row(number, follows) for number, follows in parents.items()]
    for number in parents:
        (tree,) = trees(rows, [number])
        seen = [one.number for one in tree.all()]
        assert len(seen) == len(set(seen)) and seen[0] == number
