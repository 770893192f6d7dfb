"""The language of the search field: what it knows, and that nothing typed can do harm."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.query import (
    COSTLY_WORDS,
    LONGEST_QUERY,
    MOST_TERMS,
    WORDS_A_PREFIX_COSTS,
    Phrase,
    Prefix,
    Query,
    Term,
    Word,
    parse,
    texts,
)

SIGNS = st.sampled_from([*" \"-*()[]{}~^:\\/+&|!?'“”„–.,abcdeTOé\x00\ud800", "AND", "OR", "NOT", "van de"])


def check_bounds(query: Query) -> None:
    """What holds whatever was typed."""
    terms = query.wanted + query.unwanted
    assert len(query.text) <= LONGEST_QUERY
    assert len(terms) <= MOST_TERMS
    assert all(word.isalnum() for term in terms for word in texts(term))
    for group in (query.wanted, query.unwanted):
        assert sum(len(term.words) for term in group if isinstance(term, Phrase)) <= COSTLY_WORDS
        assert sum(isinstance(term, Prefix) for term in group) <= COSTLY_WORDS / WORDS_A_PREFIX_COSTS


def test_words_stand_on_their_own() -> None:
    assert parse("Tegenspraak  Overleg").wanted == (Word("tegenspraak"), Word("overleg"))


@pytest.mark.parametrize("typed", ['"Menselijke maat"', "“menselijke maat”", '„menselijke maat"'])
def test_words_between_quotes_are_a_phrase(typed: str) -> None:
    assert parse(typed).wanted == (Phrase(("menselijke", "maat")),)


def test_a_star_after_three_letters_means_the_beginning_of_a_word() -> None:
    assert parse("uitvoer* uit*").wanted == (Prefix("uitvoer"), Prefix("uit"))


@pytest.mark.parametrize("typed", ["be*", "*be", "b*e", "* be", "be *"])
def test_a_star_elsewhere_says_nothing(typed: str) -> None:
    assert all(isinstance(term, Word) for term in parse(typed).wanted)


@pytest.mark.parametrize(
    ("typed", "unwanted"),
    [
        ("advies -minister", Word("minister")),
        ("advies –minister", Word("minister")),
        ('advies -"de minister"', Phrase(("de", "minister"))),
        ("advies -minist*", Prefix("minist")),
        ("advies -e-mail", Phrase(("e", "mail"))),
    ],
)
def test_a_minus_says_what_may_not_be_there(typed: str, unwanted: Term) -> None:
    assert parse(typed) == Query(typed, (Word("advies"),), (unwanted,))


def test_a_hyphen_inside_a_word_is_no_minus() -> None:
    assert parse("beleids-uitvoering").unwanted == ()


@pytest.mark.parametrize(
    "typed", ["advies OR minister", "titel:advies", "advies~2", "[a TO z]", "advies^4 (", "!advies"]
)
def test_anything_else_is_just_words(typed: str) -> None:
    query = parse(typed)
    assert query.unwanted == ()
    assert all(isinstance(term, Word) for term in query.wanted)


def test_a_quote_that_is_not_closed_says_nothing() -> None:
    assert parse('"menselijke maat').wanted == (Word("menselijke"), Word("maat"))


def test_words_that_say_nothing_are_looked_up_in_a_row_when_there_are_no_others() -> None:
    assert parse("wie zijn wij").wanted == (Phrase(("wie", "zijn", "wij")),)


@pytest.mark.parametrize("typed", ["", "  ", "-", '""', "***", "!?", "\x00"])
def test_nothing_typed_asks_nothing(typed: str) -> None:
    assert parse(typed).wanted == ()


def test_after_the_first_few_phrases_and_prefixes_the_rest_count_as_words() -> None:
    query = parse(" ".join(f'"w{n} v{n}"' for n in range(12)))
    assert sum(isinstance(term, Phrase) for term in query.wanted) == COSTLY_WORDS / 2
    assert Word("w11") in query.wanted


def test_the_end_of_a_very_long_phrase_counts_as_words() -> None:
    query = parse('"' + " ".join(f"w{n}" for n in range(20)) + '"')
    assert query.wanted == (
        Phrase(tuple(f"w{n}" for n in range(16))),
        *(Word(f"w{n}") for n in range(16, 20)),
    )


@given(st.lists(SIGNS, max_size=300).map("".join) | st.text(max_size=600))
def test_whatever_is_typed_stays_within_bounds(typed: str) -> None:
    query = parse(typed)
    check_bounds(query)
    assert parse(query.text) == query


def test_hostile_strings_stay_within_bounds(payloads: list[dict[str, Any]]) -> None:
    for payload in payloads:
        check_bounds(parse(payload["payload"]))
