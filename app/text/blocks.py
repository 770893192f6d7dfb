"""Cut a source text into blocks, without losing a character.

The blocks partition the source: joining their spans gives the text back, whatever was typed. The dialect is
what editors write in practice: Markdown with tables, footnotes, definition lists, task items, admonitions and
`{{bouwsteen:12}}`. Nothing is refused; what is not understood is a paragraph.
"""

from app.text.cutting.cutter import Cutter
from app.text.cutting.model import Block, BlockKind, Container, ContainerKind

__all__ = ["Block", "BlockKind", "Container", "ContainerKind", "cut_blocks"]


def cut_blocks(source: str) -> tuple[Block, ...]:
    """The blocks of the source, in order, in time linear in its length."""
    return Cutter(source).cut()
