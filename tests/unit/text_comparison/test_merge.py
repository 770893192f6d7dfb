import pytest

from app.text.merge import Clash, merge, merge_set, merge_value

BASE = """# Tegenspraak

Een goed gesprek begint klein. Je luistert eerst. Daarna spreek je tegen.

- Noem het feit.
- Noem het gevoel.

| wie | wat |
| --- | --- |
| jij | vraagt |
| de ander | antwoordt |

Tot slot bedank je elkaar.
"""


def changed(*pairs: tuple[str, str]) -> str:
    text = BASE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


def only_clash(current: str, proposed: str, base: str = BASE) -> Clash:
    (clash,) = merge(base, current, proposed).clashes
    return clash


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (("begint klein", "begint groot"), ("luistert eerst", "luistert lang")),
        (("Je luistert eerst. ", ""), (" Daarna spreek je tegen.", "")),
        (("Daarna spreek", "Je wacht. Daarna spreek"), ("begint klein", "begint groot")),
        (("- Noem het feit.\n", ""), ("gevoel.", "gevoel.\n- Noem de wens.")),
        (("| jij | vraagt |\n", ""), ("| de ander | antwoordt |", "| de ander | zwijgt |")),
        (("\n\nTot slot", "\n\n## Slot\n\nTot slot"), ("je elkaar", "je de ander")),
        (("# Tegenspraak\n\n", ""), ("Tot slot bedank je elkaar.\n", "Klaar.\n\nEcht.\n")),
        (("klein.", "klein. [[bouwsteen:4]]"), ("begint klein", "begint groot")),
        (("klein.", "klein. [[bouwsteen:4]]"), ("klein.", "klein. [[bouwsteen:3]]")),
    ],
)
def test_what_two_people_changed_apart_merges(mine: tuple[str, str], theirs: tuple[str, str]) -> None:
    result = merge(BASE, changed(mine), changed(theirs))
    assert result.is_clean
    assert result.text == merge(BASE, changed(theirs), changed(mine)).text
    if "[[" not in mine[1]:
        assert result.text == changed(mine, theirs)


def test_sources_merge_as_a_set_while_the_sentence_is_rewritten() -> None:
    base = "Zo is het. [[bouwsteen:1]] [[bouwsteen:2]]\n"
    current = "Zo is het. [[bouwsteen:2]] [[bouwsteen:5]]\n"
    proposed = "Zo was het. [[bouwsteen:1]] [[bouwsteen:2]] [[bouwsteen:4]]\n"
    assert (
        merge(base, current, proposed).text == "Zo was het. [[bouwsteen:2]] [[bouwsteen:4]] [[bouwsteen:5]]\n"
    )


def test_a_source_goes_to_the_sentence_most_like_the_one_it_was_added_to() -> None:
    split = changed(("Je luistert eerst.", "Wacht even. Je luistert altijd eerst. Dat helpt."))
    sourced = changed(("luistert eerst.", "luistert eerst. [[bouwsteen:7]]"))
    assert "Je luistert altijd eerst. [[bouwsteen:7]] Dat helpt." in merge(BASE, split, sourced).text


def test_a_source_added_to_a_sentence_that_is_taken_away_is_a_clash() -> None:
    clash = only_clash(changed((" Je luistert eerst.", "")), changed(("eerst.", "eerst. [[bouwsteen:7]]")))
    assert clash.texts == ("Je luistert eerst.", "", "Je luistert eerst. [[bouwsteen:7]]")


def test_two_changes_to_one_sentence_clash_and_show_the_three_texts() -> None:
    clash = only_clash(changed(("klein", "groot")), changed(("klein", "samen")))
    assert clash.texts == (
        "Een goed gesprek begint klein.", "Een goed gesprek begint groot.", "Een goed gesprek begint samen.",
    )  # fmt: skip


def test_rewritten_neighbours_clash_only_where_both_changed() -> None:
    both = changed(("begint klein", "begint groot"), ("luistert eerst", "luistert lang"))
    clash = only_clash(both, changed(("luistert eerst", "luistert goed")))
    assert clash.current == "Je luistert lang."


