"""What is written between double square brackets, taken apart."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from app.text.slugs import slugify

WIKI_LINK = r"\[\[([^\[\]|#]{0,200})(?:#([^\[\]|]{1,200}))?(?:\\?\|([^\[\]]{1,300}))?\]\]"
HEADING_PREFIX = "kop-"
_NUMBERED = re.compile(r"(bouwsteen|gesprek):\s*(\d{1,9})")
_RESERVED = re.compile(r"(?:bouwsteen|gesprek):", re.IGNORECASE)
_TOPIC = re.compile(r"thema:\s*(.+)", re.IGNORECASE)


class ReferenceKind(StrEnum):
    """What a text can refer to; `CARD` is a bouwsteen that is shown, `BLOCK` one that is named."""

    PAGE = "page"
    TOPIC = "topic"
    BLOCK = "block"
    CARD = "card"
    CONVERSATION = "conversation"


_NUMBERED_KINDS = {"bouwsteen": ReferenceKind.BLOCK, "gesprek": ReferenceKind.CONVERSATION}


@dataclass(frozen=True, slots=True)
class WikiLink:
    """One `[[target#heading|label]]`.

    `key` names what is meant: the slug of a page, `thema:<slug>`, `bouwsteen:<number>` or `gesprek:<number>`;
    it is empty for `[[#heading]]`, a heading of the page itself.
    """

    kind: ReferenceKind
    key: str
    target: str
    heading: str
    label: str

    @property
    def text(self) -> str:
        """What is shown: the label, else the words of the target and the heading."""
        return self.label or ": ".join(part for part in (self.target, self.heading) if part)

    @property
    def number(self) -> int:
        """The number of the bouwsteen or the conversation that is named."""
        return int(self.key.partition(":")[2])


def heading_anchor(title: str) -> str:
    """The id of a heading with this title, when it is the first of that name on its page."""
    return HEADING_PREFIX + slugify(title, fallback="zonder-titel")


def block_anchor(number: int, mention: int = 1) -> str:
    """The id of the place where a page names or shows a bouwsteen for the first, second … time."""
    return f"bouwsteen-{number}" if mention == 1 else f"bouwsteen-{number}-{mention}"


def fragment_anchor(fragment: str) -> str:
    """The id of the heading a link means by `#fragment`, whichever program's anchors it was typed for."""
    if not fragment or fragment.startswith(HEADING_PREFIX):
        return fragment
    return heading_anchor(unquote(fragment))


def read_wiki_link(match: re.Match[str]) -> WikiLink | None:
    """The link in a match of `WIKI_LINK`; None when it means nothing, so that it stays as typed."""
    target, heading, label = (" ".join((part or "").split()) for part in match.groups()[:3])
    target = target.removesuffix("\\")
    if not target:
        return WikiLink(ReferenceKind.PAGE, "", "", heading, label) if heading else None
    if numbered := _NUMBERED.fullmatch(target):
        name, number = numbered.group(1), int(numbered.group(2))
        return WikiLink(_NUMBERED_KINDS[name], f"{name}:{number}", f"{name} {number}", "", label)
    if _RESERVED.match(target):
        return None
    if topic := _TOPIC.fullmatch(target):
        return WikiLink(
            ReferenceKind.TOPIC, f"thema:{slugify(topic.group(1))}", topic.group(1), heading, label
        )
    return WikiLink(ReferenceKind.PAGE, slugify(target), target, heading, label)
