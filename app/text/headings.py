"""The headings of a text: their words without Markdown, and ids that stay the same."""

import html
import re
from collections import Counter
from dataclasses import dataclass

from app.text.blocks import Block, BlockKind
from app.text.wiki_links import WIKI_LINK, ReferenceKind, heading_anchor, read_wiki_link

_ATTRIBUTES = re.compile(r"\s*\{:?[ ]?[#.:][^{}]{0,200}\}\s*$")
_MARKDOWN_LINK = re.compile(
    r"!?\[([^\[\]]{0,300})\](?:\([^()\s]{0,500}(?:\s[^()]{0,200})?\)|\[[^\[\]]{0,200}\])"
)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\[\]\s]{1,80}\]")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_SIGNS = re.compile(r"\\([!-/:-@\[-`{-~])|[*`]+|~~|(?<!\w)_+|_+(?!\w)")
_WIKI_LINK = re.compile(WIKI_LINK)


@dataclass(frozen=True, slots=True)
class HeadingName:
    """How a heading is called and found: `title` in plain words, `anchor` as the id in the page."""

    title: str
    anchor: str


def without_attributes(text: str) -> str:
    """A heading's text without `{#id .class}` at its end, which other programs read."""
    return _ATTRIBUTES.sub("", text) if text.endswith("}") else text


def plain_title(text: str) -> str:
    """The words of a heading, without the signs of Markdown."""
    text = _FOOTNOTE_MARK.sub("", without_attributes(text.strip()))
    text = _WIKI_LINK.sub(_shown, text)
    text = _MARKDOWN_LINK.sub(r"\1", text)
    text = _SIGNS.sub(lambda match: match.group(1) or "", _TAG.sub("", text))
    return " ".join(html.unescape(text).split())


def _shown(match: re.Match[str]) -> str:
    link = read_wiki_link(match)
    if link is None:
        return match.group()
    return "" if link.kind is ReferenceKind.BLOCK else link.text


def name_headings(blocks: tuple[Block, ...], source: str) -> dict[int, HeadingName]:
    """The name of each heading, by its position among the blocks; a repeated anchor gets `-2`, `-3` …"""
    names: dict[int, HeadingName] = {}
    taken: set[str] = set()
    repeats: Counter[str] = Counter()
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            title = plain_title(block.content(source))
            base = anchor = heading_anchor(title)
            while anchor in taken:
                repeats[base] += 1
                anchor = f"{base}-{repeats[base] + 1}"
            taken.add(anchor)
            names[index] = HeadingName(title, anchor)
    return names
