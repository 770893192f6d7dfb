"""Several people at one canvas: what each typed stays, and entries stay the same entries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversations.canvas.rules import (
    MOST_ENTRIES,
    Clash,
    KnownLine,
    Merged,
    check_lines,
    lines_of,
    merge_lines,
    merge_text,
)
from app.core.errors import Invalid

TIME, COURAGE, LOOK = "Meer tijd voor elkaar", "Durf iets te zeggen", "Kijk naar buiten"
SEEN = [KnownLine(1, TIME), KnownLine(2, COURAGE), KnownLine(3, LOOK)]

words = st.lists(st.sampled_from([TIME, COURAGE, LOOK, "Vraag door", "Meer rust", "x"]), max_size=6)


def stands(merged: Merged) -> list[tuple[int | None, str]]:
    return [(line.entry_id, line.text) for line in merged.lines]


def test_each_line_is_an_entry_and_empty_lines_are_none() -> None:
    assert lines_of("  een  \n\n twee   woorden\n ") == ["een", "twee woorden"]


def test_what_nobody_changed_stays_as_it_is() -> None:
    merged = merge_lines(SEEN, SEEN, [TIME, COURAGE, LOOK])
    assert stands(merged) == [(1, TIME), (2, COURAGE), (3, LOOK)]
    assert merged.clashes == []


def test_an_entry_in_other_words_is_the_same_entry() -> None:
    merged = merge_lines(SEEN, SEEN, [TIME, "Durf altijd iets te zeggen", LOOK])
    assert stands(merged)[1] == (2, "Durf altijd iets te zeggen")


def test_who_goes_on_typing_in_a_line_goes_on_with_its_entry() -> None:
    merged = merge_lines([KnownLine(1, "Du")], [KnownLine(1, "Du")], ["Durf iets te zeggen"])
    assert stands(merged) == [(1, "Durf iets te zeggen")]


def test_other_words_in_its_place_are_another_entry() -> None:
    assert stands(merge_lines(SEEN[:1], SEEN[:1], [COURAGE])) == [(None, COURAGE)]


def test_a_line_that_moved_keeps_its_entry() -> None:
    assert stands(merge_lines(SEEN, SEEN, [LOOK, TIME, COURAGE])) == [(3, LOOK), (1, TIME), (2, COURAGE)]


def test_what_two_people_add_is_both_there() -> None:
    current = [SEEN[0], KnownLine(9, "Vraag door"), *SEEN[1:]]
    merged = merge_lines(SEEN, current, [TIME, COURAGE, LOOK, "Meer rust"])
    assert [text for _, text in stands(merged)] == [TIME, "Vraag door", COURAGE, LOOK, "Meer rust"]


def test_the_same_line_from_two_people_or_sent_twice_is_one_entry() -> None:
    current = [*SEEN, KnownLine(9, "Vraag door")]
    merged = merge_lines(SEEN, current, [TIME, COURAGE, LOOK, "Vraag door"])
    assert stands(merged) == [(1, TIME), (2, COURAGE), (3, LOOK), (9, "Vraag door")]


def test_a_line_that_both_changed_clashes_and_both_texts_stay() -> None:
    current = [KnownLine(1, "Meer tijd voor elkaar en jezelf")]
    merged = merge_lines(SEEN[:1], current, ["Veel meer tijd voor elkaar"])
    assert stands(merged) == [(1, "Meer tijd voor elkaar en jezelf"), (None, "Veel meer tijd voor elkaar")]
    assert merged.clashes == [Clash(TIME, "Veel meer tijd voor elkaar", "Meer tijd voor elkaar en jezelf")]


def test_a_line_that_one_took_away_and_the_other_changed_stays_as_changed() -> None:
    mine = merge_lines(SEEN[:1], [], ["Meer tijd voor elkaar nemen"])
    theirs = merge_lines(SEEN[:1], [KnownLine(1, "Meer tijd voor elkaar nemen")], [])
    assert [text for _, text in stands(mine)] == ["Meer tijd voor elkaar nemen"]
    assert stands(theirs) == [(1, "Meer tijd voor elkaar nemen")]
    assert len(mine.clashes) == len(theirs.clashes) == 1


def test_a_line_that_one_took_away_and_the_other_left_alone_is_gone() -> None:
    assert stands(merge_lines(SEEN, SEEN[1:], [TIME, COURAGE, LOOK])) == [(2, COURAGE), (3, LOOK)]
    assert stands(merge_lines(SEEN, SEEN, [COURAGE, LOOK])) == [(2, COURAGE), (3, LOOK)]


def test_what_was_saved_before_is_known_the_next_time() -> None:
    first = merge_lines(SEEN, SEEN[1:], [TIME, COURAGE, LOOK, "Vraag door"])
    assert [line.entry_id for line in first.mine] == [1, 2, 3, None]


@given(typed=words, theirs=words)
def test_no_text_of_either_is_lost(typed: list[str], theirs: list[str]) -> None:
    seen = [KnownLine(1, TIME), KnownLine(2, COURAGE)]
    other = merge_lines(seen, seen, theirs)
    current = [KnownLine(line.entry_id or 100 + at, line.text) for at, line in enumerate(other.lines)]
    merged = merge_lines(seen, current, typed)
    texts, known = [line.text for line in merged.lines], {TIME, COURAGE}
    assert set(typed) - known <= set(texts)
    assert set(theirs) - known <= set(texts)
    identified = [line.entry_id for line in merged.lines if line.entry_id]
    assert len(identified) == len(set(identified))


@given(typed=words)
def test_sending_the_same_again_changes_nothing(typed: list[str]) -> None:
    first = merge_lines(SEEN, SEEN, typed)
    stored = [KnownLine(line.entry_id or 100 + at, line.text) for at, line in enumerate(first.lines)]
    again = merge_lines(SEEN, stored, typed)
    assert [text for _, text in stands(again)] == [line.text for line in first.lines]


def test_notes_merge_by_the_sentence_and_say_when_they_cannot() -> None:
    assert merge_text("Een. Twee.\n", "Een. Twee!\n", "Eén. Twee.\n") == "Eén. Twee!\n"
    assert merge_text("Een.\n", "Eentje.\n", "Eén.\n") is None


@pytest.mark.parametrize(
    ("lines", "code"),
    [(["x"] * (MOST_ENTRIES + 1), "too_many_entries"), (["x" * 301], "entry_too_long")],
)
def test_a_sheet_holds_so_much(lines: list[str], code: str) -> None:
    with pytest.raises(Invalid, match=code):
        check_lines(lines, "moet-erin")
