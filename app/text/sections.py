"""A text in sections: a heading with everything under it, to be edited on its own."""

from dataclasses import dataclass

from app.core.errors import NotFound
from app.text.blocks import BlockKind, cut_blocks
from app.text.headings import name_headings


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that follows up to the next of its level or higher: `source[start:end]`.

    `anchor` is the id the heading has in the rendered page, `level` the number of signs before it (1–6).
    """

    anchor: str
    title: str
    level: int
    start: int
    end: int


def sections(source: str) -> tuple[Section, ...]:
    """The sections in order; those of a lower level lie inside the one before them.

    A heading inside a quote, list or admonition belongs to that and opens no section.
    """
    blocks = cut_blocks(source)
    names = name_headings(blocks, source)
    heads = [(i, b) for i, b in enumerate(blocks) if b.kind is BlockKind.HEADING and not b.containers]
    ends = [len(source)] * 7
    found = []
    for index, block in reversed(heads):
        name = names[index]
        found.append(Section(name.anchor, name.title, block.level, block.start, ends[block.level]))
        ends[block.level :] = [block.start] * (7 - block.level)
    return tuple(reversed(found))


def section_source(source: str, anchor: str) -> str:
    """The text of one section. Raises NotFound `section_missing` when it is not (any more) there."""
    section = _section(source, anchor)
    return source[section.start : section.end]


def replace_section(source: str, anchor: str, new: str) -> str:
    """The whole text with another text for one section, kept apart from the heading that follows.

    Raises NotFound `section_missing` when the section is not (any more) there.
    """
    section = _section(source, anchor)
    if new and section.end < len(source):
        line_end = "\r\n" if "\r\n" in source else "\n"
        blank = len(new) - len(new.rstrip())
        line_ends = new[len(new) - blank :].replace("\r\n", "\n").replace("\r", "\n").count("\n")
        old = source[section.start : section.end]
        new += line_end * (0 if new == old else max(0, 2 - line_ends))
    return source[: section.start] + new + source[section.end :]


def edited_section(source: str, edited: str, anchor: str) -> str | None:
    """The text that took the place of one section in `edited`; None when the rest of `source` changed too.

    It is found by what stands around it: its own heading may have been changed, or be gone.
    """
    section = next((found for found in sections(source) if found.anchor == anchor), None)
    if section is None:
        return None
    head, tail = source[: section.start], source[section.end :]
    apart = len(edited) >= len(head) + len(tail) and edited.startswith(head) and edited.endswith(tail)
    return edited[len(head) : len(edited) - len(tail)] if apart else None


def _section(source: str, anchor: str) -> Section:
    for section in sections(source):
        if section.anchor == anchor:
            return section
    raise NotFound("section_missing", anchor=anchor)
