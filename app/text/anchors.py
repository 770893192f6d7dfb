"""Keeps hold of a passage in a plain text, and finds it again in a later one.

A passage is known by its words (the quote), what stood before and after it, and where it stood. The text
itself carries no mark, so that talking about a text never changes it.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.text.passages import Searched, Span

QUOTE_LENGTH = 400
CONTEXT_LENGTH = 40
RECOGNISABLE = 20
"""From how many characters on a quote is known without anything around it."""
_START, _END = "\x02", "\x03"


class AnchorState(StrEnum):
    """How a passage was found again.

    MOVED has other neighbours than before, CHANGED has other words, LOOSE is not in the text any more.
    """

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage: its words, at most `CONTEXT_LENGTH` characters on each side, and its offset.

    Without a prefix it began the text, without a suffix it ended it. A long passage is known by its first
    `QUOTE_LENGTH` characters.
    """

    quote: str
    prefix: str
    suffix: str
    position: int


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage is now: characters `start` to `end` of the text, nowhere when it is loose."""

    state: AnchorState
    start: int = 0
    end: int = 0


LOOSE = Found(AnchorState.LOOSE)


def make_anchor(text: str, start: int, end: int) -> Anchor:
    """Keep hold of `text[start:end]`, which must hold more than white space."""
    passage = text[start:end]
    start += len(passage) - len(passage.lstrip())
    quote = passage.strip()[:QUOTE_LENGTH].rstrip()
    if not quote:
        raise ValueError("a passage has words")
    end = start + len(quote)
    return Anchor(
        quote, text[max(0, start - CONTEXT_LENGTH) : start], text[end : end + CONTEXT_LENGTH], start
    )


class AnchoredText:
    """A text in which passages are found again, each in time linear in the length of the text.

    The words of a passage with what stood on either side of them count as the same place; the words alone as
    moved, when there are enough to know them by; else it is the passage nearby that shares most of its words,
    or what stands between the same neighbours.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._searched = Searched(f"{_START}{text}{_END}")

    def find(self, anchor: Anchor) -> Found:
        """Find the passage."""
        found = self.find_words(anchor)
        return found if found.state is not AnchorState.LOOSE else self.find_changed(anchor)

    def find_words(self, anchor: Anchor) -> Found:
        """Find the passage by its very words: exact, moved or loose."""
        return self._shown(self._among_neighbours(anchor) or self._alone(anchor))

    def find_changed(self, anchor: Anchor) -> Found:
        """Find what became of a passage whose words are gone."""
        return self._shown(self._changed(anchor))

    def _shown(self, found: Found | None) -> Found:
        """Without the sign that stands before the text while it is searched."""
        return Found(found.state, found.start - 1, found.end - 1) if found else LOOSE

    def _among_neighbours(self, anchor: Anchor) -> Found | None:
        """The quote between both of its neighbours, else beside one of them."""
        before, after = anchor.prefix or _START, anchor.suffix or _END
        for prefix, suffix in ((before, after), (before, ""), ("", after)):
            wanted = prefix + anchor.quote + suffix
            start = self._searched.nearest(wanted, anchor.position + 1 - len(prefix))
            if start is not None:
                return _quoted(AnchorState.EXACT, anchor, start + len(prefix))
        return None

    def _alone(self, anchor: Anchor) -> Found | None:
        expected = anchor.position + 1
        start = self._searched.nearest(anchor.quote, expected)
        if start is None or (start != expected and len(anchor.quote) < RECOGNISABLE):
            return None
        return _quoted(AnchorState.EXACT if start == expected else AnchorState.MOVED, anchor, start)

    def _changed(self, anchor: Anchor) -> Found | None:
        expected = anchor.position + 1
        known = len(anchor.quote) >= RECOGNISABLE
        span = self._searched.most_alike(anchor.quote, expected) if known else None
        span = span or self._between(anchor, expected)
        if span is None:
            return None
        same_words = self._searched.text[span.start : span.end] == anchor.quote
        return Found(AnchorState.MOVED if same_words else AnchorState.CHANGED, *span)

    def _between(self, anchor: Anchor, expected: int) -> Span | None:
        """What stands where the passage stood, when it had a neighbour.

        A neighbour that is short was at an end of the text.
        """
        if not anchor.prefix and not anchor.suffix:
            return None
        before = anchor.prefix if len(anchor.prefix) == CONTEXT_LENGTH else _START + anchor.prefix
        after = anchor.suffix if len(anchor.suffix) == CONTEXT_LENGTH else anchor.suffix + _END
        reach = 2 * len(anchor.quote) + CONTEXT_LENGTH
        return self._searched.between(before, after, expected, reach=reach)


def find_anchor(anchor: Anchor, text: str) -> Found:
    """Find one passage in another text; for many of them make one `AnchoredText`."""
    return AnchoredText(text).find(anchor)


def _quoted(state: AnchorState, anchor: Anchor, start: int) -> Found:
    return Found(state, start, start + len(anchor.quote))
