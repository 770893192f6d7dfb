"""Host, facilitator and reporter change their own conversation, and nobody else but the redactie."""

import pytest

from app.conversations.kinds import PartAnswer
from app.conversations.rules import may_edit
from app.core.permissions import Actor, Role, permissions_of


def actor(*roles: Role) -> Actor:
    return Actor(1, "Noor Voorbeeld", permissions_of(frozenset(roles), read_access_open=True))


@pytest.mark.parametrize("answer", PartAnswer)
def test_who_said_yes_to_a_part_may_change_the_conversation(answer: PartAnswer) -> None:
    assert may_edit(actor(Role.MEMBER), [answer]) is (answer is PartAnswer.ACCEPTED)


@pytest.mark.parametrize("role", Role)
def test_without_a_part_only_the_redactie_may(role: Role) -> None:
    assert may_edit(actor(role), []) is (role is Role.EDITOR)


def test_who_lost_the_right_to_write_may_not_even_with_a_part() -> None:
    assert not may_edit(actor(Role.READER), [PartAnswer.ACCEPTED])
