"""From source text to what is stored beside its revision: safe HTML, plain text, headings, block segments.

We own the structure: the source is cut into blocks, each block's content becomes inline HTML apart, and the
lists, quotes and tables around them are written by us, so that blocks and HTML line up. The sanitiser comes
last; nothing may be done to the HTML after it. Text from outside is rendered through `render_worker`.
"""

from collections.abc import Mapping

from app.text.blocks import cut_blocks
from app.text.cutting.model import Block, BlockKind, ContainerKind
from app.text.cutting.starts import REFERENCE
from app.text.headings import name_headings
from app.text.links import LinkTarget
from app.text.markup.block_html import BlockWriter, HeadingPlace, write_apart
from app.text.markup.leaf_patterns import Surroundings
from app.text.markup.leaves import LeafRenderer
from app.text.markup.page_tree import Piece, item_numbers, loose_lists, write_page
from app.text.markup.plain_text import SOURCE_MARK, plain_text
from app.text.markup.sanitising import Sanitiser
from app.text.markup.sentence_html import SentenceLeaves, SentenceWriter, cut_at_sentences
from app.text.rendered import RENDERER_VERSION, Heading, Rendered, Segment
from app.text.rendered_sentences import RenderedSentences
from app.text.tracing.sentences import first_sentences

__all__ = ["RENDERER_VERSION", "Heading", "Rendered", "Segment", "render", "render_sentences"]


def render(source: str, targets: Mapping[str, LinkTarget]) -> Rendered:
    """Render a source text; `targets` are the answers to its `references`, by key.

    A key without an answer counts as a page that does not exist yet. Takes long on hostile text.
    """
    blocks = cut_blocks(source)
    sanitiser = Sanitiser()
    surroundings = Surroundings(targets, _note_labels(blocks))
    leaves = LeafRenderer(surroundings, sanitiser)
    _define_references(leaves, blocks, source)
    places = _place_headings(blocks, source)
    pieces = _write_blocks(BlockWriter(source, leaves, sanitiser), blocks, places)
    segments = _segments(blocks, pieces, sanitiser)
    return Rendered(
        html=sanitiser.page(write_page(pieces, blocks, surroundings)),
        text="\n".join(filter(None, map(_words, segments))),
        headings=tuple(
            Heading(place.name.anchor, place.level, place.name.title)
            for index, place in places.items()
            if not blocks[index].containers
        ),
        segments=segments,
    )


def render_sentences(source: str, targets: Mapping[str, LinkTarget]) -> RenderedSentences:
    """The page's HTML with an element around each sentence, cut at their ends.

    Like `render`, it takes long on hostile text.
    """
    blocks = cut_blocks(source)
    sanitiser = Sanitiser()
    surroundings = Surroundings(targets, _note_labels(blocks))
    leaves = SentenceLeaves(surroundings, sanitiser)
    _define_references(leaves, blocks, source)
    firsts = first_sentences(source, blocks)
    writer = SentenceWriter(source, leaves, sanitiser, firsts)
    pieces = _write_blocks(writer, blocks, _place_headings(blocks, source))
    return cut_at_sentences(sanitiser.page(write_page(pieces, blocks, surroundings)))


def _words(segment: Segment) -> str:
    """What a segment says, on one line: the bouwstenen it names are no words to search for."""
    text = plain_text(segment.html, sources=False) if SOURCE_MARK in segment.html else segment.text
    return " ".join(text.split())


def _note_labels(blocks: tuple[Block, ...]) -> frozenset[str]:
    containers = (container for block in blocks for container in block.containers)
    return frozenset(found.info for found in containers if found.kind is ContainerKind.FOOTNOTE)


def _define_references(leaves: LeafRenderer, blocks: tuple[Block, ...], source: str) -> None:
    for block in blocks:
        if block.kind is BlockKind.REFERENCE and (match := REFERENCE.match(block.content(source))):
            label, address, *titles = match.groups()
            leaves.define(label, address.removeprefix("<").removesuffix(">"), next(filter(None, titles), ""))


def _place_headings(blocks: tuple[Block, ...], source: str) -> dict[int, HeadingPlace]:
    """The page's title is its only h1; below it no level is skipped, for those who read by headings."""
    places, before = {}, 1
    for index, name in name_headings(blocks, source).items():
        before = min(max(2, blocks[index].level), before + 1)
        places[index] = HeadingPlace(name, before)
    return places


def _write_blocks(
    writer: BlockWriter, blocks: tuple[Block, ...], places: Mapping[int, HeadingPlace]
) -> list[Piece]:
    loose = loose_lists(blocks)
    pieces = []
    for index, block in enumerate(blocks):
        in_loose_list = len(block.containers) > 1 and block.containers[-2].number in loose
        markup = writer.write(block, heading=places.get(index), loose=in_loose_list)
        pieces.append(Piece(block.containers, markup))
    return pieces


def _segments(blocks: tuple[Block, ...], pieces: list[Piece], sanitiser: Sanitiser) -> tuple[Segment, ...]:
    numbers = item_numbers(blocks)
    segments = []
    for block, piece in zip(blocks, pieces, strict=True):
        number = numbers.get(block.containers[-1].number) if block.containers else None
        markup = sanitiser.segment(write_apart(block, piece.html, item_number=number))
        text = plain_text(markup, keep_lines=block.kind is BlockKind.CODE)
        segments.append(Segment(block.kind, markup, text))
    return tuple(segments)
