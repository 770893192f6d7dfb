"""Text in a drawing: SVG breaks no lines, so they are broken here."""

NARROW, WIDE = frozenset("iIjltfr.,:;'’‘!|()[]-/ "), frozenset("mwMW@%&—…")


def text_width(text: str) -> float:
    """About how wide a text is in Fira Sans, in times its size; rather too wide than too narrow."""
    return sum(map(_width, text))


def wrap(text: str, width: float) -> list[str]:
    """The lines of a text that is at most so wide (in times its size); what is longer is cut."""
    lines, line = [], ""
    for word in text.split():
        for piece in _pieces(word, width):
            longer = f"{line} {piece}".strip()
            if line and text_width(longer) > width:
                lines.append(line)
                longer = piece
            line = longer
    return [*lines, line] if line else lines


def _pieces(word: str, width: float) -> list[str]:
    """A word that is wider than a line, cut with a hyphen."""
    pieces, piece = [], ""
    for char in word:
        if piece and text_width(f"{piece}{char}-") > width:
            pieces.append(f"{piece}-")
            piece = ""
        piece += char
    return [*pieces, piece]


def _width(char: str) -> float:
    if char in NARROW:
        return 0.34
    if char in WIDE:
        return 0.92
    return 0.68 if char.isupper() or ord(char) > 0x2000 else 0.57
