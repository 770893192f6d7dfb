"""Writes the containers of a text around its blocks: lists, quotes, tables, admonitions, notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from app.text.cutting.model import Block, BlockKind, Container, ContainerKind
from app.text.markup.admonitions import admonition_look
from app.text.markup.leaf_patterns import Surroundings, mention_id
from app.text.markup.sanitising import own_attributes

_LISTS = frozenset({ContainerKind.BULLETS, ContainerKind.NUMBERS})
_PLAIN_TAGS = {
    ContainerKind.QUOTE: "blockquote",
    ContainerKind.BULLETS: "ul",
    ContainerKind.ITEM: "li",
    ContainerKind.DEFINITIONS: "dl",
    ContainerKind.DEFINITION: "dd",
    ContainerKind.FOOTNOTE: "div",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """The HTML of one block and the containers it stands in."""

    containers: tuple[Container, ...]
    html: str


def loose_lists(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The numbers of the lists that have a blank line between their items or between parts of one item."""
    found = set()
    for block, following in pairwise(blocks):
        if block.text_end < block.end:
            shared = _shared(block.containers, following.containers)
            if shared and shared[-1].kind is ContainerKind.ITEM:
                shared = shared[:-1]
            if shared and shared[-1].kind in _LISTS:
                found.add(shared[-1].number)
    return frozenset(found)


def item_numbers(blocks: tuple[Block, ...]) -> dict[int, int]:
    """The number shown before each item of a numbered list, by the number of the item's container."""
    shown: dict[int, int] = {}
    following: dict[int, int] = {}
    for block in blocks:
        for holder, item in pairwise(block.containers):
            if holder.kind is ContainerKind.NUMBERS and item.number not in shown:
                shown[item.number] = following.setdefault(holder.number, int(holder.info))
                following[holder.number] += 1
    return shown


def write_page(pieces: list[Piece], blocks: tuple[Block, ...], surroundings: Surroundings) -> str:
    """The HTML of the whole text, its notes at the end."""
    main: list[Piece] = []
    notes: dict[str, list[Piece]] = {}
    labels = _table_labels(blocks)
    for piece in pieces:
        depth = _note_depth(piece.containers)
        if depth is None:
            main.append(piece)
        else:
            label = piece.containers[depth].info
            notes.setdefault(label, []).append(Piece(piece.containers[depth + 1 :], piece.html))
    written = {label: _write_tree(parts, labels) for label, parts in notes.items()}
    return _write_tree(main, labels) + _write_notes(written, surroundings)


def _note_depth(containers: tuple[Container, ...]) -> int | None:
    for depth, container in enumerate(containers):
        if container.kind is ContainerKind.FOOTNOTE:
            return depth
    return None


def _shared(one: tuple[Container, ...], other: tuple[Container, ...]) -> tuple[Container, ...]:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return one[:count]


def _write_tree(pieces: list[Piece], labels: Mapping[int, str]) -> str:
    parts: list[str] = []
    path: tuple[Container, ...] = ()
    for piece in pieces:
        shared = len(_shared(path, piece.containers))
        parts += [_closing(container) for container in reversed(path[shared:])]
        parts += [_opening(container, labels) for container in piece.containers[shared:]]
        parts.append(piece.html)
        path = piece.containers
    parts += [_closing(container) for container in reversed(path)]
    return "".join(parts)


def _opening(container: Container, labels: Mapping[int, str]) -> str:
    kind = container.kind
    if kind is ContainerKind.NUMBERS:
        return "<ol>" if container.info == "1" else f'<ol start="{container.info}">'
    if kind is ContainerKind.TABLE:
        label = labels[container.number]
        return f"<div{own_attributes(cls='table-scroll', tabindex='0', role='region', label=label)}><table>"
    if kind in _PLAIN_TAGS:
        return f"<{_PLAIN_TAGS[kind]}>"
    cls = f"admonition {admonition_look(container.info).cls}"
    if kind is ContainerKind.ADMONITION:
        return f"<div{own_attributes(cls=cls, role='note')}>"
    return f"<details{own_attributes(cls=cls)}{' open' if kind is ContainerKind.UNFOLDED else ''}>"


def _closing(container: Container) -> str:
    if container.kind is ContainerKind.NUMBERS:
        return "</ol>\n"
    if container.kind is ContainerKind.TABLE:
        return "</table></div>\n"
    if container.kind in _PLAIN_TAGS:
        return f"</{_PLAIN_TAGS[container.kind]}>\n"
    return "</div>\n" if container.kind is ContainerKind.ADMONITION else "</details>\n"


def _table_labels(blocks: tuple[Block, ...]) -> dict[int, str]:
    """What a screen reader calls each table: apart from one another when there are more."""
    heads = [block.containers[-1].number for block in blocks if block.kind is BlockKind.TABLE_HEAD]
    return {number: f"Tabel {i}" if len(heads) > 1 else "Tabel" for i, number in enumerate(heads, start=1)}


def _write_notes(notes: Mapping[str, str], surroundings: Surroundings) -> str:
    """The list of notes, in the order in which the text mentions them; what it never mentions comes last."""
    if not notes:
        return ""
    numbered = sorted((surroundings.note_number(label), markup) for label, markup in notes.items())
    items = []
    for number, markup in numbered:
        back = "".join(
            f' <a href="#{mention_id(number, count)}"'
            f"{own_attributes(cls='footnote-back', label=f'Terug naar de tekst bij noot {number}')}>↩</a>"
            for count in range(1, surroundings.mentions.get(number, 0) + 1)
        )
        items.append(f"<li{own_attributes(id=f'fn-{number}')}>{markup}{back}</li>\n")
    section = own_attributes(cls="footnotes", label="Voetnoten")
    return f"<section{section}><ol>{''.join(items)}</ol></section>"
