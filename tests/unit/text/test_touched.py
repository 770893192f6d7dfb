"""Which paragraphs a proposal works on."""

import pytest

from app.text.rendering import render
from app.text.touched import first_words, paragraph_key, touched_blocks

ONE, TWO, THREE = (
    "De eerste alinea gaat over luisteren.",
    "De tweede alinea gaat over vragen stellen.",
    "De derde alinea gaat over terugkoppelen.",
)
BASE = (ONE, TWO, THREE)
NEW = "Een heel nieuwe alinea over iets anders."


def touched(proposed: tuple[str, ...], current: tuple[str, ...] | None = None) -> set[str]:
    """The paragraphs that are worked on, out of the current text."""
    base, changed = (render("\n\n".join(text), {}).segments for text in (BASE, proposed))
    now = render("\n\n".join(current), {}).segments if current is not None else None
    shown = now if now is not None else base
    return {shown[index].text for index in touched_blocks(base, changed, now)}


@pytest.mark.parametrize(
    ("proposed", "expected"),
    [
        (BASE, set()),
        ((ONE, TWO.replace("vragen", "open vragen"), THREE), {TWO}),
        ((ONE, TWO.replace("vragen", "*vragen*"), THREE), {TWO}),
        ((ONE, THREE), {TWO}),
        ((ONE, NEW, TWO, THREE), {ONE}),
        ((NEW, *BASE), {ONE}),
        ((ONE, TWO, THREE, NEW), {THREE}),
        ((THREE, ONE, TWO), {THREE}),
    ],
)
def test_what_goes_changes_or_moves_is_worked_on_and_what_stands_before_something_new(
    proposed: tuple[str, ...], expected: set[str]
) -> None:
    assert touched(proposed) == expected


@pytest.mark.parametrize(
    ("current", "expected"),
    [
        ((NEW, ONE, TWO, THREE), {TWO}),
        ((TWO, ONE, THREE), {TWO}),
        ((ONE, TWO.replace("stellen", "durven stellen"), THREE), {TWO.replace("stellen", "durven stellen")}),
        ((ONE, THREE), {ONE}),
    ],
)
def test_on_a_page_that_moved_on_it_is_found_where_it_stands_now(
    current: tuple[str, ...], expected: set[str]
) -> None:
    assert touched((ONE, TWO.replace("vragen", "open vragen"), THREE), current) == expected


def test_a_key_depends_on_the_words_alone() -> None:
    assert paragraph_key("Een  alinea.\n") == paragraph_key("Een alinea.")
    assert paragraph_key("Een alinea.") != paragraph_key("Een andere alinea.")


def test_people_recognise_a_paragraph_by_its_first_words() -> None:
    assert first_words("Wie tegenspreekt,\nhelpt.") == "Wie tegenspreekt, helpt."
    assert first_words("een twee drie vier vijf zes zeven acht") == "een twee drie vier vijf zes zeven…"
