"""Writing other addresses into the links and pictures of a text, and plain words where they lead nowhere."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from app.importing.link_scanner import Found, html_links, html_pictures, markdown_links, normal_label
from app.importing.report import Picture
from app.text.blocks import Block, BlockKind, cut_blocks
from app.text.cutting.inline_scan import mask_code
from app.text.cutting.starts import REFERENCE
from app.text.headings import plain_title

_WITHOUT_LINKS = frozenset({BlockKind.BLANK, BlockKind.CODE, BlockKind.COMMENT, BlockKind.RULE})
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)

Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """Where an address leads in the guide; None for nowhere. `sha256` is that of a kept picture."""

    address: str | None
    sha256: str = ""


Ask = Callable[[str, bool], Answer]
"""Asks for an address as it was typed, and whether a picture is wanted there."""


@dataclass(slots=True)
class Rewriting:
    """One text being rewritten; `pictures` are those that it shows."""

    ask: Ask
    pictures: list[Picture] = field(default_factory=list)
    _dead_labels: set[str] = field(default_factory=set)

    def rewrite(self, body: str) -> str:
        """The text with every address settled; code stays as it is."""
        blocks = [block for block in cut_blocks(body) if block.kind not in _WITHOUT_LINKS]
        definitions = [block for block in blocks if block.kind is BlockKind.REFERENCE]
        edits = [edit for block in definitions for edit in self._definition(body, block)]
        for block in blocks:
            if block.kind is not BlockKind.REFERENCE:
                edits += self._block(body, block)
        return _edited(body, edits)

    def _definition(self, body: str, block: Block) -> Iterator[Edit]:
        """`[label]: address`; one that leads nowhere is taken out, and its links become words."""
        content = block.content(body)
        match = REFERENCE.match(content)
        if match is None or not block.lines:
            return
        start = block.lines[0][0]
        typed = match.group(2).removeprefix("<").removesuffix(">")
        answer = self.ask(typed, False)
        if answer.address is None:
            self._dead_labels.add(normal_label(match.group(1)))
            yield block.start, block.text_end, ""
        else:
            yield start + match.start(2), start + match.end(2), answer.address

    def _block(self, body: str, block: Block) -> Iterator[Edit]:
        hidden = mask_code(block.source(body))
        if block.kind is not BlockKind.HTML:
            for found in markdown_links(hidden):
                yield from _moved(self._markdown(hidden, found), block.start)
        for found in html_links(hidden):
            yield from _moved(self._html_link(hidden, found), block.start)
        for found in html_pictures(hidden):
            yield from _moved(self._html_picture(hidden, found), block.start)

    def _markdown(self, text: str, found: Found) -> Iterator[Edit]:
        words = text[slice(*found.words)]
        if found.label is not None:
            if found.label in self._dead_labels:
                yield from _words_only(found)
            return
        answer = self.ask(text[slice(*found.address)], found.is_picture)
        if answer.address is None:
            is_wiki_link = words.startswith("[") and words.endswith("]")
            yield from () if is_wiki_link else _words_only(found)
            return
        yield (*found.address, answer.address)
        if found.is_picture:
            self._shows(answer, plain_title(words))
        elif words.startswith("[") and words.endswith("]"):
            # Two square brackets mean a page here; elsewhere they are brackets around a link's words.
            yield found.words[0], found.words[0] + 1, r"\["
            yield found.words[1] - 1, found.words[1], r"\]"

    def _html_link(self, text: str, found: Found) -> Iterator[Edit]:
        answer = self.ask(html.unescape(text[slice(*found.address)]), False)
        if answer.address is None:
            yield (*found.whole, "<a>")
        else:
            yield (*found.address, html.escape(answer.address))

    def _html_picture(self, text: str, found: Found) -> Iterator[Edit]:
        alt = _ALT.search(text[slice(*found.whole)])
        words = html.unescape(next(filter(None, alt.groups()), "")) if alt else ""
        answer = self.ask(html.unescape(text[slice(*found.address)]), True)
        if answer.address is None:
            yield (*found.whole, html.escape(words, quote=False))
        else:
            yield (*found.address, html.escape(answer.address))
            self._shows(answer, words)

    def _shows(self, answer: Answer, alt: str) -> None:
        if answer.sha256:
            self.pictures.append(Picture(answer.sha256, alt))


def _words_only(found: Found) -> Iterator[Edit]:
    yield found.whole[0], found.words[0], ""
    yield found.words[1], found.whole[1], ""


def _moved(edits: Iterator[Edit], offset: int) -> Iterator[Edit]:
    return ((start + offset, end + offset, new) for start, end, new in edits)


def _edited(text: str, edits: list[Edit]) -> str:
    """The text with all edits made; one that lies over an earlier one is left."""
    parts, position = [], 0
    for start, end, new in sorted(edits):
        if start >= position:
            parts += [text[position:start], new]
            position = end
    return "".join([*parts, text[position:]])
