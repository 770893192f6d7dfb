"""The words by which short Dutch texts can be compared: those that tell something, their forms joined.

A light stemmer on purpose: it joins "vraag", "vragen" and "vraagt", and leaves words apart when in doubt.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

SHORTEST = 4
LONGEST = 64
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_DOUBLE_VOWEL = re.compile(r"(aa|ee|oo|uu)(?=[bcdfghjklmnpqrstvwxz]$)")
_DOUBLE_CONSONANT = re.compile(r"([bdfgklmnprst])\1$")
_PLURAL = re.compile(r"(?<=[^e])en$|(?<=[^e])e$")
_AFTER_CONSONANT = re.compile(r"(?<=[bcdfghjklmnpqrvwxz])[ts]$")
_VOWEL = re.compile("[aeiouy]")
_HARD_ENDS = {"v": "f", "z": "s"}
# They say nothing of what a text is about; words of three letters are left out anyway.
_EMPTY = frozenset(
    """
    aantal achter alle alleen alles altijd ander andere anderen anders beetje begin bent best beter
    bijvoorbeeld binnen boven buiten daar daarbij daardoor daarin daarmee daarna daarom daarop daarover
    daarvan daarvoor dingen doe doen doet door drie echt eens eerder eerst eerste eigen elkaar elke
    enige enkele ergens even gaan gaat gaf gedaan geeft geen geven gezegd ging gingen goed goede graag
    groot grote haar hebben hebt heeft heel hele helemaal hier hierbij hiervoor hoeveel iedere iedereen
    iemand iets inderdaad jaar jaren jezelf jouw jullie keer keren kijk kijken kijkt kleine komen komt
    krijg krijgen krijgt kunnen kunt kwam laat laatste lang langer laten later lijkt maak maakt maar
    maken manier meer meest meestal mensen misschien moest moet moeten mogen naar naast nadat namelijk
    niemand niet niets nieuw nieuwe nodig nogal nooit omdat ondanks onder onszelf onze over overal paar
    pas precies samen sinds snel soms soort staan staat steeds straks tegen terug terwijl tijd tijdens
    toch toen totdat tussen twee tweede uiteindelijk vaak vanaf vandaag vanuit veel verder vier vijf
    vind vinden vindt volgens voor vooral voordat waar waarbij waardoor waarin waarmee waarna waarom
    waarop waarover waarvan waarvoor wanneer want waren weer weet weinig wel welke werd werden werk
    werken werkt weten willen wilt wist worden wordt zaken zeer zeggen zegt zelf zelfs zes zich zichzelf
    zien ziet zijn zitten zoals zodat zonder zouden zoveel zullen
    """.split()  # noqa: SIM905 - a list of quoted words is harder to read
)


def key_words(text: str) -> Iterator[tuple[str, str]]:
    """Each telling word of a text, in order: its stem, and the word as a reader may see it, in lower case."""
    for found in _WORD.finditer(text):
        word = found.group().lower()
        if SHORTEST <= len(word) <= LONGEST and word not in _EMPTY:
            yield stem(word), word


def key_stems(text: str) -> tuple[str, ...]:
    """The stems of the telling words of a text, each once, in order."""
    return tuple(dict.fromkeys(found for found, _ in key_words(text)))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """What the forms of a word have in common; only for comparing, not for the eye."""
    parts = unicodedata.normalize("NFKD", word.replace("’", "'"))
    plain = "".join(sign for sign in parts if not unicodedata.combining(sign)).partition("'")[0]
    if plain.endswith("heden"):
        return f"{plain[:-5]}heid"
    plain = _without(_PLURAL, plain)
    plain = _DOUBLE_CONSONANT.sub(r"\1", plain)
    plain = plain[:-1] + _HARD_ENDS.get(plain[-1:], plain[-1:])
    plain = _without(_AFTER_CONSONANT, plain)
    return _DOUBLE_VOWEL.sub(lambda double: double.group()[0], plain)


def _without(ending: re.Pattern[str], word: str) -> str:
    """The word without this ending, when what is left can still be a word."""
    rest = ending.sub("", word)
    return rest if len(rest) >= SHORTEST - 1 and _VOWEL.search(rest) else word
