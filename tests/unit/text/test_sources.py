"""Which bouwstenen each sentence of a text rests on."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.links import ReferenceKind, references
from app.text.merge import merge
from app.text.rendering import render
from app.text.source_marks import numbers_marked
from app.text.tracing.sentences import trace
from app.text.tracing.sources import named_blocks, sentence_sources, unreadable_marks
from app.text.tracing.words import sentence_words
from app.text.units import cut_units

TEXT = """\
Eerst dit. [[bouwsteen:1]] Dan dat. [[bouwsteen:2]] [[bouwsteen:3]]
Zonder bron.

## Een kop

- Een punt. [[bouwsteen:4]] En nog een zin.
- Twee punten. [[bouwsteen:1]]

> Wie zwijgt. [[bouwsteen:5]]

| Wat | Waarom |
|---|---|
| Vragen | Om te leren [[bouwsteen:6]] |

{{bouwsteen:7}}
"""


def sources(source: str) -> dict[str, set[int]]:
    """What each sentence rests on, by its words."""
    return {words: set(blocks) for words, blocks in pairs(source)}


def pairs(source: str) -> list[tuple[str, list[int]]]:
    """The same in order, also of sentences that say the same."""
    return [(sentence_words(source[s.start : s.end]), sorted(s.blocks)) for s in sentence_sources(source)]


def test_a_mark_belongs_to_the_sentence_before_it_wherever_that_stands() -> None:
    assert sources(TEXT) == {
        "Eerst dit.": {1},
        "Dan dat.": {2, 3},
        "Een punt.": {4},
        "Twee punten.": {1},
        "Wie zwijgt.": {5},
        "Vragen Om te leren": {6},
        "": {7},
    }


def test_a_sentence_is_counted_as_herkomst_counts_it() -> None:
    spans = {index: (one.start, one.end) for index, one in enumerate(trace(TEXT))}
    assert all(spans[one.position] == (one.start, one.end) for one in sentence_sources(TEXT))


@pytest.mark.parametrize(
    "source",
    [
        "`[[bouwsteen:1]]`",
        "```\n[[bouwsteen:1]]\n```",
        "\\[[bouwsteen:1]]",
        "[[bouwsteen:een]]",
        "<!-- [[bouwsteen:1]] -->",
        "Zie {{bouwsteen:1}} hier.",
        "[[gesprek:1]]",
    ],
)
def test_what_no_reader_sees_as_a_mark_is_no_source(source: str) -> None:
    assert sentence_sources(source) == ()
    assert named_blocks(source) == ()
    assert numbers_marked(render(source, {}).html) == ()


SENTENCES = st.sampled_from(
    [
        "Dit is zo.",
        "Wie vraagt, leert.",
        "En *dat* ook!",
        "`code [[bouwsteen:9]]` telt niet.",
        "Met [[Pagina]].",
    ]
)
MARKED = st.tuples(SENTENCES, st.lists(st.integers(1, 5), max_size=2)).map(
    lambda pair: pair[0] + "".join(f" [[bouwsteen:{number}]]" for number in pair[1])
)
LINES = st.tuples(st.sampled_from(["", "- ", "> ", "## "]), st.lists(MARKED, min_size=1, max_size=3)).map(
    lambda pair: pair[0] + " ".join(pair[1])
)
BLOCKS = st.one_of(LINES, st.integers(1, 5).map("{{{{bouwsteen:{}}}}}".format))
TEXTS = st.lists(BLOCKS, max_size=5).map(lambda blocks: "\n\n".join(blocks) + "\n")


@given(TEXTS)
def test_sources_references_and_marks_on_the_page_name_the_same_bouwstenen(source: str) -> None:
    named = set(named_blocks(source))
    kinds = (ReferenceKind.BLOCK, ReferenceKind.CARD)
    assert named == set().union(*(sentence.blocks for sentence in sentence_sources(source)))
    assert named == {int(r.key.removeprefix("bouwsteen:")) for r in references(source) if r.kind in kinds}
    # Cards that were not looked up have no mark.
    assert (
        set(numbers_marked(render(source, {}).html)) | set(map(int, re.findall(r"\{\{\w+:(\d)", source)))
        == named
    )


@given(TEXTS, st.integers(0, 4), st.integers(0, 4))
def test_a_paragraph_that_moves_takes_its_sources_along(source: str, away: int, back: int) -> None:
    blocks = source.strip().split("\n\n")
    block = blocks.pop(away % len(blocks))
    blocks.insert(back, block)
    moved = "\n\n".join(blocks) + "\n"
    assert sorted(pairs(moved)) == sorted(pairs(source))


def test_marks_that_two_people_add_to_one_sentence_are_both_kept_by_a_merge() -> None:
    base = "Dit is zo. En dat is anders.\n"
    one = "Dit is zo. [[bouwsteen:1]] En dat is anders.\n"
    other = "Dit is altijd zo. [[bouwsteen:2]] En dat is anders.\n"
    merged = merge(base, one, other)
    assert merged.is_clean
    assert sources(merged.text)["Dit is altijd zo."] == {1, 2}


@given(st.lists(SENTENCES, min_size=1, max_size=4, unique=True), st.data())
def test_whoever_names_sources_and_whoever_mends_words_never_stand_in_each_other_s_way(
    said: list[str], data: st.DataObject
) -> None:
    numbers = [data.draw(st.frozensets(st.integers(1, 9), max_size=2)) for _ in said]
    marked = [
        words + "".join(f" [[bouwsteen:{number}]]" for number in sorted(found))
        for words, found in zip(said, numbers, strict=True)
    ]
    mended = data.draw(st.integers(0, len(said) - 1))
    better = [f"Altijd: {words}" if place == mended else words for place, words in enumerate(said)]
    texts = ("\n\n".join(sentences) + "\n" for sentences in (said, better, marked))
    merged = merge(*texts)
    assert merged.is_clean
    units = [unit for unit in cut_units(merged.text) if unit.words.strip()]
    assert [unit.marks for unit in units] == numbers
    assert [unit.words.strip() for unit in units] == better


def test_a_mark_that_names_no_number_is_told_apart_from_code_and_from_one_that_does() -> None:
    fit = "Een zin. [[bouwsteen:12]] En `[[bouwsteen:abc]]`, [[bouwsteen:3|drie]].\n\n{{bouwsteen:4}}\n"
    assert unreadable_marks(fit) == ()
    words = ("[[bouwsteen:abc]]", "[[bouwsteen:1,2]]", f"[[bouwsteen:{'9' * 20}]]", "{{bouwsteen:}}")
    assert unreadable_marks("".join(f"Een zin. {word}\n\n" for word in words)) == words
