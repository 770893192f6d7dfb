import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.tracing.first_words import FirstWords
from app.text.tracing.sentences import sentence_key, trace
from app.text.tracing.stretches import StretchCutter
from tests.unit.text.samples import SOURCES

SENTENCES = [f"Zin {letter} staat hier." for letter in "ABCDEFG"]
TEXTS = st.lists(
    st.tuples(
        st.sampled_from([*SENTENCES, "# Kop", "- Punt.", "> Citaat.", "```", "<!-- x", "-->", "<pre>"]),
        st.sampled_from([" ", "\n", "\n\n", "\n\n\n", "\n\n  "]),
    ).map("".join),
    max_size=12,
).map("".join)


def keys(text: str) -> set[str]:
    """What a text says: a rule or an empty line says nothing."""
    return {sentence.key for sentence in trace(text)} - {""}


@given(st.one_of(SOURCES, TEXTS))
def test_the_sentences_cover_every_character_once(source: str) -> None:
    found = trace(source)
    assert "".join(source[sentence.start : sentence.end] for sentence in found) == source
    assert all(sentence.start < sentence.end for sentence in found)


@given(st.one_of(SOURCES, TEXTS))
def test_stretches_read_apart_say_what_the_text_says(source: str) -> None:
    stretches = StretchCutter().cut(source)
    assert "\n\n".join(stretches) == source
    assert {key for part in stretches for key in keys(part)} == keys(source)


def test_this_holds_for_real_texts_of_every_time(every_revision: list[str]) -> None:
    for text in every_revision[::4]:
        apart = {key for part in StretchCutter().cut(text) for key in keys(part)}
        assert apart == keys(text)


@given(st.lists(st.one_of(SOURCES, TEXTS), max_size=6))
def test_first_words_are_those_that_no_earlier_text_said(texts: list[str]) -> None:
    history = FirstWords(set())
    said: set[str] = set()
    for text in texts:
        assert history.of(text) == keys(text) - said
        said |= keys(text)


@pytest.mark.parametrize(
    "text",
    [
        "Een betere zin.",
        "Een  betere\n zin.",
        "Een **betere** zin.",
        "Een betere zin. [[bouwsteen:12]]",
        'Een [betere](/pagina/beter_dan "ooit") zin.',
    ],
)
def test_a_sentence_keeps_its_key_when_only_its_look_or_source_changes(text: str) -> None:
    assert sentence_key(text) == sentence_key("Een betere zin.") != sentence_key("Een beste zin.")


@pytest.mark.parametrize(
    "text",
    [
        "- Een zin. Nog een zin.\n",
        "> Een zin.\n> Nog een zin.\n",
        "1. Een zin.\n2. Nog een zin.\n",
        "Een zin.\n\nNog een zin.\n",
        "- [x] Een zin.\n  Nog een zin.\n",
        "!!! tip\n    Een zin. Nog\n    een zin.\n",
    ],
)
def test_a_sentence_keeps_its_key_in_a_list_a_quote_and_a_split_paragraph(text: str) -> None:
    assert keys(text) == keys("Een zin. Nog een zin.")


def test_a_table_row_keeps_its_key_when_its_columns_are_lined_up() -> None:
    assert keys("| a | b |\n|---|---|\n| c | d |\n") == keys("| a   | b   |\n| --- | :-: |\n| c   | d   |\n")


@pytest.mark.parametrize("text", ["", "\n", "---\n", "<!-- -->\n", "…\n"])
def test_what_says_nothing_has_no_key(text: str) -> None:
    assert keys(text) == set()


def test_a_text_in_which_nothing_ends_is_read_in_time() -> None:
    assert len(FirstWords(set()).of("```\n" + "regel\n\n" * 25_000)) == 1
