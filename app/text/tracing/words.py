"""The words of one sentence of a source text, to be shown apart from it."""

from app.text.blocks import BlockKind, cut_blocks
from app.text.cutting.inline_scan import split_row
from app.text.headings import plain_title
from app.text.merging.source_marks import split_marks


def sentence_words(piece: str) -> str:
    """What a stretch of a source text says, on one line and without its signs; empty for a card."""
    said = []
    for block in cut_blocks(piece):
        if block.kind is BlockKind.EMBED:
            continue
        words, _ = split_marks(block.content(piece))
        cells = split_row(words) if words.lstrip().startswith("|") else [words]
        said += [plain_title(cell) for cell in cells]
    return " ".join(filter(None, said))
