"""Naming a bouwsteen in a text without knowing where its writer is."""

from app.text.blocks import cut_blocks


def add_mark(source: str, number: int) -> str:
    """The text with the mark of a bouwsteen after its last sentence, or in a paragraph of its own."""
    mark = f"[[bouwsteen:{number}]]"
    ends = [block.lines[-1][1] for block in cut_blocks(source) if block.is_prose and block.lines]
    if not ends:
        return f"{source.rstrip()}\n\n{mark}\n".lstrip()
    words = source[: ends[-1]].rstrip()
    return f"{words} {mark}{source[ends[-1] :]}"
