"""What a hit shows: the words asked for, marked, and nothing of a text that a browser would act on."""

from html.parser import HTMLParser
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from app.search.marking import GAP, SNIPPET_LENGTH, Marker, opening
from app.search.query import parse

LONG = "Woord vooraf. " * 60


def marker(typed: str) -> Marker:
    return Marker(parse(typed).wanted)


def test_every_form_of_a_word_is_marked() -> None:
    assert (
        marker("advies").mark("Adviezen en een advies.")
        == "<mark>Adviezen</mark> en een <mark>advies</mark>."
    )


def test_a_compound_is_marked_whole() -> None:
    assert marker("cultuur").mark("Een tegenspraakcultuur") == "Een <mark>tegenspraakcultuur</mark>"


def test_a_beginning_marks_the_words_that_begin_so() -> None:
    assert marker("uitvoer*").mark("De uitvoerder voert uit") == "De <mark>uitvoerder</mark> voert uit"


def test_a_phrase_is_marked_only_where_its_words_follow_each_other() -> None:
    text = "De maat is menselijk. Menselijke  maat dus."
    assert (
        marker('"menselijke maat"').mark(text) == "De maat is menselijk. <mark>Menselijke  maat</mark> dus."
    )


def test_stop_words_are_not_marked() -> None:
    assert marker("de maat").mark("De maat") == "De <mark>maat</mark>"


def test_a_snippet_is_the_piece_with_most_of_what_was_asked() -> None:
    text = f"Advies. {LONG}Het advies voor de minister. {LONG}"
    snippet = marker("advies minister").snippet(text)
    assert snippet is not None
    assert snippet.startswith(GAP) and snippet.endswith(GAP)
    assert "<mark>advies</mark> voor de <mark>minister</mark>" in snippet


def test_a_snippet_does_not_end_with_the_dot_between_two_lines() -> None:
    snippet = marker("advies").snippet("advies\n" + "ja\n" * 100)
    assert snippet is not None
    assert snippet.endswith(f"ja {GAP}")


def test_without_a_hit_there_is_no_snippet() -> None:
    assert marker("advies").snippet("Iets anders.") is None


def test_text_that_looks_like_html_is_shown_as_text() -> None:
    marked = marker("alert").mark('<img src=x onerror="alert(1)">')
    assert marked == "&lt;img src=x onerror=&#34;<mark>alert</mark>(1)&#34;&gt;"


def test_an_opening_ends_between_words() -> None:
    assert opening(LONG).endswith(GAP) and len(opening(LONG)) <= SNIPPET_LENGTH + 2
    assert opening("Kort.") == "Kort."


@given(st.text(), st.text(max_size=60))
def test_marks_are_all_that_is_added(text: str, typed: str) -> None:
    marked = marker(typed).mark(text)
    assert marked.replace("<mark>", "").replace("</mark>", "") == escape(text)


def test_hostile_texts_are_marked_safely(payloads: list[dict[str, Any]]) -> None:
    for payload in payloads:
        found = TagsOf()
        found.feed(str(marker("alert script img").mark(payload["payload"])))
        assert set(found.tags) <= {"mark"}


class TagsOf(HTMLParser):
    """The tags that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 not ours
        self.tags.append(tag)
