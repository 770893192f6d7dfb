"""Every block of a page is found back in its stored HTML, after the element that holds it."""

import re

import pytest

from app.pages.block_places import block_ends
from app.text.rendering import render
from tests.unit.text.samples import HOSTILE

TEXT = """Een alinea met *nadruk* en "tekens > dan < dat". Nog een zin.

## Een kop

- een punt
- nog een punt

> Een citaat.
>
> Met een tweede alinea.

Een alinea met een noot in het midden[^1] van de zin.

[^1]: De noot zelf.

| Wat | Wie |
|---|---|
| oefenen | iedereen |

!!! tip "Let op"
    Een tip.

Dezelfde alinea.

Dezelfde alinea.

![](/bijlage/x)

Het einde met een [link](https://voorbeeld.invalid "een > titel").
"""


def ends(source: str) -> tuple[str, list[tuple[str, str]]]:
    """The page, and for each block with words: these and the element that ends at its place."""
    rendered = render(source, {})
    found = block_ends(rendered.html, rendered.segments)
    before = {index: rendered.html[:place].rstrip() for index, place in found.items()}
    return rendered.html, [
        (segment.text, before.get(index, "")[-40:]) for index, segment in enumerate(rendered.segments)
    ]


def test_every_block_with_words_has_a_place_after_its_outermost_element() -> None:
    _, found = ends(TEXT)
    by_words = {words: end for words, end in found if words}
    assert all(by_words.values())
    assert by_words["Een kop"].endswith("Een kop</h2>")
    assert by_words["een punt"] == by_words["nog een punt"]
    assert by_words["een punt"].endswith("</ul>")
    assert by_words["Een citaat."].endswith("</blockquote>")
    assert by_words["De noot zelf."].endswith("</section>")
    assert by_words["Een tip."].endswith("</div>")
    assert next(end for words, end in found if words.startswith("Het einde")).endswith("</p>")


def test_equal_paragraphs_have_places_of_their_own() -> None:
    rendered = render("Dezelfde alinea.\n\nDezelfde alinea.\n", {})
    first, second = block_ends(rendered.html, rendered.segments).values()
    assert first < second == len(rendered.html.rstrip())


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_texts_have_places_between_whole_elements(source: str) -> None:
    rendered = render(f"Begin.\n\n{source}\n", {})
    for place in block_ends(rendered.html, rendered.segments).values():
        opened, closed = (len(re.findall(tag, rendered.html[:place])) for tag in (r"<p[ >]", r"</p>"))
        assert opened == closed


@pytest.mark.parametrize("source", ["", "![](/bijlage/x)", "---", "<!-- niets -->"])
def test_what_has_no_words_has_no_place(source: str) -> None:
    assert not any(end for words, end in ends(source)[1] if not words)
