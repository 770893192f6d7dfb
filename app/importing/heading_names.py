"""The anchors by which other programs know the headings of a text, and which of ours they are."""

import re
import unicodedata
from collections import Counter
from urllib.parse import unquote

from app.text.blocks import cut_blocks
from app.text.headings import name_headings
from app.text.slugs import slugify

_NAMED = re.compile(r"\{[ ]?#([\w:.-]{1,100})[^{}]*\}\s*$")
_NOT_WEB = re.compile(r"[^\w\- ]")
_NOT_PLAIN = re.compile(r"[^\w\s-]")


def anchors_of(body: str) -> dict[str, str]:
    """The id of each heading in our page, by every name that another program has for it."""
    blocks = cut_blocks(body)
    found: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for index, name in name_headings(blocks, body).items():
        block = blocks[index]
        if named := _NAMED.search(block.content(body)):
            found.setdefault(named.group(1).casefold(), name.anchor)
        for written in _ways(name.title):
            repeats = seen[written]
            seen[written] += 1
            for mark in ("-", "_") if repeats else ("",):
                found.setdefault(f"{written}{mark}{repeats or ''}", name.anchor)
        found.setdefault(name.anchor, name.anchor)
    return found


def find_anchor(anchors: dict[str, str], fragment: str) -> str | None:
    """The id of the heading that a link means by `#fragment`."""
    wanted = unquote(fragment).casefold()
    return anchors.get(wanted) or anchors.get(slugify(wanted, fallback=""))


def _ways(title: str) -> set[str]:
    """How other programs write a heading as an anchor: with its accents, without, and as we do."""
    lower = title.casefold().strip()
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").casefold().strip()
    return {
        _NOT_WEB.sub("", lower).replace(" ", "-"),
        re.sub(r"[-\s]+", "-", _NOT_PLAIN.sub("", plain).strip()),
        slugify(title, fallback=""),
    } - {""}
