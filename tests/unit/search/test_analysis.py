"""Which words meet when somebody searches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.analysis import beginnings, compound_stems, fold, meets, stem, stems, tokens, words
from app.search.dutch import COMPOUND_PARTS, IRREGULAR_FORMS, STOP_WORDS


def meeting(word: str) -> str:
    return stem(fold(word))


@pytest.mark.parametrize(
    "forms",
    [
        "ambtenaar ambtenaren Ambtenaar",
        "huis huizen",
        "brief brieven",
        "zin zinnen",
        "wet wetten",
        "gesprek gesprekken",
        "advies adviezen geadviseerd",
        "overheid overheden",
        "thema thema's THEMA’S",
        "coördinatie coordinatie",
        "lid leden",
        "stad steden",
        "fout fouten",
        "werken werkt gewerkt",
        "spreken sprak gesproken",
        "organiseren organisatie georganiseerd",
    ],
)
def test_forms_of_a_word_meet(forms: str) -> None:
    assert len({meeting(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "pair", ["overheid overig", "openbaar open", "maat macht", "burger burg", "minister ministerie"]
)
def test_different_words_stay_apart(pair: str) -> None:
    one, other = pair.split()
    assert meeting(one) != meeting(other)


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("tegenspraakcultuur", ["tegenspraak", "cultuur"]),
        ("beleidsplannen", ["beleid", "plan"]),
        ("ambtenarenraad", ["ambtenaar", "raad"]),
        ("overheidsdienst", ["overheid", "dienst"]),
        ("gespreksvragen", ["gesprek", "vraag"]),
    ],
)
def test_a_compound_is_found_by_its_parts(compound: str, parts: list[str]) -> None:
    assert list(compound_stems(compound)) == [stem(part) for part in parts]


@pytest.mark.parametrize(
    "word", ["belangrijk", "openstaan", "overkant", "vakmanschap", "voorsteller", "vertrouwen", "minister"]
)
def test_a_word_that_is_no_compound_stays_whole(word: str) -> None:
    assert compound_stems(word) == ()


def test_stop_words_are_left_out_of_stems_and_kept_in_phrases() -> None:
    assert stems("De maat van er worden deze") == [stem("maat")]
    assert words("De maat van") == ["de", "maat", "van"]


def test_words_know_where_they_stand() -> None:
    text = "Thema’s: é́én Zaak."
    assert [text[token.start : token.end] for token in tokens(text)] == ["Thema’s", "é́én", "Zaak"]


def test_the_lists_are_written_as_words_are_folded() -> None:
    listed = [
        *STOP_WORDS,
        *COMPOUND_PARTS,
        *(form.strip("=") for line in IRREGULAR_FORMS for form in line.split()),
    ]
    assert [word for word in listed if fold(word) != word] == []
    forms = [form.strip("=") for line in IRREGULAR_FORMS for form in line.split()]
    assert len(forms) == len(set(forms))


@given(st.text())
def test_any_text_can_be_taken_apart(text: str) -> None:
    assert [token.word for token in tokens(text)] == words(text)
    assert all(stems(text))


@given(st.text(alphabet="adegiklmnorstuvz", min_size=1, max_size=14))
def test_the_quick_comparison_agrees_with_the_full_one(word: str) -> None:
    for asked in (stem(word), *compound_stems(word)):
        assert meets(word, frozenset({asked}), beginnings({asked}))


@pytest.mark.parametrize(
    "pair", ["gedacht denken", "tegenspraakcultuur cultuur", "mediabeleid media", "leden lid"]
)
def test_a_word_meets_what_was_asked_in_another_form(pair: str) -> None:
    word, asked = pair.split()
    assert meets(word, frozenset({stem(asked)}), beginnings({stem(asked)}))
