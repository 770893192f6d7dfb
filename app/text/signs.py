"""Which signs a text may hold, whatever brings it in: a form, a file, or what a form carried along."""

import re
import unicodedata

# Signs that change how other text is shown, or show nothing: of no use in a line and good for deceit.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# The last two may stand in no XML: a picture or a feed that holds one cannot be opened.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text with \\n at the end of each line, é as one sign, and no signs that have no place in a text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROL.sub("", lines))


def one_line(text: str) -> str:
    """The text as one line, without spaces around it, double spaces or invisible signs."""
    return " ".join(_INVISIBLE.sub("", clean(text)).split())


def is_seen(text: str) -> bool:
    """Whether anything in it can be seen: not spaces, and not joiners or soft hyphens, alone."""
    return any(unicodedata.category(sign)[0] in "LNPS" for sign in text)
