"""Cuts a text into stretches that can be read apart, so that what was read before need not be read again."""

from app.text.blocks import BlockKind, cut_blocks

_EMPTY_LINE = "\n\n"
_MAY_GO_ON = ("```", "~~~", "<")
_GOES_ON = frozenset({BlockKind.CODE, BlockKind.HTML, BlockKind.COMMENT})


class StretchCutter:
    """Cuts the texts of one page, and remembers which stretches end for certain."""

    def __init__(self) -> None:
        self._ends: dict[str, bool] = {}

    def cut(self, source: str) -> list[str]:
        """The stretches of a text, in order; with an empty line between them they give it back.

        The blocks of the stretches are the blocks of the text.
        """
        pieces = _pieces(source)
        if not any(sign in source for sign in _MAY_GO_ON):
            return pieces
        stretches: list[str] = []
        begun: list[str] = []
        for piece in pieces:
            begun.append(piece)
            # At 1, 2, 4, 8 … pieces only: a text in which something never ends is not read n times.
            if len(begun).bit_count() == 1 and self._has_ended(stretch := _EMPTY_LINE.join(begun)):
                stretches.append(stretch)
                begun = []
        return [*stretches, _EMPTY_LINE.join(begun)] if begun else stretches

    def _has_ended(self, text: str) -> bool:
        """False when code, HTML or a comment at the end might go on in what follows."""
        if text not in self._ends:
            self._ends[text] = _has_ended(text)
        return self._ends[text]


def _pieces(source: str) -> list[str]:
    """After an empty line, a letter or # at the margin closes every list, quote and frame."""
    pieces: list[str] = []
    for piece in source.split(_EMPTY_LINE):
        if pieces and not (piece[:1].isalpha() or piece[:1] == "#"):
            pieces[-1] += _EMPTY_LINE + piece
        else:
            pieces.append(piece)
    return pieces


def _has_ended(text: str) -> bool:
    if not any(sign in text for sign in _MAY_GO_ON):
        return True
    if "<!--" in text and "-->" not in text[text.rfind("<!--") + 4 :]:
        return False
    blocks = cut_blocks(text)
    return not blocks or blocks[-1].kind not in _GOES_ON
