"""How bouwstenen look in a text: a mark after a sentence, and a card on a line of its own."""

import pytest

from app.text.block_cards import MOST_CARDS, BlockCard, CardState
from app.text.links import LinkTarget
from app.text.rendering import render, render_sentences
from app.text.source_marks import MOST_NAMED, numbers_marked

MARK = (
    '<button class="source-mark" id="bouwsteen-12" popovertarget="bron-12" type="button">'
    '<span class="source-mark__word">bouwsteen </span>12</button>'
)
SHOWN = BlockCard(CardState.SHOWN, 12, "dilemma", "Wat <b>weegt</b> zwaarder?\nZie {{bouwsteen:12}}.")


def with_card(card: BlockCard, named: int = 12) -> dict[str, LinkTarget]:
    return {f"bouwsteen:{named}": LinkTarget(f"/bouwstenen/{card.number}", "", card=card)}


def test_a_mark_is_a_button_that_opens_its_bouwsteen_and_needs_no_lookup() -> None:
    assert render("Zo is het. [[bouwsteen:12]]", {}).html == f"<p>Zo is het.\u00a0{MARK}</p>\n"


def test_each_mention_on_a_page_has_a_place_of_its_own() -> None:
    html = render("Zo. [[bouwsteen:12]] En zo. [[bouwsteen:12]]\n\n{{bouwsteen:12}}\n", {}).html
    assert [html.count(f'id="bouwsteen-12{end}"') for end in ("", "-2", "-3", "-4")] == [1, 1, 1, 0]


def test_apart_from_its_page_a_mark_is_words_for_who_compares_versions() -> None:
    (segment,) = render("Zo is het. [[bouwsteen:12]]", {}).segments
    assert "button" not in segment.html
    assert segment.text == "Zo is het. bouwsteen 12"


def test_what_is_searched_in_and_read_by_the_sentence_has_no_marks() -> None:
    source = "Zo is het. [[bouwsteen:12]] Meer niet."
    assert render(source, {}).text == "Zo is het. Meer niet."
    assert [piece.text for piece in render_sentences(source, {}).pieces] == ["Zo is het.", "Meer niet."]


def test_a_mark_in_a_heading_is_no_part_of_its_name() -> None:
    (heading,) = render("## Tegenspraak [[bouwsteen:12]]\n", {}).headings
    assert (heading.text, heading.anchor) == ("Tegenspraak", "kop-tegenspraak")


@pytest.mark.parametrize(
    "typed",
    [
        "<button type=submit formaction=/beheer>klik</button>",
        "<button popovertarget=bron-12 class=source-mark>klik</button>",
        "<button><button>klik</button>",
    ],
)
def test_a_button_that_somebody_types_is_only_its_words(typed: str) -> None:
    html = render(f"{typed} [[bouwsteen:12]]\n\n<div>{typed}</div>\n", {}).html
    assert html.count("<button") == html.count("</button>") == 1
    assert html.count("klik") == 2
    assert numbers_marked(html) == (12,)


def test_a_card_shows_the_words_of_a_bouwsteen_and_nothing_that_they_name() -> None:
    html = render("{{bouwsteen:12}}\n", with_card(SHOWN)).html
    assert html.startswith('<figure class="block-card block-card--dilemma" id="bouwsteen-12">')
    assert "Wat &lt;b&gt;weegt&lt;/b&gt; zwaarder?<br>Zie {{bouwsteen:12}}." in html
    assert numbers_marked(html) == (12,)


def test_a_card_of_one_that_was_merged_shows_what_it_became() -> None:
    html = render("{{bouwsteen:7}}\n", with_card(SHOWN, named=7)).html
    assert "zwaarder" in html
    assert "samengevoegd met bouwsteen 12" in html


@pytest.mark.parametrize(
    ("card", "says"),
    [
        (BlockCard(CardState.WITHDRAWN, 12), "Bouwsteen 12 is ingetrokken."),
        (BlockCard(CardState.NOTED, 12), "Bouwsteen 12 is nog niet aangeleverd."),
        (BlockCard(CardState.WAITING, 12), "Bouwsteen 12 wacht nog op de redactie."),
        (BlockCard(CardState.PARKED, 12), "Bouwsteen 12 is geparkeerd."),
        (BlockCard(CardState.PARKED, 3), "samengevoegd met bouwsteen 3, en die is geparkeerd."),
    ],
)
def test_a_card_without_words_says_why(card: BlockCard, says: str) -> None:
    rendered = render("{{bouwsteen:12}}\n", with_card(card))
    assert says in rendered.html
    assert says in rendered.text


def test_a_number_that_no_bouwsteen_has_is_called_by_name() -> None:
    assert render("{{bouwsteen:99}}\n", {}).text == "Bouwsteen 99 bestaat niet."


def test_a_thousand_cards_are_shown_as_far_as_a_page_bears() -> None:
    html = render("{{bouwsteen:12}}\n\n" * 1000, with_card(SHOWN)).html
    assert html.count("<figure") == MOST_CARDS
    assert html.count("alleen met zijn nummer") == 1000 - MOST_CARDS


def test_a_page_opens_so_many_bouwstenen_and_only_names_the_rest() -> None:
    html = render(" ".join(f"Zo. [[bouwsteen:{n}]]\n\n" for n in range(1, 1001)), {}).html
    assert len(numbers_marked(html)) == MOST_NAMED
    assert html.count('class="source-mark"') == 1000
