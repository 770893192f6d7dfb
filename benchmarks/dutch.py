"""Generated Dutch with the frequencies of real text: common words are common and rare ones rare."""

import random
from collections.abc import Iterator

SYLLABLES = """
aan be be ge ver ont in uit op over door voor mee sa men wer ken den ken le zen schrij ven ha len ge
ven bur ger dienst raad wet re gel kan toor ge bouw plan vraag ant woord af spraak be leid uit voe
ring toe zicht stel sel pro ces maat werk groep team ver slag ad vies be sluit brief loket kern druk
tijd geld
""".split()  # noqa: SIM905 - a list of quoted words is harder to read
ENDINGS = ("", "", "", "en", "ing", "lijk", "er", "heid", "baar", "de")
COMMON = """
de het een en van in dat is op te voor met die zijn niet aan er om ook als maar bij dan nog naar
door ze hij je wij over hebben worden deze uit kan wel geen zo al moet wat meer kunnen veel zou tot
tegen omdat
""".split()  # noqa: SIM905 - a list of quoted words is harder to read
SUBJECTS = (
    "tegenspraak",
    "burger",
    "collega",
    "minister",
    "uitvoering",
    "advies",
    "gesprek",
    "dilemma",
    "regel",
)


def vocabulary(chance: random.Random, size: int = 6000) -> list[str]:
    """Invented words, the commonest first."""
    words = dict.fromkeys((*COMMON, *SUBJECTS))
    while len(words) < size:
        syllables = chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 3)))
        words["".join(syllables) + chance.choice(ENDINGS)] = None
    return list(words)


class Writer:
    """Writes pages of a given length; the same seed writes the same pages."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)
        self.words = vocabulary(self.chance)
        self.weights = [1 / (rank + 2.7) for rank in range(len(self.words))]

    def title(self, number: int) -> str:
        """Three words and the number, so that titles differ."""
        return f"{' '.join(self._words(3)).capitalize()} {number}"

    def body(self, words: int, links: tuple[str, ...] = ()) -> str:
        """Headings, paragraphs and a list, as a page of the guide has them."""
        blocks: list[str] = []
        left = words
        targets = iter(links)
        while left > 0:
            if len(blocks) % 5 == 0:
                blocks.append(f"## {' '.join(self._words(3)).capitalize()}")
            if len(blocks) % 5 == 3:
                blocks.append("\n".join(f"- {self.sentence(8)}" for _ in range(3)))
                left -= 24
            sentences = list(self._sentences(5))
            left -= sum(len(sentence.split()) for sentence in sentences)
            target = next(targets, None)
            blocks.append(" ".join(sentences) + (f" Lees ook [[{target}]]." if target else ""))
        return "\n\n".join(blocks) + "\n"

    def sentence(self, length: int) -> str:
        """One sentence of this many words."""
        return f"{' '.join(self._words(length)).capitalize()}."

    def _sentences(self, count: int) -> Iterator[str]:
        for _ in range(count):
            yield self.sentence(self.chance.randint(7, 16))

    def _words(self, count: int) -> list[str]:
        return self.chance.choices(self.words, weights=self.weights, k=count)
