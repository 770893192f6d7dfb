"""A QR code as one path, to be drawn by a template: no image, no style, no script."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import segno


@dataclass(frozen=True, slots=True)
class QrPicture:
    """`size` squares wide and high, the white edge included; `path` is what is black."""

    address: str
    size: int
    path: str


EDGE = 4
"""White squares around it: what the standard asks, so that every telephone finds the code."""


def qr_picture(address: str) -> QrPicture:
    """The code for an address; a quarter of it may be dirty or creased and it is still read."""
    rows = segno.make_qr(address, error="q").matrix
    return QrPicture(address, len(rows) + 2 * EDGE, "".join(_runs(rows)))


def _runs(rows: Sequence[bytearray]) -> Iterator[str]:
    """A bar for each run of black squares in a row."""
    for y, row in enumerate(rows, EDGE):
        x = EDGE
        for black, squares in groupby(row):
            width = len(list(squares))
            if black:
                yield f"M{x} {y}h{width}v1h-{width}z"
            x += width
