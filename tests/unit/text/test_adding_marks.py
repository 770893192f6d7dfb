"""A bouwsteen is named after the sentence that was chosen, whatever else was typed since."""

import pytest

from app.text.adding_marks import add_mark, mark_places

TEXT = "# Kop\n\nEen zin. Nog een zin.\n\n- Een punt.\n\nEen zin.\n"
ADDED = {
    0: "# Kop\n\nEen zin. [[bouwsteen:7]] Nog een zin.\n\n- Een punt.\n\nEen zin.\n",
    1: "# Kop\n\nEen zin. Nog een zin. [[bouwsteen:7]]\n\n- Een punt.\n\nEen zin.\n",
    2: "# Kop\n\nEen zin. Nog een zin.\n\n- Een punt. [[bouwsteen:7]]\n\nEen zin.\n",
    3: "# Kop\n\nEen zin. Nog een zin.\n\n- Een punt.\n\nEen zin. [[bouwsteen:7]]\n",
}


@pytest.mark.parametrize("nth", ADDED)
def test_the_mark_comes_after_the_chosen_sentence(nth: int) -> None:
    assert add_mark(TEXT, 7, mark_places(TEXT)[nth].id) == ADDED[nth]


def test_a_chosen_sentence_is_found_again_behind_new_ones_and_after_its_other_marks() -> None:
    chosen = mark_places(TEXT)[1].id
    typed = TEXT.replace("# Kop", "Iets nieuws.").replace("Nog een zin.", "Nog een zin. [[bouwsteen:3]]")
    assert "Nog een zin. [[bouwsteen:3]] [[bouwsteen:7]]\n" in add_mark(typed, 7, chosen)


@pytest.mark.parametrize("after", ["", "weg-1"])
def test_without_a_known_choice_the_mark_comes_after_the_last_sentence(after: str) -> None:
    assert add_mark(TEXT, 7, after) == ADDED[3]


def test_a_text_without_sentences_gets_a_paragraph_with_the_mark() -> None:
    assert (add_mark("", 7), add_mark("# Kop", 7)) == ("[[bouwsteen:7]]\n", "# Kop\n\n[[bouwsteen:7]]\n")
