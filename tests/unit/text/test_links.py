import pytest

from app.text.links import LinkTarget, Reference, ReferenceKind, references
from app.text.rendering import render

TARGETS = {
    "menselijke-maat": LinkTarget("/pagina/de-menselijke-maat", "De menselijke maat"),
    "thema:tegenspraak": LinkTarget("/themas/tegenspraak", "Tegenspraak"),
    "oud": LinkTarget("/pagina/oud", "Oud", exists=False),
}


def paragraph(source: str) -> str:
    return render(source, TARGETS).html.strip().removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[[Menselijke maat]]", Reference(ReferenceKind.PAGE, "menselijke-maat")),
        ("[[Menselijke maat|zo]]", Reference(ReferenceKind.PAGE, "menselijke-maat")),
        ("[[Gids#Eerste kop|zo]]", Reference(ReferenceKind.PAGE, "gids", "Eerste kop")),
        ("[[thema:Menselijke maat]]", Reference(ReferenceKind.TOPIC, "thema:menselijke-maat")),
        ("Zo. [[bouwsteen:12]]", Reference(ReferenceKind.BLOCK, "bouwsteen:12")),
        ("{{bouwsteen:012}}", Reference(ReferenceKind.CARD, "bouwsteen:12")),
        ("[[gesprek:3]]", Reference(ReferenceKind.CONVERSATION, "gesprek:3")),
        ("[hier](/pagina/gids#kop-een)", Reference(ReferenceKind.PAGE, "gids", "kop-een")),
        ("[hier][g]\n\n[g]: /pagina/gids", Reference(ReferenceKind.PAGE, "gids")),
        ("| a |\n|---|\n| [[Gids\\|zo]] |", Reference(ReferenceKind.PAGE, "gids")),
    ],
)
def test_a_text_knows_what_it_refers_to(source: str, expected: Reference) -> None:
    assert references(source) == (expected,)


@pytest.mark.parametrize(
    "source",
    [
        "`[[Gids]]`",
        "```\n[[Gids]]\n```",
        "    [[Gids]]",
        "<!-- [[Gids]] -->",
        "\\[[Gids]]",
        "[[]]",
        "[[#Kop]]",
        "[[bouwsteen:twaalf]]",
        "[hier](https://voorbeeld.nl/pagina/gids)",
    ],
)
def test_what_is_no_link_on_the_page_is_no_reference(source: str) -> None:
    assert references(source) == ()


def test_references_come_once_each_in_order() -> None:
    keys = [found.key for found in references("[[B]] [[A]] [[B]]\n\n- [[C|x]] [[A]]\n")]
    assert keys == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("[[Menselijke maat]]", '<a href="/pagina/de-menselijke-maat">Menselijke maat</a>'),
        ("[[Menselijke maat|zo]]", '<a href="/pagina/de-menselijke-maat">zo</a>'),
        (
            "[[Menselijke maat#Een kop|zo]]",
            '<a href="/pagina/de-menselijke-maat#kop-een-kop">zo</a>',
        ),
        ("[[#Een kop]]", '<a href="#kop-een-kop">Een kop</a>'),
        ("[zo](#een-kop)", '<a href="#kop-een-kop">zo</a>'),
        ("[[thema:tegenspraak]]", '<a href="/themas/tegenspraak">Tegenspraak</a>'),
        ("[zo](/pagina/menselijke-maat)", '<a href="/pagina/de-menselijke-maat">zo</a>'),
        ("[[gesprek:3]]", '<span class="source-mark">gesprek 3</span>'),
        ("[[bouwsteen:x]]", "[[bouwsteen:x]]"),
        ("`[[Menselijke maat]]`", "<code>[[Menselijke maat]]</code>"),
    ],
)
def test_links_lead_to_where_their_targets_are_now(source: str, shown: str) -> None:
    assert paragraph(source) == shown


@pytest.mark.parametrize(
    ("source", "address", "words", "hint"),
    [
        ("[[Nog niet]]", "/pagina/nog-niet", "Nog niet", "pagina"),
        ("[[Oud|zo]]", "/pagina/oud", "zo", "pagina"),
        ("[zo](/pagina/weg)", "/pagina/weg", "zo", "pagina"),
        ("[[thema:nieuw]]", "/themas/nieuw", "nieuw", "thema"),
    ],
)
def test_a_link_to_what_is_not_there_yet_says_so(source: str, address: str, words: str, hint: str) -> None:
    hidden = f'<span class="visually-hidden"> ({hint} bestaat nog niet)</span>'
    link = f"{words}{hidden}</a>"
    assert f'href="{address}"' in paragraph(source)
    assert paragraph(source).endswith(link)
    assert 'class="missing-link"' in paragraph(source)
    assert render(source, TARGETS).text == words
