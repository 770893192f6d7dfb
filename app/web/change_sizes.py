"""The size of a change in words: "3 zinnen anders, 1 alinea nieuw"."""

from collections.abc import Mapping

from app.web.numbers import count_nl

NOTHING = "geen zichtbaar verschil"
# What is counted (`app.text.change_size`, and what authors decide beside the text), in this order.
COUNTED = {
    "sentences_changed": ("zin anders", "zinnen anders"),
    "sentences_added": ("zin erbij", "zinnen erbij"),
    "sentences_removed": ("zin weg", "zinnen weg"),
    "blocks_added": ("alinea nieuw", "alinea's nieuw"),
    "blocks_removed": ("alinea weg", "alinea's weg"),
    "blocks_changed": ("onderdeel anders", "onderdelen anders"),
    "blocks_moved": ("alinea verplaatst", "alinea's verplaatst"),
}
SAID = {"title": "andere titel", "lead": "andere samenvatting", "topics": "andere thema's"}


def size_nl(size: Mapping[str, int]) -> str:
    """What changed and how much of it, as stored beside a rendering."""
    parts = [count_nl(size[name], *words) for name, words in COUNTED.items() if size.get(name)]
    parts += [words for name, words in SAID.items() if size.get(name)]
    return ", ".join(parts) or NOTHING
