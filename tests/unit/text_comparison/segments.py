"""Rendered pages to compare, made without rendering."""

from dataclasses import dataclass

from app.text.cutting.model import BlockKind


@dataclass(frozen=True)
class Shown:
    """One block as a reader sees it."""

    text: str
    html: str
    kind: BlockKind = BlockKind.PARAGRAPH


def paragraphs(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[Shown]:
    return [Shown(text, f"<p>{text}</p>", kind) for text in texts]
