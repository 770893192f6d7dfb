"""What a text refers to, and where its links lead.

A text names its targets; whoever renders it looks the names up and passes the answers, `LinkTarget`s by key.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from app.text.block_cards import BlockCard
from app.text.blocks import Block, BlockKind, cut_blocks
from app.text.cutting.inline_scan import mask_code
from app.text.cutting.starts import EMBED
from app.text.wiki_links import WIKI_LINK, ReferenceKind, read_wiki_link

__all__ = ["PAGE_ADDRESS", "LinkTarget", "Reference", "ReferenceKind", "own_headings_named", "references"]

PAGE_ADDRESS = r"/pagina/([a-z0-9-]{1,80})(?:#([^\s()<>\"]{0,100}))?"
LINK = re.compile(rf"(?<!\\){WIKI_LINK}|\]\(\s{{0,9}}<?{PAGE_ADDRESS}(?=[\s>)])")
_DEFINED_ADDRESS = re.compile(rf"[^\]]*\]:[ \t]*<?{PAGE_ADDRESS}(?=[\s>]|$)")
WITHOUT_LINKS = frozenset(
    {BlockKind.BLANK, BlockKind.CODE, BlockKind.COMMENT, BlockKind.HTML, BlockKind.RULE}
)


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """What a key turned out to be. `url` is where the link leads, also when nothing is there yet.

    `card` is what a bouwsteen shows, when the text has it on a line of its own.
    """

    url: str
    title: str
    exists: bool = True
    card: BlockCard | None = None

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The target that `dataclasses.asdict` wrote down."""
        card = data["card"]
        return cls(data["url"], data["title"], data["exists"], BlockCard.from_dict(card) if card else None)


@dataclass(frozen=True, slots=True)
class Reference:
    """One thing a text refers to, and the heading it points at, if any."""

    kind: ReferenceKind
    key: str
    heading: str = ""


def references(source: str) -> tuple[Reference, ...]:
    """Everything the text refers to, once each, in order; what stands in code does not count."""
    found = (reference for block in cut_blocks(source) for reference in _in_block(block, source))
    return tuple(dict.fromkeys(found))


def own_headings_named(source: str) -> tuple[str, ...]:
    """The headings of its own that a text links to with `[[#heading]]`, once each, as they were typed."""
    found: list[str] = []
    for block in cut_blocks(source):
        if block.kind in WITHOUT_LINKS:
            continue
        links = map(read_wiki_link, LINK.finditer(mask_code(block.content(source))))
        found += [link.heading for link in links if link and not link.key]
    return tuple(dict.fromkeys(found))


def _in_block(block: Block, source: str) -> Iterator[Reference]:
    content = block.content(source)
    if block.kind in WITHOUT_LINKS:
        return
    if block.kind is BlockKind.EMBED:
        if embed := EMBED.match(content):
            yield Reference(ReferenceKind.CARD, f"bouwsteen:{int(embed.group(1))}")
        return
    if block.kind is BlockKind.REFERENCE:
        if address := _DEFINED_ADDRESS.match(content):
            yield Reference(ReferenceKind.PAGE, address.group(1), address.group(2) or "")
        return
    for match in LINK.finditer(mask_code(content)):
        if match.group(4):
            yield Reference(ReferenceKind.PAGE, match.group(4), match.group(5) or "")
        elif (link := read_wiki_link(match)) and link.key:
            yield Reference(link.kind, link.key, link.heading)
