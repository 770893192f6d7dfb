"""The size of a change in words."""

from dataclasses import fields

from app.text.change_size import ChangeSize
from app.web.change_sizes import COUNTED, size_nl


def test_everything_that_is_counted_has_words() -> None:
    assert set(COUNTED) == {field.name for field in fields(ChangeSize)}


def test_counts_are_read_as_one_line() -> None:
    assert size_nl({"blocks_added": 1, "sentences_changed": 3}) == "3 zinnen anders, 1 alinea nieuw"


def test_what_is_not_text_is_named() -> None:
    assert size_nl({"title": 1, "topics": 1}) == "andere titel, andere thema's"


def test_a_change_that_shows_nothing_says_so() -> None:
    assert size_nl({}) == "geen zichtbaar verschil"
