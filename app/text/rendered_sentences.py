"""A rendered text that is cut at the end of each sentence."""

from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class SentencePiece:
    """A sentence by its number in `app.text.tracing`, its words, and the safe HTML up to its end.

    The HTML begins where that of the sentence before it ended.
    """

    number: int
    html: str
    text: str


@dataclass(frozen=True, slots=True)
class RenderedSentences:
    """The sentences that a text shows, in order, and the HTML after the last of them."""

    pieces: tuple[SentencePiece, ...]
    rest: str

    @property
    def html(self) -> str:
        """The whole."""
        return "".join(piece.html for piece in self.pieces) + self.rest

    def to_dict(self) -> dict[str, Any]:
        """The same in strings, numbers, lists and dictionaries, for a pipe."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The sentences that `to_dict` wrote down."""
        return cls(tuple(SentencePiece(**piece) for piece in data["pieces"]), data["rest"])
