"""The signs inside a line that Python-Markdown does not know: wiki links, notes, bare addresses."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from app.text.block_cards import MOST_CARDS, BlockCard, CardState
from app.text.links import LinkTarget
from app.text.markup.sanitising import own
from app.text.markup.source_marks import source_mark, word_mark
from app.text.source_marks import MOST_NAMED
from app.text.wiki_links import (
    WIKI_LINK,
    ReferenceKind,
    WikiLink,
    block_anchor,
    heading_anchor,
    read_wiki_link,
)

SETTLED = "settled"
_MISSING = {
    ReferenceKind.PAGE: " (pagina bestaat nog niet)",
    ReferenceKind.TOPIC: " (thema bestaat nog niet)",
}


@dataclass(slots=True)
class Surroundings:
    """What the lines of one text share: where its links lead, and its notes as far as they were met.

    `notes` gives each label the number of its first mention; `mentions` counts them per number. `named`
    counts the mentions of each bouwsteen, and `cards` those that are shown.
    """

    targets: Mapping[str, LinkTarget]
    labels: frozenset[str] = frozenset()
    notes: dict[str, int] = field(default_factory=dict)
    mentions: dict[int, int] = field(default_factory=dict)
    named: Counter[int] = field(default_factory=Counter)
    cards: int = 0

    def note_number(self, label: str) -> int:
        """The number of a note, given out in the order in which notes are first mentioned."""
        return self.notes.setdefault(label, len(self.notes) + 1)

    def mention(self, label: str) -> tuple[int, str]:
        """Count one mention of a note: its number and the id of this mention."""
        number = self.note_number(label)
        self.mentions[number] = count = self.mentions.get(number, 0) + 1
        return number, mention_id(number, count)

    def name_block(self, number: int) -> str:
        """Count one mention of a bouwsteen: the id of this one; empty when the page names too many."""
        if number not in self.named and len(self.named) >= MOST_NAMED:
            return ""
        self.named[number] += 1
        return block_anchor(number, self.named[number])

    def show_block(self, number: int) -> BlockCard:
        """What there is to show of a bouwsteen, for so many as a page may show."""
        self.cards += 1
        if self.cards > MOST_CARDS:
            return BlockCard(CardState.TOO_MANY, number)
        target = self.targets.get(f"bouwsteen:{number}")
        return (target.card if target else None) or BlockCard(CardState.UNKNOWN, number)


def mention_id(number: int, count: int) -> str:
    """The id of the first, second … mention of a note."""
    return f"fnref-{number}" if count == 1 else f"fnref-{number}-{count}"


def page_link(element: Element, target: LinkTarget | None, key: str, heading: str) -> None:
    """Make an element a link to a page or topic; one that is not there yet says so."""
    element.set(SETTLED, "")
    if target is not None and target.exists:
        element.set("href", f"{target.url}#{heading}" if heading else target.url)
        return
    is_topic = key.startswith("thema:")
    address = f"/themas/{key.removeprefix('thema:')}" if is_topic else f"/pagina/{key}"
    element.set("href", address if target is None else target.url)
    element.set("class", own("missing-link"))
    hint = SubElement(element, "span", {"class": own("visually-hidden")})
    hint.text = AtomicString(_MISSING[ReferenceKind.TOPIC if is_topic else ReferenceKind.PAGE])


class _Pattern(InlineProcessor):
    """One of our signs: `read` gives what is shown and where the sign ends, or None to leave it."""

    ANCESTOR_EXCLUDES: ClassVar[Collection[str]] = ("a",)

    def __init__(self, pattern: str, md: Markdown, surroundings: Surroundings) -> None:
        super().__init__(pattern, md)
        self.surroundings = surroundings

    # The name and the arguments are Python-Markdown's.
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - Python-Markdown passes it
    ) -> tuple[Element | str | None, int | None, int | None]:
        found = self.read(m)
        return (None, None, None) if found is None else (found[0], m.start(), found[1])

    def read(self, match: re.Match[str]) -> tuple[Element | str, int] | None:
        raise NotImplementedError


class WikiLinkPattern(_Pattern):
    """`[[Pagina]]`, `[[Pagina#Kop|tekst]]`, `[[thema:naam]]`, `[[bouwsteen:12]]`, `[[gesprek:3]]`."""

    def read(self, match: re.Match[str]) -> tuple[Element | str, int] | None:
        link = read_wiki_link(match)
        if link is None:
            return None
        if link.kind is ReferenceKind.CONVERSATION:
            return word_mark(link.target), match.end()
        if link.kind is ReferenceKind.BLOCK:
            return source_mark(link.number, self.surroundings.name_block(link.number)), match.end()
        return self._link(link), match.end()

    def _link(self, link: WikiLink) -> Element:
        element = Element("a")
        target = self.surroundings.targets.get(link.key)
        is_known = target is not None and target.exists
        named_by_topic = link.kind is ReferenceKind.TOPIC and is_known and not link.label
        element.text = AtomicString(target.title if target is not None and named_by_topic else link.text)
        anchor = heading_anchor(link.heading) if link.heading else ""
        if link.key:
            page_link(element, target, link.key, anchor)
        else:
            element.set("href", f"#{anchor}")
        return element


class NotePattern(_Pattern):
    """`[^label]`, when the text has a note of that label."""

    def read(self, match: re.Match[str]) -> tuple[Element | str, int] | None:
        if match.group(1) not in self.surroundings.labels:
            return None
        number, anchor = self.surroundings.mention(match.group(1))
        mark = Element("sup", {"class": own("footnote-ref"), "id": own(anchor)})
        link = SubElement(mark, "a", {"href": f"#fn-{number}", "aria-label": own(f"Noot {number}")})
        link.text = AtomicString(str(number))
        return mark, match.end()


class AddressPattern(_Pattern):
    """A web address without any signs around it becomes a link, without the punctuation after it."""

    def read(self, match: re.Match[str]) -> tuple[Element | str, int] | None:
        address = match.group()
        while address[-1] in ".,;:!?*_~'\"]" or (address[-1] == ")" and "(" not in address):
            address = address[:-1]
        if address.endswith("/") and address.count("/") == 2:
            return None
        link = Element("a", {"href": address})
        link.text = AtomicString(address)
        return link, match.start() + len(address)


class MailPattern(_Pattern):
    """`<naam@voorbeeld.nl>`; Markdown itself would write each letter as a number."""

    def read(self, match: re.Match[str]) -> tuple[Element | str, int] | None:
        link = Element("a", {"href": f"mailto:{match.group(1)}"})
        link.text = AtomicString(match.group(1))
        return link, match.end()


class AttributePattern(_Pattern):
    """`{:target="_blank"}` and the like, which other programs read, show nothing."""

    ANCESTOR_EXCLUDES = ()

    def read(self, match: re.Match[str]) -> tuple[Element | str, int] | None:
        return "", match.end()


def register_patterns(md: Markdown, surroundings: Surroundings) -> None:
    """Add our signs: wiki links and notes before Markdown's brackets, addresses after its links and HTML."""
    patterns = md.inlinePatterns
    patterns.register(WikiLinkPattern(WIKI_LINK, md, surroundings), "wiki_link", 178)
    patterns.register(NotePattern(r"\[\^([^\[\]\s]{1,80})\]", md, surroundings), "note", 177)
    attributes = r"\{:[^{}\x02]{0,200}\}|\{(?: ?[.#][\w-]{1,40}){1,9} ?\}"
    patterns.register(AttributePattern(attributes, md, surroundings), "attributes", 105)
    mail = r"<([^<>\s@/\x02\x03]{1,64}@[^<>\s@/\x02\x03]{1,255})>"
    patterns.register(MailPattern(mail, md, surroundings), "automail", 110)
    address = r"(?<![\w/@])https?://[^\s<>\"\x02\x03]+"
    patterns.register(AddressPattern(address, md, surroundings), "bare_address", 85)
