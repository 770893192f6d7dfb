"""The script that turns one text into another: entry by entry what stands in the old and in the new one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.text.comparing.block_matching import Match, match_blocks
from app.text.differences import ChangeKind
from app.text.taking.arranging import arrange
from app.text.taking.pieces import CutText, Piece, Side, Stretch
from app.text.taking.sentence_runs import cut_runs

Texts = tuple[CutText, CutText]


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands at one place in the old and in the new text; None where there is nothing.

    `blocks` says which blocks of the two texts these are, or are part of. `match` is the same for the
    sentences of one block, and for a moved block where it was and where it is.
    """

    kind: ChangeKind
    match: int
    blocks: tuple[tuple[int, ...], tuple[int, ...]]
    stretches: tuple[Stretch | None, Stretch | None]

    @property
    def is_change(self) -> bool:
        """Whether the two texts have other words here."""
        return self.kind is not ChangeKind.SAME

    @property
    def is_moved(self) -> bool:
        """Whether this is the old or the new place of a moved block."""
        return self.kind in (ChangeKind.MOVED, ChangeKind.MOVED_AWAY)

    @property
    def is_one_sided(self) -> bool:
        """Whether this came, went or moved."""
        return None in self.stretches


def write_script(texts: Texts) -> tuple[Entry, ...]:
    """The entries in the order in which a reader of both texts meets them.

    Those with an old stretch give the old text in order, those with a new one the new text. The first and the
    last stand for the beginning and the end of the texts.
    """
    old, new = texts
    entries = [Entry(ChangeKind.SAME, -1, ((), ()), (old.lead, new.lead))]
    for number, match in enumerate(arrange(match_blocks(old.pieces, new.pieces), texts)):
        entries += _entries(number, match, texts)
    entries.append(Entry(ChangeKind.SAME, -2, ((), ()), (old.close, new.close)))
    return tuple(entries)


def _entries(number: int, match: Match, texts: Texts) -> Iterator[Entry]:
    blocks = (match.old, match.new)
    old, new = (_around(text.pieces, indexes) for text, indexes in zip(texts, blocks, strict=True))
    if match.moved:
        yield Entry(
            ChangeKind.MOVED_AWAY if match.away else ChangeKind.MOVED,
            -3 - match.new[0],
            blocks,
            (old, None) if match.away else (None, new),
        )
        return
    entry = Entry(_kind(match, texts), number, blocks, (old, new))
    runs = cut_runs(texts, _pair(match, texts)) if entry.kind is ChangeKind.CHANGED else ()
    if not runs:
        yield entry
    for is_same, *stretches in runs:
        yield replace(
            entry,
            kind=ChangeKind.SAME if is_same else ChangeKind.CHANGED,
            stretches=(stretches[Side.OLD], stretches[Side.NEW]),
        )


def _around(pieces: Sequence[Piece], indexes: Sequence[int]) -> Stretch | None:
    if not indexes:
        return None
    first, last = pieces[indexes[0]].stretch, pieces[indexes[-1]].stretch
    return Stretch(first.start, last.text_end, last.end)


def _pair(match: Match, texts: Texts) -> tuple[Piece, Piece]:
    return texts[0].pieces[match.old[0]], texts[1].pieces[match.new[0]]


def _kind(match: Match, texts: Texts) -> ChangeKind:
    if not match.old:
        return ChangeKind.INSERTED
    if not match.new:
        return ChangeKind.REMOVED
    if len(match.old) == 1 < len(match.new):
        return ChangeKind.SPLIT
    if len(match.new) == 1 < len(match.old):
        return ChangeKind.JOINED
    old, new = _pair(match, texts)
    return ChangeKind.SAME if (old.kind, old.html) == (new.kind, new.html) else ChangeKind.CHANGED
