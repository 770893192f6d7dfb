"""Which bouwstenen say the same, by their words."""

from collections import Counter
from pathlib import Path

from app.building_blocks.similar import DUPLICATE, most_alike, readable, telling_words, weights
from app.core.content_files import read_entries
from app.text.key_words import key_stems

TEXTS = {
    1: "Tegenspraak helpt de minister om beter te kiezen.",
    2: "De minister kiest beter als tegenspraak haar helpt.",
    3: "Geef tegenspraak voordat het besluit valt.",
    4: "Een burger wil een mens aan de lijn.",
}
WORDS = {number: key_stems(text) for number, text in TEXTS.items()}
COUNTS = {word: sum(word in words for words in WORDS.values()) for words in WORDS.values() for word in words}


EXAMPLES = Path(__file__).parents[3] / "content" / "voorbeelden" / "bouwstenen.yml"


def alike(number: int, **arguments: float) -> list[int]:
    own = weights(WORDS[number], COUNTS, len(TEXTS))
    others = {other: words for other, words in WORDS.items() if other != number}
    return [one.number for one in most_alike(own, others, **arguments)]  # type: ignore[arg-type]  # least only


def test_the_same_in_other_words_is_a_likely_duplicate() -> None:
    own = weights(WORDS[1], COUNTS, len(TEXTS))
    best = most_alike(own, {2: WORDS[2], 3: WORDS[3]})[0]
    assert (best.number, best.is_duplicate) == (2, True)
    assert best.score > DUPLICATE


def test_what_shares_nothing_is_not_alike() -> None:
    assert 4 not in alike(1, least=0.0001)
    assert most_alike({}, WORDS) == []


def test_a_text_is_entirely_like_itself() -> None:
    own = weights(WORDS[1], COUNTS, len(TEXTS))
    assert most_alike(own, {9: WORDS[1]})[0].score == 1


def test_a_rare_word_says_more_than_a_common_one() -> None:
    own = weights(("algemeen", "zeldzaam", "moed"), {"algemeen": 900, "zeldzaam": 2, "moed": 9}, 1000)
    others = {1: ["algemeen", "moed"], 2: ["zeldzaam", "moed"]}
    assert [one.number for one in most_alike(own, others, least=0)] == [2, 1]


def test_equal_ones_stand_in_the_order_of_their_numbers() -> None:
    own = weights(("moed",), {}, 10)
    assert [one.number for one in most_alike(own, {5: ["moed"], 2: ["moed"]})] == [2, 5]


def test_others_are_looked_up_by_what_few_but_some_have() -> None:
    counts = {"moed": 3, "overheid": 900, "zin": 5}
    assert telling_words(("overheid", "zin", "nieuw", "moed"), counts, 1000) == ("moed", "zin")
    assert telling_words(("overheid", "nieuw"), counts, 1000) == ("overheid",)


def test_the_explanation_is_in_the_words_of_the_text() -> None:
    assert readable(key_stems("ministers tegenspraak"), TEXTS[2]) == ("minister", "tegenspraak")


def test_of_the_examples_only_those_about_the_same_are_alike() -> None:
    texts = {number: entry["tekst"] for number, entry in enumerate(read_entries(EXAMPLES), start=1)}
    words = {number: key_stems(text) for number, text in texts.items()}
    counts = Counter(word for said in words.values() for word in set(said))
    found = {
        (number, one.number, one.is_duplicate)
        for number, said in words.items()
        for one in most_alike(weights(said, counts, len(words)), words)
        if number < one.number
    }
    # Whom to ask for the other side; report a mistake at once; rules and the counter; telling of mistakes.
    assert found == {(2, 11, True), (41, 51, True), (18, 54, False), (40, 44, False)}


def test_one_shared_word_is_alike_only_when_it_is_about_all_that_is_said() -> None:
    own = weights(("vraag", "moed"), {}, 60)
    assert most_alike(own, {1: ["vraag"], 2: ["vraag", "durf"]}) == most_alike(own, {1: ["vraag"]})
