import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.blocks import cut_blocks
from app.text.sentences import cut_sentences
from app.text.units import block_units, cut_units

PLAIN_SCRAPS = [
    "Dit is een zin",
    "de rest",
    "bijv",
    "o.a",
    "dhr",
    "J",
    "3.5",
    "1",
    "’s",
    *".!?… ()",
    "...",
    "é",
]
SIGN_SCRAPS = [
    "[[bouwsteen:12]]",
    "[^1]",
    "<b>",
    "<!--",
    "-->",
    "```\n",
    "!!! tip\n    ",
    "- ",
    "# ",
    "> ",
    "\n\n",
]
SCRAPS = st.sampled_from(
    [*PLAIN_SCRAPS, *SIGN_SCRAPS, *"`[]{}*|\té\n", "\n\n", "...", "``", "[[", "]]", "**", "http://a.b/c."]
)
MESSY_TEXT = st.one_of(st.lists(SCRAPS, max_size=40).map("".join), st.text(max_size=80))


def sentences_of(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in cut_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Een spatie. | Twee zinnen! | Drie zinnen? | Echt waar?! | Klaar.",
        "Vraag het bijv. Annie, o.a. Voorbeeld en d.w.z. Iemand. | Dan dhr. Voorbeeld, t.o.v. Anderen.",
        "Dat staat in art. 3 en nr. 12 van ca. 40 regels. | Daarna niet.",
        "Zie brieven, nota's enz. | Dat is genoeg. | Het kost 3.50 euro e.d. | Meer niet.",
        "Volgens J. Voorbeeld en A.B. Voorbeeld klopt dat. | Plan B. | Dan maar zo.",
        "In 2021. | Daarna niet meer.",
        "1. Eerst dit. | Dan dat.",
        "Tja... | Dat kan. | Tja… dat kan niet (...) De rest volgt.",
        'Zij zei: "Dat is zo." | Hij niet. | "Kom je?" vroeg zij. | (Dat was gisteren.) | Klaar.',
        "Kijk op https://voorbeeld.nl/a.B of www.voorbeeld.nl. | Dan [zie. Dit](b.md) en `code. Zo` niet.",
        "Zo is het. [[bouwsteen:12]] [[bouwsteen:3]] | Dat ook.[^1] | En **dit.** | Klaar.",
        "'s Avonds niet. | 's Ochtends wel. | In de link [[Pagina. Met punt]] niet.",
        "Zin <!-- een. Twee. --> loopt door. | **Let op.** | <b>Zo.</b> | Klaar.",
    ],
)
def test_a_sentence_ends_where_a_dutch_reader_says_so(text: str) -> None:
    assert sentences_of(text.replace("| ", "")) == [part.strip() for part in text.split("|")]


@given(MESSY_TEXT, st.integers(0, 20), st.integers(0, 20))
def test_sentences_cover_their_stretch_exactly(text: str, head: int, tail: int) -> None:
    start, end = min(head, len(text)), max(min(head, len(text)), len(text) - tail)
    sentences = cut_sentences(text, start, end)
    edges = [start, *(sentence.end for sentence in sentences)]
    assert [sentence.start for sentence in sentences] == edges[:-1]
    assert edges[-1] == end
    assert all(sentence.start < sentence.end for sentence in sentences)


@given(MESSY_TEXT)
def test_units_give_the_text_back(text: str) -> None:
    assert "".join(unit.source for unit in cut_units(text)) == text
    assert "".join(unit.source for unit in block_units(text, cut_blocks(text))) == text
    assert all(unit.text for unit in cut_units(text)[1:])


def test_prose_is_cut_into_sentences_and_other_blocks_stay_whole() -> None:
    text = "# Kop. Met punt\n\nEen. Twee.\n\n- Punt een. En meer.\n\n```\nCode. Zo.\n```\n"
    assert [unit.text for unit in cut_units(text)] == [
        "# Kop. Met punt", "Een.", "Twee.", "- Punt een.", "En meer.", "```\nCode. Zo.\n```",
    ]  # fmt: skip


def test_marks_are_kept_apart_from_the_words() -> None:
    (unit,) = cut_units("Zo is het. [[bouwsteen:12]] [[bouwsteen:3]]\n")
    assert (unit.words, unit.marks) == ("Zo is het.", frozenset({3, 12}))


def test_a_mark_in_code_is_not_a_mark() -> None:
    (unit,) = cut_units("Typ `[[bouwsteen:12]]` achter de zin.")
    assert unit.marks == frozenset()
