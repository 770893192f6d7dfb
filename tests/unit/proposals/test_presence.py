"""Who counts as being somewhere, and that no words can be passed on as a place."""

from datetime import UTC, datetime, timedelta

import pytest

from app.proposals.presence.rules import (
    GONE_AFTER,
    REFRESH_AFTER,
    Sighting,
    gone_before,
    is_due,
    is_place,
    is_subject,
    page_subject,
    proposal_subject,
)
from app.web.numbers import and_nl

MOMENT = datetime(2026, 11, 3, 12, tzinfo=UTC)
KEY = "0123456789ab"


def seen(place: str = KEY, *, ago: timedelta = timedelta()) -> Sighting:
    return Sighting(1, "Noor Voorbeeld", page_subject(12), place, MOMENT - ago)


def test_pages_and_proposals_are_what_people_are_at_work_on() -> None:
    assert (page_subject(12), proposal_subject(5)) == ("page:12", "proposal:5")
    assert all(map(is_subject, (page_subject(12), proposal_subject(2**31 - 1))))


@pytest.mark.parametrize(
    "text",
    ["", "page:", "page:0", "page:-1", "page:²", "page:2147483648", "account:1", "page:1\n"],
)
def test_nothing_else_is(text: str) -> None:
    assert not is_subject(text)


def test_a_place_is_the_key_of_a_paragraph_or_none() -> None:
    assert is_place(KEY)
    assert is_place("")


@pytest.mark.parametrize("text", ["hallo", KEY + "0", KEY[1:], "0123456789aB", KEY + "\n", "<b>"])
def test_no_words_can_be_passed_on_as_a_place(text: str) -> None:
    assert not is_place(text)


def test_who_is_new_went_elsewhere_or_was_not_seen_for_a_while_is_written_down() -> None:
    assert is_due(None, KEY, MOMENT)
    assert is_due(seen(), "", MOMENT)
    assert is_due(seen(ago=REFRESH_AFTER * 1.1), KEY, MOMENT)
    assert not is_due(seen(ago=REFRESH_AFTER), KEY, MOMENT)


def test_who_is_refreshed_in_time_does_not_go() -> None:
    assert REFRESH_AFTER * 2 < GONE_AFTER
    assert gone_before(MOMENT) == MOMENT - GONE_AFTER


def test_names_stand_one_after_the_other() -> None:
    assert [and_nl(names) for names in ((), ("A",), ("A", "B"), ("A", "B", "C"))] == [
        "",
        "A",
        "A en B",
        "A, B en C",
    ]
