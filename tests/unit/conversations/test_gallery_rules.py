"""What belongs with a picture, and who arranges the shared beeldverslag."""

from dataclasses import replace

import pytest

from app.conversations.gallery.rules import (
    MOST_PICTURES,
    PictureWords,
    check_reaction,
    check_room,
    check_words,
    may_change_shared,
    moved,
)
from app.core.errors import Invalid
from app.core.permissions import Actor, Permission

WORDS = PictureWords("Een stoel", decorative=False, caption="De stoel", story="Zo zit dat.")
SAM = Actor(1, "Sam Voorbeeld", frozenset({Permission.CONVERSE}))


@pytest.mark.parametrize(
    ("words", "has_picture", "code"),
    [
        (replace(WORDS, alt=" "), True, "alt_missing"),
        (replace(WORDS, decorative=True), True, "alt_of_decoration"),
        (replace(WORDS, caption=""), True, "caption_missing"),
        (replace(WORDS, alt="", story=""), False, "story_missing"),
        (replace(WORDS, story="x" * 5_001), True, "text_too_long"),
    ],
)
def test_words_that_leave_somebody_out_are_refused(words: PictureWords, has_picture: bool, code: str) -> None:
    with pytest.raises(Invalid, match=code):
        check_words(words, has_picture=has_picture)


def test_a_decoration_needs_no_description_and_an_object_no_picture() -> None:
    check_words(replace(WORDS, alt="", decorative=True), has_picture=True)
    check_words(replace(WORDS, alt=""), has_picture=False)


def test_every_word_changes_the_fingerprint() -> None:
    others = (replace(WORDS, alt="a"), replace(WORDS, caption="a"), replace(WORDS, story="a"))
    assert len({words.fingerprint for words in (WORDS, *others)}) == 4


def test_a_picture_moves_one_place_and_stops_at_the_ends() -> None:
    assert moved([1, 2, 3], 2, up=True) == [2, 1, 3]
    assert moved([1, 2, 3], 2, up=False) == [1, 3, 2]
    assert moved([1, 2, 3], 1, up=True) == moved([1, 2, 3], 3, up=False) == [1, 2, 3]


def test_the_shared_one_is_arranged_by_the_redactie_and_who_brought_a_picture_may_take_it_back() -> None:
    redacteur = Actor(2, "Fenna Redactie", frozenset({Permission.CURATE}))
    assert may_change_shared(SAM, 1) and may_change_shared(redacteur, 1)
    assert not may_change_shared(SAM, 3) and not may_change_shared(Actor(1), 1)


def test_a_reaction_says_something_and_a_beeldverslag_has_an_end() -> None:
    for text in (" \n", "x" * 2_001):
        with pytest.raises(Invalid):
            check_reaction(text)
    check_room(MOST_PICTURES - 1)
    with pytest.raises(Invalid, match="gallery_full"):
        check_room(MOST_PICTURES)
