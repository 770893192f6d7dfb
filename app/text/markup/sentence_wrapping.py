"""Puts an element around each sentence of a line of HTML, also where emphasis runs on into the next one."""

import re
from collections.abc import Sequence

from app.text.markup.sanitising import own_attributes

MOST_SIGNS = 60_000
SENTENCE_END = f"<span{own_attributes(cls='traced__end')}></span>"
"""Stands at the end of each sentence, where a reader of it can be told more."""

_FIRST_SIGN = 0xF0000
_SIGN = re.compile("[\U000f0000-\U0010ffff]")
_SIGN_AND_GAP = re.compile(rf"({_SIGN.pattern})(\s*)")
_TAG_OR_TEXT = re.compile(r"(<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)|([^<]+|<)")
_TAG_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_VOID = frozenset({"br", "hr", "img", "wbr"})


def with_signs(content: str, starts: Sequence[int]) -> str:
    """The content with a sign after each sentence but the last, which says that the next one begins.

    It stands before the white space, where it changes nothing in what Markdown makes of the signs around it.
    The signs are from the planes for private use, of which nothing else is let through.
    """
    ends = [*starts[1:], len(content)]
    parts = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        part = _SIGN.sub("", content[start:end])
        words = part.rstrip()
        sign = chr(_FIRST_SIGN + number) if number < min(len(starts), MOST_SIGNS) else ""
        parts.append(words + sign + part[len(words) :])
    return "".join(parts)


def begin_of(number: int, tag: str = "span") -> str:
    """The start tag of the sentence with this number."""
    return f"<{tag}{own_attributes(id=f'zin-{number}', cls='traced')}>"


def wrapped(markup: str, first: int) -> str:
    """Balanced inline HTML with an element around each sentence; the first has the number `first`."""
    wrapper = _Wrapper(first)
    for tag, text in _TAG_OR_TEXT.findall(markup):
        if tag:
            wrapper.tag(_SIGN.sub("", tag))
        else:
            wrapper.text(text)
    return wrapper.finish()


class _Wrapper:
    """Writes the elements; tags that are open where a sentence ends are closed, and opened in the next."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._parts = [begin_of(first)]
        self._open: list[tuple[str, str]] = []

    def tag(self, tag: str) -> None:
        self._parts.append(tag)
        name = _TAG_NAME.match(tag)
        if name is None or name[1].lower() in _VOID:
            return
        if tag.startswith("</"):
            self._open = self._open[:-1]
        else:
            self._open.append((tag, f"</{name[1]}>"))

    def text(self, text: str) -> None:
        position = 0
        for sign in _SIGN_AND_GAP.finditer(text):
            self._parts.append(text[position : sign.start()])
            self._next(self._first + ord(sign[1]) - _FIRST_SIGN, sign[2])
            position = sign.end()
        self._parts.append(text[position:])

    def finish(self) -> str:
        self._parts[-1] = self._parts[-1].rstrip()  # what follows the sentence stands close to it
        return "".join([*self._parts, SENTENCE_END, "</span>"])

    def _next(self, number: int, gap: str) -> None:
        """The white space between two sentences belongs to neither."""
        self._parts += [end for _, end in reversed(self._open)]
        self._parts += [SENTENCE_END, "</span>", gap, begin_of(number)]
        self._parts += [begin for begin, _ in self._open]
