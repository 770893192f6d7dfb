"""When a form may save over a draft."""

import pytest

from app.core.errors import Invalid
from app.proposals.drafts.rules import FormStamp, Ticket, check_room, is_repeated, may_save_over

STORED = FormStamp("een", 3)


def ticket(form: str, step: int, *, seen: int) -> Ticket:
    return Ticket(stamp=FormStamp(form, step), send_key="s", draft_id=1, seen_version=seen)


@pytest.mark.parametrize(
    ("sent", "repeated"),
    [
        (FormStamp("een", 3), True),
        (FormStamp("een", 2), True),
        (FormStamp("een", 4), False),
        (FormStamp("twee", 3), False),
        (FormStamp("twee", 1), False),
    ],
)
def test_a_save_is_repeated_when_this_form_did_it_or_a_later_one(sent: FormStamp, repeated: bool) -> None:
    assert is_repeated(STORED, sent) is repeated


@pytest.mark.parametrize(
    ("form", "seen", "allowed"),
    [("een", 7, True), ("een", 6, True), ("twee", 7, True), ("twee", 6, False), ("twee", 0, False)],
)
def test_a_form_saves_over_its_own_words_and_over_those_it_has_seen(
    form: str, seen: int, allowed: bool
) -> None:
    assert may_save_over(STORED, 7, ticket(form, 4, seen=seen)) is allowed


def test_the_last_place_is_given_and_no_more() -> None:
    check_room(49, 50)
    with pytest.raises(Invalid) as refusal:
        check_room(50, 50)
    assert (refusal.value.code, refusal.value.facts) == ("too_many_drafts", {"limit": 50})
