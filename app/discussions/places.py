"""What a discussion on a proposal can be about, as it stands in an address."""

import re
from dataclasses import dataclass

from app.discussions.kinds import TextSide

_PLACE = re.compile(r"([1-9]\d{0,8})(?:-([no])(\d{1,5}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """A proposal as a whole, one of its changes, or one block of a change.

    `block` counts the blocks of the proposed text (`TextSide.NEW`) or of the one it was made on.
    """

    change_id: int | None = None
    side: TextSide = TextSide.NEW
    block: int | None = None

    @property
    def word(self) -> str:
        """How it is written in an address: "", "12" or "12-n3"."""
        if self.change_id is None:
            return ""
        return str(self.change_id) if self.block is None else f"{self.change_id}-{self.side}{self.block}"


def read_place(word: str) -> Place | None:
    """The place that a word in an address means; None when it means nothing."""
    if not word:
        return Place()
    found = _PLACE.fullmatch(word)
    if found is None:
        return None
    change_id, side, block = found.groups()
    return Place(int(change_id), TextSide(side), int(block)) if side else Place(int(change_id))
