"""Finding the links and pictures in one block of Markdown, whatever stands around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SIGNS = re.compile(r"\\.|!?\[|\]", re.DOTALL)
_DESTINATION = re.compile(
    r"\([ \t\n]{0,9}"
    r"(?:<([^<>\n]{0,2000})>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,500}\)){0,2000}))"
    r"(?:[ \t\n]{1,9}(?:\"(?:[^\"\\]|\\.){0,500}\"|'(?:[^'\\]|\\.){0,500}'|\([^()]{0,500}\)))?"
    r"[ \t\n]{0,9}\)"
)
_LABEL = re.compile(r"\[([^\[\]]{0,200})\]")
_HTML_LINK = re.compile(
    r"<a\s[^<>]{0,2000}?\bhref\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')[^<>]{0,2000}>", re.IGNORECASE
)
_HTML_PICTURE = re.compile(
    r"<img\s[^<>]{0,2000}?\bsrc\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')[^<>]{0,2000}>", re.IGNORECASE
)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A link or picture: `whole`, its `words` (the alt text of a picture), and its `address`.

    `label` is set instead of an address when the link names a definition elsewhere in the text.
    """

    whole: Span
    words: Span
    address: Span
    is_picture: bool = False
    label: str | None = None


def markdown_links(text: str) -> Iterator[Found]:
    """Every `[words](address)`, `![alt](address)`, `[words][label]`; inner ones before those around them.

    Code in the text must be masked.
    """
    open_brackets: list[tuple[int, int]] = []
    for sign in _SIGNS.finditer(text):
        if sign.group() in ("[", "!["):
            open_brackets.append(sign.span())
        elif sign.group() == "]" and open_brackets:
            start, words_start = open_brackets.pop()
            is_picture = text[start] == "!"
            words = (words_start, sign.start())
            if destination := _DESTINATION.match(text, sign.end()):
                group = 1 if destination.group(1) is not None else 2
                yield Found((start, destination.end()), words, destination.span(group), is_picture)
            elif label := _LABEL.match(text, sign.end()):
                name = label.group(1) or text[slice(*words)]
                yield Found((start, label.end()), words, label.span(1), is_picture, normal_label(name))


def html_links(text: str) -> Iterator[Found]:
    """Every `<a href="…">`; `words` is nothing, for what stands in the link stays."""
    for match in _HTML_LINK.finditer(text):
        yield Found(match.span(), (match.end(), match.end()), match.span(match.lastindex or 1))


def html_pictures(text: str) -> Iterator[Found]:
    """Every `<img src="…">`."""
    for match in _HTML_PICTURE.finditer(text):
        yield Found(
            match.span(), (match.end(), match.end()), match.span(match.lastindex or 1), is_picture=True
        )


def normal_label(label: str) -> str:
    """The name of a definition as links mean it: case and white space do not count."""
    return " ".join(label.casefold().split())