def test_two_insertions_at_one_spot_clash_unless_they_are_equal() -> None:
    mine, theirs = BASE + "\nEinde.\n", BASE + "\nSlot.\n"
    assert only_clash(mine, theirs).texts == ("", "Einde.", "Slot.")
    assert merge(BASE, mine, mine).text == mine


def test_a_sentence_added_inside_what_the_other_took_away_is_a_clash() -> None:
    mine = changed(("Je luistert eerst. Daarna spreek je tegen.", ""))
    assert not merge(BASE, mine, changed(("Daarna", "Je wacht. Daarna"))).is_clean


def test_removals_that_overlap_merge() -> None:
    mine = changed((" Je luistert eerst. Daarna spreek je tegen.", ""))
    assert merge(BASE, mine, changed((" Daarna spreek je tegen.", ""))).text == mine


def test_a_table_stays_whole_when_both_take_a_row_away() -> None:
    base = "| a |\n| --- |\n| 1 |\n| 2 |\n| 3 |\n"
    result = merge(base, base.replace("| 1 |\n", ""), base.replace("| 2 |\n", ""))
    assert result.text == "| a |\n| --- |\n| 3 |\n"


def test_settling_keeps_the_white_space_of_the_chosen_side() -> None:
    base = "Een.\n\nTwee. Drie.\n"
    result = merge(base, "Een.\n\n# Kop\n\nDrie.\n", "Een.\n\nTweede. Drie.\n")
    (clash,) = result.clashes
    assert result.settle([clash.current]) == "Een.\n\n# Kop\n\nDrie.\n"
    assert result.settle([clash.proposed]) == "Een.\n\nTweede. Drie.\n"
    assert result.settle([""]) == "Een.\n\nDrie.\n"


def test_a_list_in_the_place_of_a_sentence_does_not_swallow_the_next_one() -> None:
    base = "# Kop\n\nZin een is hier.\n"
    result = merge(base, "# Kop\n\n- punt\n", base.replace("hier.", "hier. Zin twee komt erbij."))
    assert result.text == "# Kop\n\n- punt\n\nZin twee komt erbij.\n"


def test_a_clash_settled_with_nothing_keeps_the_paragraphs_apart() -> None:
    result = merge("Een. Twee.\n\nDrie.", "Een. Tweede.\n\nDrie.", "Een. Twee keer.\n\nDrie.")
    assert result.settle([""]) == "Een.\n\nDrie."


def test_own_words_of_several_blocks_get_room() -> None:
    result = merge("Een. Twee. Drie.", "Een. Tweede. Drie.", "Een. Twee keer. Drie.")
    assert result.settle(["- punt"]) == "Een.\n\n- punt\n\nDrie."


def test_settling_asks_one_choice_per_clash() -> None:
    result = merge_value("Titel", "Kop", "Naam")
    with pytest.raises(ValueError, match="1 clashes, 0 choices"):
        _ = result.text


def test_titles_and_leads_merge_as_a_whole() -> None:
    assert merge_value("Titel", "Titel", "Naam").text == "Naam"
    assert merge_value("Titel", "Naam", "Titel").text == "Naam"
    assert merge_value("Titel", "Kop", "Naam").clashes == (Clash("Titel", "Kop", "Naam"),)


def test_sets_merge_without_clashes() -> None:
    assert merge_set({1, 2, 3}, {2, 3, 4}, {1, 2, 5}) == {2, 4, 5}


def test_texts_of_very_many_lines_clash_as_a_whole() -> None:
    base, current, proposed = (f"{letter}\n" * 30_000 for letter in "abc")
    assert [clash.texts for clash in merge(base, current, proposed).clashes] == [(base, current, proposed)]


def test_very_long_texts_are_merged_by_the_block() -> None:
    first = "Een zin. Nog een zin."
    base = f"{first}\n\n" + f"{'woord ' * 100}.\n\n" * 1_000
    result = merge(base, base.replace("Een", "Geen", 1), base.replace("Nog", "Ook", 1))
    assert [clash.base for clash in result.clashes] == [first]


def test_one_sentence_of_very_many_words_is_merged() -> None:
    base, current, proposed = (f"{word} " * 100_000 for word in ("ja", "nee", "wel"))
    assert len(merge(base, current, proposed).clashes) == 1
