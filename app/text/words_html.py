"""Writes what people say as HTML: their words as they are, with links to pages and nothing else.

Every text goes through `escape`; the only tags are those written here.
"""

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from app.text.links import LinkTarget, Reference, ReferenceKind
from app.text.wiki_links import WIKI_LINK, WikiLink, fragment_anchor, read_wiki_link

_LINK = re.compile(WIKI_LINK)
_PARAGRAPHS = re.compile(r"\n\s*\n")
_LINKED = frozenset({ReferenceKind.PAGE, ReferenceKind.TOPIC})


def mentioned(words: str) -> tuple[Reference, ...]:
    """The pages and themes that are named between `[[` and `]]`, once each, in order."""
    links = (read_wiki_link(match) for match in _LINK.finditer(words))
    named = (Reference(link.kind, link.key, link.heading) for link in links if link and _can_lead(link))
    return tuple(dict.fromkeys(named))


def words_html(words: str, targets: Mapping[str, LinkTarget]) -> Markup:
    """The words in paragraphs; what is named and exists (`targets`, by key) becomes a link."""
    paragraphs = (paragraph for paragraph in _PARAGRAPHS.split(words.strip()) if paragraph)
    written = (f"<p>{_line_ends(_linked(paragraph, targets))}</p>" for paragraph in paragraphs)
    return Markup("".join(written))  # noqa: S704 - every text in it is escaped


def _linked(words: str, targets: Mapping[str, LinkTarget]) -> str:
    parts: list[str] = []
    position = 0
    for match in _LINK.finditer(words):
        link = read_wiki_link(match)
        target = targets.get(link.key) if link and _can_lead(link) else None
        if link and target and target.exists:
            parts += (str(escape(words[position : match.start()])), _link(link, target))
            position = match.end()
    return "".join((*parts, str(escape(words[position:]))))


def _link(link: WikiLink, target: LinkTarget) -> str:
    heading = f"#{fragment_anchor(link.heading)}" if link.heading else ""
    return f'<a href="{escape(target.url + heading)}">{escape(link.label or target.title)}</a>'


def _can_lead(link: WikiLink) -> bool:
    return link.kind in _LINKED and bool(link.key)


def _line_ends(markup: str) -> str:
    return markup.replace("\n", "<br>")
