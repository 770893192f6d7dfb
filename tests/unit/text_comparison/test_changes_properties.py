"""The promises of taking over a part, for any two texts."""

from hypothesis import given
from hypothesis import strategies as st

from app.text.blocks import Block, cut_blocks
from app.text.changes import CutChanges, cut_changes
from app.text.units import cut_units
from tests.unit.text.samples import SOURCES
from tests.unit.text_comparison.edited_texts import TEXTS, three_texts

PARAGRAPHS = [f"Alinea {word} vertelt zijn eigen verhaal over {word}." for word in "abcdefgh"]
BLOCKS = [
    *(f"{paragraph}\n\n" for paragraph in PARAGRAPHS[:4]),
    "## Kop een\n",
    "## Kop twee\n\n",
    "- een punt\n- nog een punt\n\n",
    "1. het eerste\n2. het tweede\n\n    met een alinea erbij\n\n",
    "| a | b |\n|---|---|\n| c | d |\n| e | f |\n\n",
    "> een citaat van twee\n>\n> alinea's\n\n",
    "```\ncode\n\nmeer\n```\n",
    '!!! tip "Titel"\n    In het kader.\n\n    Ook daarin.\n\n',
    "Begrip\n: Uitleg daarvan.\n\n",
    "[^1]: Een noot.\n\n",
    "***\n",
]


@st.composite
def edited_paragraphs(draw: st.DrawFn) -> tuple[str, str]:
    """A text of paragraphs that all differ, and the same of which every other one may have another fate."""
    old, new = list(PARAGRAPHS), []
    for number, paragraph in enumerate(old):
        fate = draw(st.sampled_from(["keep", "change", "drop", "add"])) if number % 2 else "keep"
        if fate == "add":
            new.append(f"Nieuw is nummer {number}: {'x' * number} hoort hier voortaan bij.")
        if fate != "drop":
            new.append(paragraph.replace("eigen", "heel eigen") if fate == "change" else paragraph)
    return "\n\n".join(old) + "\n", "\n\n".join(new) + "\n"


def positions(cut: CutChanges) -> set[int]:
    return set(range(1, len(cut) + 1))


def words(cut: CutChanges) -> set[tuple[str, str]]:
    return {(change.old, change.new) for change in cut.changes}


def shape(block: Block, source: str) -> tuple[str, str]:
    return block.kind, block.content(source).rstrip()


@given(SOURCES | TEXTS, SOURCES | TEXTS)
def test_all_changes_give_the_proposed_text_and_none_the_base(base: str, proposed: str) -> None:
    cut = cut_changes(base, proposed)
    assert cut.take(positions(cut)) == proposed
    assert cut.take(set()) == base
    assert (len(cut) == 0) == (base == proposed)


@given(three_texts())
def test_all_and_none_hold_for_an_edited_text(texts: tuple[str, str, str]) -> None:
    base, proposed, _ = texts
    cut = cut_changes(base, proposed)
    assert cut.take(positions(cut)) == proposed
    assert cut.take(set()) == base


@given(three_texts(), st.data())
def test_a_part_holds_whole_units_of_the_two_texts_and_nothing_else(
    texts: tuple[str, str, str], data: st.DataObject
) -> None:
    base, proposed, _ = texts
    cut = cut_changes(base, proposed)
    part = cut.take(data.draw(st.sets(st.sampled_from(sorted(positions(cut) | {1})))) & positions(cut))
    known = {unit.words for text in (base, proposed) for unit in cut_units(text)}
    assert {unit.words for unit in cut_units(part)} <= known


@given(edited_paragraphs(), st.data())
def test_a_part_against_its_base_has_just_the_changes_taken(
    texts: tuple[str, str], data: st.DataObject
) -> None:
    base, proposed = texts
    cut = cut_changes(base, proposed)
    taken = {place for place in positions(cut) if data.draw(st.booleans())}
    part = cut.take(taken)
    by_place = {change.position: (change.old, change.new) for change in cut.changes}
    assert words(cut_changes(base, part)) == {by_place[place] for place in taken}
    assert words(cut_changes(part, proposed)) == {by_place[place] for place in positions(cut) - taken}


@given(edited_paragraphs(), st.data())
def test_taking_one_after_another_in_any_order_is_taking_all_at_once(
    texts: tuple[str, str], data: st.DataObject
) -> None:
    base, proposed = texts
    cut = cut_changes(base, proposed)
    taken = data.draw(st.permutations(sorted(positions(cut))))[: data.draw(st.integers(0, 8))]
    by_place = {change.position: (change.old, change.new) for change in cut.changes}
    text = base
    for place in taken:
        rest = cut_changes(text, proposed)
        (again,) = (change for change in rest.changes if (change.old, change.new) == by_place[place])
        text = rest.take({again.position})
    assert text == cut.take(set(taken))


@given(st.permutations(BLOCKS), st.permutations(BLOCKS), st.data())
def test_no_two_blocks_are_glued_and_none_is_torn(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    base, proposed = ("".join(blocks[:7]) for blocks in (old, new))
    cut = cut_changes(base, proposed)
    part = cut.take({place for place in positions(cut) if data.draw(st.booleans())})
    known = {shape(block, text) for text in (base, proposed) for block in cut_blocks(text)}
    assert {shape(block, part) for block in cut_blocks(part)} <= known
