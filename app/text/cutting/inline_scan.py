"""Look inside one line of text without rendering it: what is code, and where a table row divides."""

import re

_TICKS = re.compile(r"(?<!\\)(?:\\\\)*(`+)|\\(`+)")
_ROW_PART = re.compile(r"\\.|\[\[[^\[\]]*\]\]|[^\\|\[]+|.", re.DOTALL)
_CODE_SIGN = "\ufffc"


def mask_code(text: str) -> str:
    """The text with each code span overwritten by as many signs that mean nothing; linear in its length."""
    if "`" not in text:
        return text
    runs = _tick_runs(text)
    by_length: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        by_length.setdefault(runs[index][1] - runs[index][0], []).append(index)
    parts, done, index = [], 0, 0
    while index < len(runs):
        start, end = runs[index]
        same = by_length[end - start]
        while same and same[-1] <= index:
            same.pop()
        if same:
            index = same[-1]
            close = runs[index][1]
            parts += [text[done:start], _CODE_SIGN * (close - start)]
            done = close
        index += 1
    return "".join(parts) + text[done:]


def _tick_runs(text: str) -> list[tuple[int, int]]:
    """The spans of backticks; one that a backslash escapes is not counted in its run."""
    runs = []
    for match in _TICKS.finditer(text):
        start, end = match.span(1) if match.group(1) else (match.start(2) + 1, match.end(2))
        if end > start:
            runs.append((start, end))
    return runs


def split_row(row: str) -> list[str]:
    """The cells of a table row; a bar inside code, inside `[[…]]` or after a backslash divides nothing."""
    row = row.strip().removeprefix("|")
    cells, start, position, closed = [], 0, 0, False
    for match in _ROW_PART.finditer(mask_code(row)):
        position = match.end()
        closed = match.group() == "|"
        if closed:
            cells.append(row[start : match.start()])
            start = position
    if not closed:
        cells.append(row[start:position])
    return [cell.strip().replace("\\|", "|") for cell in cells]
