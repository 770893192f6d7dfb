"""What a merge gives: text that is settled, clashes that people choose on, and the whole text after that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.text.blocks import BlockKind, cut_blocks

Gaps = tuple[str, str, str]
_NO_GAPS: Gaps = ("", "", "")


@dataclass(frozen=True, slots=True)
class Settled:
    """A stretch of the merged text that nobody has to look at."""

    text: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A stretch that both sides changed in different ways: people choose. An empty text means: taken away.

    `before` and `after` are the white space around it in base, current and proposed.
    """

    base: str
    current: str
    proposed: str
    before: Gaps = field(default=_NO_GAPS, repr=False)
    after: Gaps = field(default=_NO_GAPS, repr=False)

    @property
    def texts(self) -> tuple[str, str, str]:
        """The three texts, in the order of the white space around them."""
        return self.base, self.current, self.proposed


Piece = Settled | Clash


@dataclass(frozen=True, slots=True)
class MergeResult:
    """The merged text in pieces. It has no markers, whatever happened."""

    pieces: tuple[Piece, ...]

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """What people still have to choose, in the order of the text."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Clash))

    @property
    def is_clean(self) -> bool:
        """Whether nothing clashes."""
        return not self.clashes

    @property
    def text(self) -> str:
        """The merged text. Raises ValueError as long as something clashes."""
        return self.settle(())

    def settle(self, choices: Sequence[str]) -> str:
        """The whole text with one chosen text per clash: one of its three, other words, or nothing.

        Raises ValueError when there are not as many choices as clashes.
        """
        if len(choices) != len(self.clashes):
            raise ValueError(f"{len(self.clashes)} clashes, {len(choices)} choices")
        return _write(self.pieces, iter(choices))


def widest(*gaps: str) -> str:
    """The white space that keeps its neighbours furthest apart."""
    return max(gaps, key=lambda gap: (gap.count("\n"), len(gap), gap))


def _write(pieces: Sequence[Piece], choices: Iterator[str]) -> str:
    """Puts the pieces together; `gap` is the white space that a clash asks for behind it."""
    written: list[str] = []
    gap = last_gap = ""
    for piece in pieces:
        if isinstance(piece, Settled):
            written += (gap, piece.text)
            gap = last_gap = ""
            continue
        chosen = next(choices).strip("\r\n").rstrip()
        before, last_gap = _gaps_around(piece, chosen)
        before = widest(gap, before)
        if chosen:
            written += (before, chosen)
            gap = last_gap
        else:
            gap = widest(before, last_gap) if written else before
    return "".join(written) + last_gap


def _gaps_around(clash: Clash, chosen: str) -> tuple[str, str]:
    for side, text in enumerate(clash.texts):
        if chosen == text:
            return clash.before[side], clash.after[side]
    before, after = widest(*clash.before), widest(*clash.after)
    if all(block.kind is BlockKind.PARAGRAPH for block in cut_blocks(chosen)):
        return before, after
    return (
        before if "\n" in before else widest(before, "\n\n"),
        after if "\n" in after else widest(after, "\n\n"),
    )
