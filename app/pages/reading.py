"""The stored text of a page with a place for a link in each heading; the HTML itself is not touched."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from markupsafe import Markup

from app.pages.preparation import rendering_to_show
from app.pages.queries import ReadPage
from app.pages.texts import revision_text

# Only our own headings have an id: the sanitiser takes it from whatever a person typed.
_HEADING = re.compile(r'<h([2-6]) id="([^"]*)">.*?(?=</h\1>)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of stored HTML that ends inside a heading; the last ends with the text and has no anchor."""

    html: Markup
    anchor: str = ""
    title: str = ""


def with_text(page: ReadPage) -> ReadPage:
    """The page itself; one whose rendering was thrown away is rendered for this reader."""
    text = None if page.html is not None else revision_text(page.revision_id)
    if text is None:
        return page
    rendered = rendering_to_show(text)
    return replace(page, html=rendered.html, headings=tuple(map(asdict, rendered.headings)))


def pieces(html: str, headings: Iterable[Mapping[str, Any]]) -> tuple[Piece, ...]:
    """Cut stored HTML inside each of the page's own headings, as they were stored beside it."""
    titles = {heading["anchor"]: heading["text"] for heading in headings}
    found: list[Piece] = []
    start = 0
    for match in _HEADING.finditer(html):
        if title := titles.get(match.group(2)):
            # The parts of what bleach made safe, in the same order and whole.
            found.append(Piece(Markup(html[start : match.end()]), match.group(2), title))  # noqa: S704
            start = match.end()
    return (*found, Piece(Markup(html[start:])))  # noqa: S704 - see above
