"""Puts an element around each sentence of a line of HTML, also where emphasis runs on from one into the next."""

import re
from collections.abc import Sequence

from app.text.markup.sanitising import own_attributes

MOST_SIGNS = 60_000
SENTENCE_END = f"<span{own_attributes(cls='traced__end')}></span>"
"""Stands at the end of each sentence, where a reader of it can be told more."""

_FIRST_SIGN = 0xF0000
_SIGN = re.compile("[\U000f0000-\U0010ffff]")
_TAG_OR_TEXT = re.compile(r"(<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)|([^<]+|<)")
_TAG_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_VOID = frozenset({"br", "hr", "img", "wbr"})


def with_signs(content: str, starts: Sequence[int]) -> str:
    """The content with a sign before each sentence but the first, which says where it begins.

    The signs are from the planes for private use, of which nothing else is let through.
    """
    ends = [*starts[1:], len(content)]
    parts = [_SIGN.sub("", content[start:end]) for start, end in zip(starts, ends, strict=True)]
    return "".join(
        chr(_FIRST_SIGN + index) + part if 0 < index <= MOST_SIGNS else part
        for index, part in enumerate(parts)
    )


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
        for sign in _SIGN.finditer(text):
            self._parts.append(text[position : sign.start()])
            self._next(self._first + ord(sign[0]) - _FIRST_SIGN)
            position = sign.end()
        self._parts.append(text[position:])

    def finish(self) -> str:
        return "".join([*self._parts, SENTENCE_END, "</span>"])

    def _next(self, number: int) -> None:
        """The white space between two sentences belongs to neither: the next one may begin on a new line."""
        words = self._parts[-1].rstrip()
        gap, self._parts[-1] = self._parts[-1][len(words) :], words
        self._parts += [end for _, end in reversed(self._open)]
        self._parts += [SENTENCE_END, "</span>", gap, begin_of(number)]
        self._parts += [begin for begin, _ in self._open]
