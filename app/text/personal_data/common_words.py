"""Everyday words that are somebody's name too, and the small words between the parts of a name."""

from pathlib import Path


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words(
    "van de den der het 't t 's s ten ter te in op aan la le du des von zu zur dos da di "
    "el al bin ibn abu ait"
)
TITLES = _words(
    "mevrouw mevr mw meneer mijnheer heer dhr drs dr mr ir ing prof professor minister "
    "collega directeur familie"
)
# Surnames and first names, without capitals and marks. Names of places too: they say where, not who.
COMMON_WORDS = _words(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8"))
