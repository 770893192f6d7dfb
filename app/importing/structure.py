"""Bringing the blocks of another program's Markdown into our own dialect, before its links are looked at."""

from app.importing.colon_admonitions import colons_to_admonitions
from app.importing.components import without_components
from app.importing.module_lines import without_executables, without_module_lines
from app.importing.report import Finding
from app.text.blocks import BlockKind, cut_blocks

_STEPS = (without_executables, without_module_lines, without_components, colons_to_admonitions)


def our_dialect(text: str) -> tuple[str, list[Finding]]:
    """The text in our dialect, and what had to be left out."""
    findings: list[Finding] = []
    for step in _STEPS:
        text, found = step(text)
        findings += found
    return (_without_gaps(text) if findings else text), findings


def _without_gaps(text: str) -> str:
    """One blank line where something was taken out, not the two that stood around it."""
    blocks = [block for block in cut_blocks(text) if block.kind is not BlockKind.BLANK]
    return "".join(text[b.start : b.text_end] + ("\n" if b.text_end < b.end else "") for b in blocks)
