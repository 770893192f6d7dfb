"""What people say is shown as they typed it: paragraphs, line ends, links to pages, and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.links import LinkTarget, Reference, ReferenceKind
from app.text.words_html import mentioned, words_html

TARGETS = {
    "tegenspraak": LinkTarget("/pagina/tegenspraak", "Tegenspraak"),
    "thema:openheid": LinkTarget("/themas/openheid", "Openheid"),
    "weg": LinkTarget("/pagina/weg", "Weg", exists=False),
}
TAGS = re.compile(r"</?p>|<br>")


@given(st.text("ab <>&'\"\n[]|#`*_/:"))
def test_nothing_typed_becomes_a_tag(words: str) -> None:
    html = TAGS.sub("", words_html(words, {}))
    assert "<" not in html
    assert ">" not in html


@given(st.text("ab[]|#\n tegenspraak"))
def test_only_links_to_what_exists_are_written(words: str) -> None:
    html = TAGS.sub("", words_html(words, TARGETS))
    assert set(re.findall(r"<[^/][^>]*>", html)) <= {
        '<a href="/pagina/tegenspraak">',
        *re.findall(r'<a href="/pagina/tegenspraak#kop-[a-z-]+">', html),
    }


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("Dag.\n\nNog iets.\n \n\n", "<p>Dag.</p><p>Nog iets.</p>"),
        ("Een\ntwee", "<p>Een<br>twee</p>"),
        ("Zie [[Tegenspraak]].", '<p>Zie <a href="/pagina/tegenspraak">Tegenspraak</a>.</p>'),
        ("[[Tegenspraak|zie hier]]", '<p><a href="/pagina/tegenspraak">zie hier</a></p>'),
        ("[[Tegenspraak#Een kop]]", '<p><a href="/pagina/tegenspraak#kop-een-kop">Tegenspraak</a></p>'),
        ("[[thema:Openheid]]", '<p><a href="/themas/openheid">Openheid</a></p>'),
        ("[[Weg]] [[Onbekend]] [[bouwsteen:3]]", "<p>[[Weg]] [[Onbekend]] [[bouwsteen:3]]</p>"),
        ("[[Tegenspraak|<b>]]", '<p><a href="/pagina/tegenspraak">&lt;b&gt;</a></p>'),
        ("**vet** [x](javascript:alert(1))", "<p>**vet** [x](javascript:alert(1))</p>"),
        ("  ", ""),
    ],
)
def test_words_are_written(words: str, html: str) -> None:
    assert words_html(words, TARGETS) == html


def test_what_is_named_is_found_once_each() -> None:
    assert mentioned("[[Tegenspraak]] en [[tegenspraak]], [[thema:Openheid]], [[bouwsteen:3]], [[#Kop]]") == (
        Reference(ReferenceKind.PAGE, "tegenspraak"),
        Reference(ReferenceKind.TOPIC, "thema:openheid"),
    )
