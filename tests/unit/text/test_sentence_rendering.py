"""A text rendered by the sentence looks as it does otherwise, and each sentence can be asked about once."""

import re

import pytest
from hypothesis import given

from app.text.markup.plain_text import plain_text
from app.text.rendering import render, render_sentences
from app.text.tracing.sentences import trace
from tests.unit.text.samples import HOSTILE, SOURCES, faults

PRIVATE_USE = re.compile("[\U000f0000-\U0010ffff]")


def said(source: str) -> list[str]:
    return [piece.text for piece in render_sentences(source, {}).pieces]


@given(SOURCES)
def test_it_says_what_the_page_says(source: str) -> None:
    source = PRIVATE_USE.sub("", source)
    found = render_sentences(source, {})
    assert plain_text(found.html).split() == plain_text(render(source, {}).html).split()
    numbers = [piece.number for piece in found.pieces]
    assert len(set(numbers)) == len(numbers)
    assert set(numbers) <= set(range(len(trace(source))))


@given(SOURCES)
def test_nothing_gets_through_that_the_page_would_not_show(source: str) -> None:
    assert faults(render_sentences(source, {}).html) == []


@pytest.mark.parametrize("source", HOSTILE)
def test_what_a_person_types_never_passes_for_a_sentence(source: str) -> None:
    typed = f'<span id="zin-7" class="traced">x</span><span class="traced__end"></span> {source}'
    found = render_sentences(typed, {})
    assert faults(found.html) == []
    assert {piece.number for piece in found.pieces} <= set(range(len(trace(typed))))


def test_a_sentence_is_an_element_of_its_own_also_where_emphasis_runs_on() -> None:
    assert said("Een **zin. Nog** een.") == ["Een zin.", "Nog een."]
    first, second = render_sentences("Een **zin. Nog** een.", {}).pieces
    assert first.html == '<p><span id="zin-0" class="traced">Een <strong>zin.</strong>'
    assert second.html == '</span> <span id="zin-1" class="traced"><strong>Nog</strong> een.'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("## Kop\n\nZin.\n", ["Kop", "Zin."]),
        ("- Een. Twee.\n- [ ] Drie\n", ["Een.", "Twee.", "Drie"]),
        ("| a | b |\n|---|---|\n| c |  |\n", ["a | b", "c |"]),
        ('!!! tip "Let op"\n    Zin.\n', ["Let op", "Zin."]),
        ("!!! tip\n    Zin.\n", ["Zin."]),
        ("Begrip\n: Uitleg.\n", ["Begrip", "Uitleg."]),
        ("```\ncode\n```\n", ["code"]),
        ("Zin[^1].\n\n[^1]: Noot.\n", ["Zin.", "Noot."]),
        ("<div>Oud.</div>\n", ["Oud."]),
        ("---\n", []),
    ],
)
def test_every_kind_of_block_is_cut_at_its_sentences(source: str, expected: list[str]) -> None:
    assert said(source) == expected
