"""The marks by which a rendered text names bouwstenen, as they stand in its HTML."""

import re

CARD_PREFIX = "bron-"
"""The id of what a mark opens is this and the number."""
MOST_NAMED = 300
"""So many bouwstenen a page can open; those after them only show their number."""

# Only our own marks have this attribute: the sanitiser takes it from whatever a person typed.
_OPENS = re.compile(rf'popovertarget="{CARD_PREFIX}(\d{{1,9}})"')


def numbers_marked(html: str) -> tuple[int, ...]:
    """The numbers of the bouwstenen that sanitised HTML has marks for, once each, in order."""
    return tuple(dict.fromkeys(int(number) for number in _OPENS.findall(html)))
