"""A passage is found again in a later text, or said to be gone; it is never mistaken for another one."""

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.text.anchors import (
    CONTEXT_LENGTH,
    LOOSE,
    QUOTE_LENGTH,
    Anchor,
    AnchorState,
    Found,
    find_anchor,
    make_anchor,
)

FIRST = "Tegenspraak is een vorm van vakmanschap."
PASSAGE = "Wie iets ziet wat niet klopt, zegt dat op tijd tegen een collega."
LAST = "Leg vast wat jullie hebben afgesproken."
TEXT = f"{FIRST}\n{PASSAGE}\n{LAST}"

words = st.text("abcdeé ", min_size=1, max_size=8)
texts = st.lists(words, min_size=1, max_size=30).map("\n".join)


def passage_of(text: str, passage: str) -> Anchor:
    start = text.index(passage)
    return make_anchor(text, start, start + len(passage))


def found_in(text: str, found: Found) -> str:
    return text[found.start : found.end]


@st.composite
def anchored(draw: st.DrawFn) -> tuple[str, Anchor]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    assume(text[start:end].strip())
    return text, make_anchor(text, start, end)


@given(anchored())
def test_in_the_same_text_a_passage_is_found_exactly_where_it_was(given_: tuple[str, Anchor]) -> None:
    text, anchor = given_
    end = anchor.position + len(anchor.quote)
    assert find_anchor(anchor, text) == Found(AnchorState.EXACT, anchor.position, end)


@given(anchored(), texts)
def test_what_is_put_before_or_after_a_passage_does_not_loosen_it(
    given_: tuple[str, Anchor], more: str
) -> None:
    text, anchor = given_
    assume(len(anchor.quote) > 3 and anchor.prefix and anchor.suffix)
    for longer in (f"{more}\n{text}", f"{text}\n{more}"):
        found = find_anchor(anchor, longer)
        assert found.state is AnchorState.EXACT
        assert found_in(longer, found) == anchor.quote


@given(anchored(), texts)
def test_in_any_text_a_passage_lies_within_it_and_says_truly_how_it_was_found(
    given_: tuple[str, Anchor], other: str
) -> None:
    _, anchor = given_
    found = find_anchor(anchor, other)
    words_now = found_in(other, found)
    assert 0 <= found.start <= found.end <= len(other)
    assert bool(words_now.strip()) == (found.state is not AnchorState.LOOSE)
    assert (words_now == anchor.quote) == (found.state in {AnchorState.EXACT, AnchorState.MOVED})


@given(anchored())
def test_nothing_is_found_in_a_text_that_shares_nothing(given_: tuple[str, Anchor]) -> None:
    _, anchor = given_
    assert find_anchor(anchor, "Xyz 123.\nQrs.") == LOOSE


def test_a_passage_that_got_other_neighbours_has_moved() -> None:
    later = f"Een nieuw begin.\n{LAST}\n{FIRST}\nEn dan dit.\n{PASSAGE} Tot slot."
    found = find_anchor(passage_of(TEXT, PASSAGE), later)
    assert found.state is AnchorState.MOVED
    assert found_in(later, found) == PASSAGE


@pytest.mark.parametrize(
    "rewritten",
    [
        "Wie iets ziet wat niet klopt, zegt dat meteen tegen een collega.",
        "Zie je iets wat niet klopt? Zeg dat op tijd tegen een collega of je leidinggevende.",
        "Wie iets ziet wat volgens de regels of het gevoel niet klopt, zegt dat op tijd tegen een collega.",
    ],
)
def test_a_passage_that_was_rewritten_is_found_changed(rewritten: str) -> None:
    later = f"Een inleiding over iets anders.\n{FIRST}\n{rewritten}\n{LAST}"
    found = find_anchor(passage_of(TEXT, PASSAGE), later)
    assert found.state is AnchorState.CHANGED
    assert found_in(later, found) in rewritten
    assert len(found_in(later, found)) > len(rewritten) / 2


def test_other_words_between_the_same_neighbours_are_the_passage_changed() -> None:
    found = find_anchor(passage_of(TEXT, PASSAGE), TEXT.replace(PASSAGE, "Spreek je uit."))
    assert found.state is AnchorState.CHANGED
    assert found_in(TEXT.replace(PASSAGE, "Spreek je uit."), found) == "Spreek je uit."


def test_a_passage_that_was_taken_out_is_loose() -> None:
    assert find_anchor(passage_of(TEXT, PASSAGE), f"{FIRST}\n{LAST}") == LOOSE
    assert find_anchor(passage_of(TEXT, PASSAGE), "") == LOOSE


def test_small_words_do_not_make_two_passages_alike() -> None:
    anchor = passage_of("Het is de taak van een ambtenaar om de wet uit te voeren.", "Het is de taak van een")
    assert find_anchor(anchor, "Dat van de buren is een ander verhaal, het is om de tuin.") == LOOSE


def test_of_the_same_words_twice_the_ones_between_their_neighbours_are_meant() -> None:
    text = f"Ja.\n{FIRST}\nJa.\n{LAST}"
    anchor = make_anchor(text, text.rindex("Ja."), text.rindex("Ja.") + 3)
    found = find_anchor(anchor, f"Ja.\nJa.\nJa.\n{text}")
    assert found.start == len("Ja.\nJa.\nJa.\n") + anchor.position


def test_a_few_letters_are_not_a_passage_by_themselves() -> None:
    text = f"{FIRST}\nJa.\n{LAST}"
    assert find_anchor(passage_of(text, "Ja."), "Iets anders.\nJa. Dat wel.\nNog iets.") == LOOSE


def test_a_long_passage_is_known_by_its_beginning() -> None:
    anchor = make_anchor("woord " * 500, 0, 3_000)
    assert len(anchor.quote) <= QUOTE_LENGTH
    assert len(anchor.suffix) == CONTEXT_LENGTH


def test_white_space_is_not_a_passage() -> None:
    with pytest.raises(ValueError, match="words"):
        make_anchor("a   b", 1, 4)


@pytest.mark.parametrize("sign", ["a", "a ", "ab ", "Wie iets ziet, zegt dat. "])
def test_a_search_in_a_long_text_takes_a_moment(sign: str) -> None:
    text = (sign * 200_000)[:200_000]
    anchor = Anchor(f"{sign * 20}x", f"{sign * 5}y", f"z{sign * 5}", 100_000)
    began = time.process_time()
    find_anchor(anchor, text)
    assert time.process_time() - began < 0.5


def test_a_passage_is_looked_for_around_its_old_place_in_a_line_that_is_longer() -> None:
    text = f"{PASSAGE} {'Andere zinnen. ' * 3_000}"
    anchor = make_anchor(text, 0, len(PASSAGE))
    changed = text.replace("ziet", "weet")
    assert find_anchor(anchor, changed).state is AnchorState.CHANGED
    far = Anchor(anchor.quote, "z" * CONTEXT_LENGTH, "z" * CONTEXT_LENGTH, len(text))
    assert find_anchor(far, changed) == LOOSE
