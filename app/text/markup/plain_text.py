"""The words of sanitised HTML, as one reads them."""

from html.parser import HTMLParser

SOURCE_MARK = "source-mark"
_SOURCES = frozenset({SOURCE_MARK, "block-card__from"})
_UNREAD = frozenset({"visually-hidden", "footnote-ref", "footnote-back"})
_VOID = frozenset({"br", "hr", "img"})
_WITHIN_A_LINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "button",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
    }
    | {"span", "strong", "sub", "sup", "u", "var"}
)
_CELLS = frozenset({"td", "th"})


class _Reader(HTMLParser):
    """Collects text; what is only there for the ear, and marks that lead to notes, is left out."""

    def __init__(self, unread: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._classes = unread
        self._unread = 0
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if self._unread or not self._classes.isdisjoint((values.get("class") or "").split()):
            self._unread += tag not in _VOID
        elif tag == "img":
            self.parts.append(values.get("alt") or "")
        elif tag in _CELLS:
            self.parts.append(" | " if self._cells else "")
            self._cells += 1
        elif tag not in _WITHIN_A_LINE:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._unread:
            self._unread -= 1
        elif tag == "tr":
            self._cells = 0
        elif tag not in _WITHIN_A_LINE:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.parts.append(data)


def plain_text(markup: str, *, keep_lines: bool = False, sources: bool = True) -> str:
    """The text of sanitised HTML: on one line, or with its own lines for code.

    The marks that name bouwstenen are words of it only with `sources`.
    """
    reader = _Reader(_UNREAD if sources else _UNREAD | _SOURCES)
    reader.feed(markup)
    reader.close()
    text = "".join(reader.parts)
    return text.strip() if keep_lines else " ".join(text.split())
