"""Words as they may stand in an address."""

import re
import unicodedata

LONGEST = 80
_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")
_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)


def slugify(title: str, *, fallback: str = "pagina") -> str:
    """The title in a–z, 0–9 and hyphens, at most 80 characters; `fallback` when nothing of it is left.

    Accents are folded, so that both ways of writing "coördinatie" in Unicode lead to one page.
    """
    folded = unicodedata.normalize("NFKD", title.casefold().translate(_WITHOUT_DECOMPOSITION)).casefold()
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return _NOT_IN_A_SLUG.sub("-", plain).strip("-")[:LONGEST].strip("-") or fallback
