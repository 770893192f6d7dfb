"""Writing the present name of a page into the links of a text that still use a former one."""

import re
from collections.abc import Mapping

from app.text.blocks import cut_blocks
from app.text.cutting.inline_scan import mask_code
from app.text.links import LINK, WITHOUT_LINKS, LinkTarget
from app.text.wiki_links import read_wiki_link

_CANNOT_BE_A_TARGET = re.compile(r"[\[\]|#]")


def rename_targets(source: str, targets: Mapping[str, LinkTarget]) -> str:
    """The text with every link to one of these keys led to its target by name; labels stay as they are.

    A name that cannot stand in a link leaves it as it was: the former address keeps leading to the page.
    """
    parts: list[str] = []
    done = 0
    for block in cut_blocks(source):
        if block.kind in WITHOUT_LINKS:
            continue
        raw = source[block.start : block.end]
        for match in LINK.finditer(mask_code(raw)):
            start, end, written = _renamed(match, targets)
            parts += [source[done : block.start + start], written]
            done = block.start + end
    return "".join(parts) + source[done:]


def _renamed(match: re.Match[str], targets: Mapping[str, LinkTarget]) -> tuple[int, int, str]:
    """The span of what names the page, and what to write there instead."""
    if match.group(4):
        slug = match.group(4)
        present = targets[slug].url.rpartition("/")[2] if slug in targets else slug
        return *match.span(4), present
    link = read_wiki_link(match)
    target = targets.get(link.key) if link else None
    if target is None or _CANNOT_BE_A_TARGET.search(target.title):
        return *match.span(1), match.group(1)
    escape = "\\" if match.group(1).endswith("\\") else ""  # the bar after it divides no cells
    return *match.span(1), target.title + escape
