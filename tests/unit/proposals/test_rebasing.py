"""A proposal meets a page that moved on."""

from dataclasses import replace

from app.pages.rules import PageContent
from app.proposals.kinds import Choice
from app.proposals.rebasing import (
    Overlap,
    Rebase,
    Settlement,
    asks_the_same,
    chosen_texts,
    rebase,
    settlements_for,
    uses_own_words,
    words_without_place,
)

BASE = PageContent(
    "Tegenspraak", "Waarom het helpt.", "Eerste zin hier. Tweede zin hier.\n\nSlot.\n", frozenset({1, 2})
)


def overlapping() -> Rebase:
    """A base of which both sides changed the title and the second sentence."""
    current = replace(BASE, title="Tegenspraak nu", body=BASE.body.replace("Tweede zin", "Tweede korte zin"))
    proposed = replace(
        BASE, title="Tegenspraak voorstel", body=BASE.body.replace("Tweede zin", "Tweede lange zin")
    )
    return rebase(BASE, current, proposed)


def settle(overlap: Overlap, choice: Choice, own: str = "") -> dict[str, Settlement]:
    return {overlap.key: Settlement(choice, own)}


def test_changes_in_other_sentences_go_together() -> None:
    current = replace(BASE, body=BASE.body.replace("Eerste zin", "Eerste nieuwe zin"))
    proposed = replace(BASE, lead="Waarom het altijd helpt.", body=BASE.body.replace("Slot", "Einde"))
    merged = rebase(BASE, current, proposed)
    assert merged.overlaps == ()
    expected = "Eerste nieuwe zin hier. Tweede zin hier.\n\nEinde.\n"
    assert merged.content([]) == replace(BASE, lead="Waarom het altijd helpt.", body=expected)


def test_themes_that_either_side_added_or_took_away_never_overlap() -> None:
    merged = rebase(
        BASE, replace(BASE, topic_ids=frozenset({1, 2, 3})), replace(BASE, topic_ids=frozenset({2, 4}))
    )
    assert merged.content([]).topic_ids == {2, 3, 4}


def test_each_overlap_stands_apart_with_its_three_texts() -> None:
    title, sentence = overlapping().overlaps
    assert (title.number, title.part, title.base, title.current) == (
        1,
        "title",
        "Tegenspraak",
        "Tegenspraak nu",
    )
    assert (sentence.number, sentence.part) == (2, "body")
    assert sentence.proposed == "Tweede lange zin hier."
    assert title.key != sentence.key


def test_nothing_is_settled_before_somebody_chose_everything() -> None:
    title, sentence = overlapping().overlaps
    assert chosen_texts([title, sentence], {}) is None
    assert chosen_texts([title, sentence], settle(title, Choice.BASE)) is None


def test_own_words_that_are_empty_settle_nothing() -> None:
    title, _ = overlapping().overlaps
    assert chosen_texts([title], settle(title, Choice.OWN, "  \n")) is None


def test_every_choice_gives_its_own_text() -> None:
    title, _ = overlapping().overlaps
    texts = {choice: chosen_texts([title], settle(title, choice, "Zelf geschreven")) for choice in Choice}
    assert texts == {
        Choice.BASE: ["Tegenspraak"],
        Choice.CURRENT: ["Tegenspraak nu"],
        Choice.PROPOSED: ["Tegenspraak voorstel"],
        Choice.BOTH: ["Tegenspraak nu Tegenspraak voorstel"],
        Choice.OWN: ["Zelf geschreven"],
    }


def test_a_settled_merge_is_a_whole_content() -> None:
    merged = overlapping()
    content = merged.content(["Zelf\ngeschreven", "Tweede eigen zin hier."])
    assert content.title == "Zelf geschreven"
    assert content.body == "Eerste zin hier. Tweede eigen zin hier.\n\nSlot.\n"


def test_choices_survive_a_page_that_moved_on_elsewhere() -> None:
    _, sentence = overlapping().overlaps
    typed = settle(sentence, Choice.PROPOSED)
    assert settlements_for(overlapping().overlaps, typed)[sentence.key].choice is Choice.PROPOSED


def test_a_choice_is_asked_again_when_the_page_changed_at_that_place() -> None:
    title, _ = overlapping().overlaps
    typed = settle(title, Choice.OWN, "Zelf geschreven")
    moved = rebase(
        BASE, replace(BASE, title="Tegenspraak later"), replace(BASE, title="Tegenspraak voorstel")
    )
    (again,) = moved.overlaps
    assert settlements_for([again], typed) == {again.key: Settlement(None, "Zelf geschreven")}


def test_words_for_an_overlap_that_is_gone_are_still_shown() -> None:
    title, sentence = overlapping().overlaps
    typed = settle(title, Choice.OWN, "Zelf geschreven") | settle(sentence, Choice.BASE)
    assert words_without_place([sentence], typed) == ("Zelf geschreven",)
    assert words_without_place([title, sentence], typed) == ()


def test_equal_overlaps_are_told_apart() -> None:
    base = replace(BASE, body="Zin een twee drie.\n\nTussen.\n\nZin een twee drie.\n")
    current = replace(base, body=base.body.replace("drie", "vier"))
    proposed = replace(base, body=base.body.replace("drie", "vijf"))
    first, second = rebase(base, current, proposed).overlaps
    assert first.key != second.key


def test_only_own_words_make_an_editor() -> None:
    title, _ = overlapping().overlaps
    assert uses_own_words([title], settle(title, Choice.OWN, "Zelf"))
    assert not uses_own_words([title], settle(title, Choice.CURRENT, "Toch niet"))


def test_a_change_elsewhere_on_the_page_leaves_what_is_asked_as_it_was() -> None:
    proposed = replace(
        BASE, body=BASE.body.replace("Tweede zin", "Tweede lange zin"), topic_ids=frozenset({1})
    )
    current = replace(BASE, lead="Anders.", body=BASE.body.replace("Eerste zin", "Eerste nieuwe zin"))
    merged = rebase(BASE, current, proposed).content([])
    assert asks_the_same((BASE, proposed), (current, merged))


def test_what_the_page_says_already_is_not_asked_any_more() -> None:
    proposed = replace(BASE, lead="Anders.", body=BASE.body.replace("Slot.", "Einde."))
    for current in (replace(BASE, lead="Anders."), replace(BASE, body=proposed.body)):
        assert not asks_the_same((BASE, proposed), (current, rebase(BASE, current, proposed).content([])))
