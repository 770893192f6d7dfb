"""A place in a proposal as it stands in an address, and the block of a passage in a later version."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.discussions.kinds import TextSide
from app.discussions.places import Place, read_place
from app.discussions.placing import BlockText, place_anchor
from app.text.anchors import Anchor, AnchorState
from app.text.blocks import BlockKind
from app.text.rendered import Segment

NEW, OLD = TextSide.NEW, TextSide.OLD
FIRST = "Tegenspraak is een vorm van vakmanschap."
SECOND = "Wie iets ziet wat niet klopt, zegt dat op tijd."
THIRD = "Leg vast wat jullie hebben afgesproken."

places = st.builds(Place, st.integers(1, 10**9 - 1), st.sampled_from(TextSide), st.integers(0, 99_999))


def blocks(*texts: str) -> BlockText:
    return BlockText([Segment(BlockKind.PARAGRAPH, f"<p>{text}</p>" if text else "", text) for text in texts])


def anchor(text: BlockText, block: int) -> Anchor:
    found = text.anchor(block)
    assert found is not None
    return found


@given(places)
def test_a_place_is_read_back_from_its_word(place: Place) -> None:
    assert read_place(place.word) == place
    assert read_place(Place(place.change_id).word) == Place(place.change_id)


def test_without_a_word_the_whole_proposal_is_meant() -> None:
    assert read_place("") == Place()
    assert Place().word == ""


@pytest.mark.parametrize("word", ["x", "0", "-1", "12-", "12-x3", "12-n", "12-n3-4", "1" * 10, "١٢", " 12"])
def test_another_word_means_no_place(word: str) -> None:
    assert read_place(word) is None


@pytest.mark.parametrize("block", [1, 3, 99])
def test_a_block_without_words_is_nothing_to_talk_about(block: int) -> None:
    assert blocks(FIRST, "", SECOND, "  ").anchor(block) is None


def test_a_line_is_found_in_the_proposed_text_first() -> None:
    text = blocks(FIRST, SECOND)
    placed = place_anchor(anchor(text, 1), text, text)
    assert placed is not None
    assert (placed.side, placed.block, placed.state) == (NEW, 1, AnchorState.EXACT)


def test_a_line_that_is_taken_out_is_found_where_it_was() -> None:
    before, after = blocks(FIRST, SECOND, THIRD), blocks(FIRST, THIRD)
    placed = place_anchor(anchor(before, 1), after, before)
    assert placed is not None
    assert (placed.side, placed.block, placed.state) == (OLD, 1, AnchorState.EXACT)


def test_a_line_is_followed_to_its_new_place_and_its_new_words() -> None:
    before = blocks(FIRST, SECOND, THIRD)
    moved = place_anchor(anchor(before, 1), blocks("Anders.", "", f"{SECOND} Nog iets.", "Slot."), blocks())
    assert moved is not None
    assert (moved.block, moved.state) == (2, AnchorState.MOVED)
    changed = place_anchor(
        anchor(before, 1), blocks("Iets.", "Wie iets ziet wat niet klopt, meldt het."), blocks()
    )
    assert changed is not None
    assert (changed.block, changed.state) == (1, AnchorState.CHANGED)


def test_a_line_that_is_in_neither_text_is_loose() -> None:
    before = blocks(FIRST, SECOND, THIRD)
    assert place_anchor(anchor(before, 1), blocks(FIRST, THIRD), blocks(FIRST, THIRD)) is None
