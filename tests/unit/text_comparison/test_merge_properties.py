from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.text.merge import Clash, MergeResult, merge
from app.text.merging.source_marks import split_marks
from app.text.units import cut_units
from tests.unit.text_comparison.edited_texts import TEXTS, three_texts


def shown_to_people(result: MergeResult) -> str:
    """Everything a person who settles the merge has before her, settled or not."""
    return "\n".join("\n".join(p.texts) if isinstance(p, Clash) else p.text for p in result.pieces)


@given(TEXTS, TEXTS)
def test_a_side_that_did_nothing_lets_the_other_win(base: str, other: str) -> None:
    assert merge(base, other, base).text == other
    assert merge(base, base, other).text == other
    assert merge(base, other, other).text == other


@given(three_texts())
def test_merging_is_symmetric(texts: tuple[str, str, str]) -> None:
    base, current, proposed = texts
    one, other = merge(base, current, proposed), merge(base, proposed, current)
    assert [clash.texts for clash in one.clashes] == [
        (clash.base, clash.proposed, clash.current) for clash in other.clashes
    ]
    mine = one.settle([clash.current for clash in one.clashes])
    assert mine == other.settle([clash.proposed for clash in other.clashes])


@given(three_texts())
def test_nothing_new_is_lost_and_nothing_is_made_up(texts: tuple[str, str, str]) -> None:
    base, current, proposed = texts
    result = merge(base, current, proposed)
    shown = shown_to_people(result)
    words = Counter(shown.split())
    for side in (current, proposed):
        added = Counter(side.split()) - Counter(base.split())
        assert not added - words
    assert set(shown.split()) <= set(f"{base} {current} {proposed}".split())


@given(three_texts(), st.integers(0, 2))
def test_a_settled_text_holds_only_units_of_the_three_texts(texts: tuple[str, str, str], side: int) -> None:
    result = merge(*texts)
    settled = result.settle([clash.texts[side] for clash in result.clashes])
    known = {unit.words for text in texts for unit in cut_units(text)}
    assert {unit.words for unit in cut_units(settled)} <= known


@given(three_texts())
def test_every_new_unit_of_both_sides_is_settled_or_in_a_clash(texts: tuple[str, str, str]) -> None:
    base, current, proposed = texts
    shown = split_marks(shown_to_people(merge(base, current, proposed)))[0]
    old = {unit.words for unit in cut_units(base)}
    for text in (current, proposed):
        assert all(unit.words in shown for unit in cut_units(text) if unit.words not in old)
