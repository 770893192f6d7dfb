"""`:::note Title` … `:::` of other programs becomes our `!!! note "Title"` with an indented text."""

import re
from dataclasses import dataclass

from app.importing.code_mask import masked
from app.importing.kinds import Remark
from app.importing.module_lines import shown
from app.importing.report import Finding
from app.text.headings import plain_title

_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<colons>:{3,})[ \t]*(?:(?P<name>[A-Za-z][\w-]*)(?P<rest>.*))?$")
_TITLE = re.compile(r"[ \t]*(?:\[(.*)\])?[ \t]*(.*?)[ \t]*(?:\{[^{}]*\})?[ \t]*$")
_FOLDED = "details"
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class _Opening:
    line: int
    colons: int


def colons_to_admonitions(text: str) -> tuple[str, list[Finding]]:
    """The text with its colon admonitions, nested ones too, in our own form; what is never closed stays."""
    lines = text.split("\n")
    pairs, unclosed = _pairs(masked(text).split("\n"))
    endings = set(pairs.values())
    depth = 0
    written = []
    for number, line in enumerate(lines):
        if number in endings:
            depth -= 1
            written.append("")
        elif number in pairs:
            written.append(_INDENT * depth + _heading(line))
            depth += 1
        else:
            written.append(_INDENT * depth + line if line.strip() else line)
    findings = [Finding(Remark.ADMONITION_NOT_CLOSED, shown(lines[number])) for number in unclosed]
    return "\n".join(written), findings


def _pairs(lines: list[str]) -> tuple[dict[int, int], list[int]]:
    """The line that closes each opening line, and the openings that nothing closes."""
    open_ones: list[_Opening] = []
    pairs: dict[int, int] = {}
    for number, line in enumerate(lines):
        fence = _FENCE.match(line)
        if fence is None:
            continue
        colons = len(fence["colons"])
        if fence["name"]:
            open_ones.append(_Opening(number, colons))
        elif closed := _closed_by(colons, open_ones):
            # What was opened inside and never closed cannot be closed any more.
            del open_ones[open_ones.index(closed) :]
            pairs[closed.line] = number
    return pairs, sorted(set(_openings(lines)) - pairs.keys())


def _closed_by(colons: int, open_ones: list[_Opening]) -> _Opening | None:
    """The innermost opening with as many colons, else the innermost with fewer."""
    innermost = open_ones[::-1]
    same = [opening for opening in innermost if opening.colons == colons]
    fewer = [opening for opening in innermost if opening.colons < colons]
    return next(iter([*same, *fewer]), None)


def _openings(lines: list[str]) -> list[int]:
    fences = ((number, _FENCE.match(line)) for number, line in enumerate(lines))
    return [number for number, fence in fences if fence and fence["name"]]


def _heading(line: str) -> str:
    fence = _FENCE.match(line)
    title = _TITLE.match(fence["rest"] or "") if fence else None
    if fence is None or title is None:
        return line
    words = plain_title(title.group(1) or title.group(2) or "").replace('"', "'")
    sign, name = ("???", "note") if fence["name"].lower() == _FOLDED else ("!!!", fence["name"].lower())
    return f'{fence["indent"]}{sign} {name} "{words}"' if words else f"{fence['indent']}{sign} {name}"
