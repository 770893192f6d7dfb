"""The HTML of one block: inside its page, and apart."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from app.text.cutting.inline_scan import split_row
from app.text.cutting.model import Block, BlockKind, ContainerKind
from app.text.cutting.starts import EMBED
from app.text.headings import HeadingName, without_attributes
from app.text.markup.admonitions import admonition_look
from app.text.markup.leaves import LeafRenderer
from app.text.markup.sanitising import Sanitiser, own_attributes
from app.text.markup.source_marks import block_card

_ALIGNMENTS = {(True, True): "align-center", (True, False): "align-left", (False, True): "align-right"}
_TASKS = {
    "done": ("task task--done", "Gedaan: "),
    "todo": ("task task--todo", "Nog te doen: "),
}
_EXECUTED = re.compile(r"<(script|style)\b", re.IGNORECASE)
_COMMENT_OR_ORDER = re.compile(r"<[!?]")
_LARGEST_HEADING = re.compile(r"(</?)h1(?=[\s>])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeadingPlace:
    """Where a heading stands: its name, and its level on the screen."""

    name: HeadingName
    level: int


@dataclass(frozen=True, slots=True)
class _Spot:
    """A block to be written, and what its place in the page adds to it."""

    block: Block
    content: str
    heading: HeadingPlace | None
    loose: bool


class BlockWriter:
    """Writes the blocks of one text, in order: a table's rows are aligned as its head says."""

    def __init__(self, source: str, leaves: LeafRenderer, sanitiser: Sanitiser) -> None:
        self._source = source
        self._leaves = leaves
        self._sanitiser = sanitiser
        self._alignments: list[str] = []
        self._writers: dict[BlockKind, Callable[[_Spot], str]] = {
            BlockKind.PARAGRAPH: lambda spot: f"<p>{self._leaves.inline(spot.content)}</p>\n",
            BlockKind.FOOTNOTE: lambda spot: f"<p>{self._leaves.inline(spot.content)}</p>\n",
            BlockKind.DEFINITION: lambda spot: self._leaves.inline(spot.content),
            BlockKind.DEFINITION_TERM: lambda spot: f"<dt>{self._leaves.inline(spot.content)}</dt>\n",
            BlockKind.TABLE_ROW: lambda spot: f"<tr>{self._cells(spot.content, 'td')}</tr>\n",
            BlockKind.RULE: lambda _: "<hr>\n",
            BlockKind.HEADING: self._heading,
            BlockKind.LIST_ITEM: self._item,
            BlockKind.TABLE_HEAD: self._table_head,
            BlockKind.ADMONITION: self._admonition_title,
            BlockKind.CODE: self._code,
            BlockKind.HTML: self._typed_html,
            BlockKind.EMBED: self._embed,
        }

    def write(self, block: Block, *, heading: HeadingPlace | None = None, loose: bool = False) -> str:
        """The block's HTML for its place in the page, without its containers; `loose` is that of its list."""
        writer = self._writers.get(block.kind)
        return writer(_Spot(block, block.content(self._source), heading, loose)) if writer else ""

    def _heading(self, spot: _Spot) -> str:
        if spot.heading is None:
            return ""
        words = self._leaves.inline(without_attributes(spot.content))
        tag = f"h{spot.heading.level}"
        return f"<{tag}{own_attributes(id=spot.heading.name.anchor)}>{words}</{tag}>\n"

    def _item(self, spot: _Spot) -> str:
        words = self._leaves.inline(spot.content)
        if spot.block.info:
            cls, said = _TASKS[spot.block.info]
            hidden = f"<span{own_attributes(cls='visually-hidden')}>{said}</span>"
            words = f"<span{own_attributes(cls=cls)}>{hidden}{words}</span>"
        return f"<p>{words}</p>\n" if spot.loose else words

    def _code(self, spot: _Spot) -> str:
        code = html.escape(self._leaves.showable(spot.content), quote=False)
        return f"<pre{own_attributes(cls='code', tabindex='0')}><code>{code}</code></pre>\n"

    def _typed_html(self, spot: _Spot) -> str:
        return self._sanitiser.typed_block(_prepare_html(self._leaves.showable(spot.content))) + "\n"

    def _table_head(self, spot: _Spot) -> str:
        names, dashes = spot.content.split("\n")
        marks = ((cell.startswith(":"), cell.endswith(":")) for cell in split_row(dashes))
        self._alignments = [_ALIGNMENTS.get(mark, "") for mark in marks]
        return f"<thead><tr>{self._cells(names, 'th')}</tr></thead>\n"

    def _cells(self, row: str, tag: str) -> str:
        parts = []
        for index, cell in enumerate(split_row(row)):
            cls = self._alignments[index] if index < len(self._alignments) else ""
            name = tag if cell else "td"
            scope = ' scope="col"' if name == "th" else ""
            parts.append(f"<{name}{own_attributes(cls=cls)}{scope}>{self._leaves.inline(cell)}</{name}>")
        return "".join(parts)

    def _embed(self, spot: _Spot) -> str:
        match = EMBED.match(spot.content)
        number = int(match.group(1)) if match else 0
        shared = self._leaves.surroundings
        return block_card(number, shared.show_block(number), shared.name_block(number))

    def _admonition_title(self, spot: _Spot) -> str:
        title = self._leaves.inline(spot.content) or html.escape(admonition_look(spot.block.info).title)
        tag = "p" if spot.block.containers[-1].kind is ContainerKind.ADMONITION else "summary"
        return f"<{tag}{own_attributes(cls='admonition__title')}>{title}</{tag}>\n"


def write_apart(block: Block, markup: str, *, item_number: int | None) -> str:
    """A block's HTML to be shown apart: with the one container that its tag cannot do without."""
    if not markup:
        return ""
    match block.kind:
        case BlockKind.LIST_ITEM if item_number is not None:
            markup = f'<ol start="{item_number}"><li>{markup}</li></ol>'
        case BlockKind.LIST_ITEM:
            markup = f"<ul><li>{markup}</li></ul>"
        case BlockKind.TABLE_HEAD | BlockKind.TABLE_ROW:
            markup = f"<table>{markup}</table>"
        case BlockKind.DEFINITION_TERM:
            markup = f"<dl>{markup}</dl>"
        case BlockKind.DEFINITION:
            markup = f"<dl><dd>{markup}</dd></dl>"
        case BlockKind.ADMONITION:
            markup = markup.replace("<summary", "<p").replace("</summary>", "</p>")
        case _:
            pass
    return f"<blockquote>{markup}</blockquote>" if ContainerKind.QUOTE in block.path else markup


def _prepare_html(markup: str) -> str:
    """Raw HTML without scripts, styles and comments, of which bleach would leave the inside as text."""
    parts, position = [], 0
    while found := _EXECUTED.search(markup, position):
        parts.append(markup[position : found.start()])
        close = re.compile(rf"</{found.group(1)}[^>]*>", re.IGNORECASE).search(markup, found.end())
        position = close.end() if close else len(markup)
    markup = _without_comments("".join(parts) + markup[position:])
    return _LARGEST_HEADING.sub(r"\1h2", markup)


def _without_comments(markup: str) -> str:
    parts, position = [], 0
    while (start := markup.find("<!--", position)) >= 0 and (end := markup.find("-->", start + 4)) >= 0:
        parts.append(markup[position:start])
        position = end + 3
    return _COMMENT_OR_ORDER.sub(lambda match: html.escape(match.group()), "".join(parts) + markup[position:])
