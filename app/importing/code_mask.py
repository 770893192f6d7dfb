"""Where a text of another program holds code or comments, so that nothing in there is taken for its signs."""

import re

from app.text.cutting.inline_scan import mask_code

SIGN = "\ufffc"
_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})")
_CLOSING = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NOT_LINE_END = re.compile(r"[^\n]")


def masked(text: str) -> str:
    """The text with code and comments overwritten by as many signs that mean nothing; line ends stay."""
    fenced = _mask_fences(text)
    commented = _COMMENT.sub(lambda match: _signs(match.group()), fenced)
    paragraphs = re.split(r"(\n[ \t]*\n)", commented)
    return "".join(_mask_spans(paragraph) for paragraph in paragraphs)


def _mask_fences(text: str) -> str:
    """Fences may stand at any depth: other programs indent them inside their components."""
    lines, fence = [], ""
    for line in text.split("\n"):
        if fence:
            closing = _CLOSING.match(line)
            if closing and closing.group(1)[0] == fence[0] and len(closing.group(1)) >= len(fence):
                fence = ""
            lines.append(SIGN * len(line))
        elif opening := _FENCE.match(line):
            fence = opening.group(1)
            lines.append(SIGN * len(line))
        else:
            lines.append(line)
    return "\n".join(lines)


def _mask_spans(paragraph: str) -> str:
    hidden = mask_code(paragraph)
    if hidden == paragraph:
        return paragraph
    return "".join("\n" if old == "\n" else new for old, new in zip(paragraph, hidden, strict=True))


def _signs(text: str) -> str:
    return _NOT_LINE_END.sub(SIGN, text)
