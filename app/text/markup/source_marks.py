"""How a bouwsteen that a text names or shows looks: a small numbered mark, and a card.

A mark is stored with its page and knows nothing but the number; what it opens stands below the text and is
made for each reader.
"""

import html
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from app.text.block_cards import MOST_CARDS, BlockCard, CardState
from app.text.markup.plain_text import SOURCE_MARK
from app.text.markup.sanitising import own, own_attributes
from app.text.source_marks import CARD_PREFIX

_WORD = "bouwsteen "
_WHY_NOT = {
    CardState.NOTED: "is nog niet aangeleverd.",
    CardState.WAITING: "wacht nog op de redactie.",
    CardState.PARKED: "is geparkeerd.",
    CardState.WITHDRAWN: "is ingetrokken. Wat erin stond, is hier niet meer te lezen.",
    CardState.UNKNOWN: "bestaat niet.",
    CardState.TOO_MANY: f"staat hier alleen met zijn nummer: een pagina toont er hoogstens {MOST_CARDS}.",
}
_KINDS = {
    "insight": ("Inzicht", "block-card--insight"),
    "example": ("Voorbeeld", "block-card--example"),
    "dilemma": ("Dilemma", "block-card--dilemma"),
    "quote": ("Citaat", "block-card--quote"),
    "tip": ("Tip", "block-card--tip"),
    "question": ("Vraag", "block-card--question"),
}
"""The word and the full class name of each kind; the stylesheet is built from the names it finds here."""


def source_mark(number: int, anchor: str) -> Element:
    """The mark of a bouwsteen, a button that opens it without any script.

    `anchor` is the id of this place; without one the page names more than it can open.
    """
    if not anchor:
        return word_mark(f"{_WORD}{number}")
    mark = Element("button")
    for name, value in _attributes(number, anchor).items():
        mark.set(name, own(value))
    word = SubElement(mark, "span", {"class": own("source-mark__word")})
    word.text = AtomicString(_WORD)
    word.tail = AtomicString(str(number))
    return mark


def word_mark(words: str) -> Element:
    """Something that is named and does not open."""
    mark = Element("span", {"class": own(SOURCE_MARK)})
    mark.text = AtomicString(words)
    return mark


def block_card(number: int, card: BlockCard, anchor: str) -> str:
    """The card of a bouwsteen; without its words when those may not be shown, and then it says why."""
    if card.state is not CardState.SHOWN:
        says = f"Bouwsteen {number} {_merged(number, card)}{_WHY_NOT[card.state]}"
        return f"<p{own_attributes(cls='block-card block-card--stub', id=anchor)}>{says}</p>\n"
    kind, cls = _KINDS[card.kind]
    words = html.escape(card.text, quote=False).replace("\n", "<br>")
    return (
        f"<figure{own_attributes(cls=f'block-card {cls}', id=anchor)}>"
        f"<blockquote{own_attributes(cls='block-card__text')}>{words}</blockquote>"
        f"<figcaption{own_attributes(cls='block-card__from')}>{kind} · {_mark(number)}"
        f"{_shown_instead(number, card)}</figcaption></figure>\n"
    )


def _attributes(number: int, anchor: str = "") -> dict[str, str]:
    attributes = {"type": "button", "class": SOURCE_MARK, "popovertarget": f"{CARD_PREFIX}{number}"}
    return attributes | ({"id": anchor} if anchor else {})


def _mark(number: int) -> str:
    attributes = "".join(f' {name}="{own(value)}"' for name, value in _attributes(number).items())
    word = f"<span{own_attributes(cls='source-mark__word')}>{_WORD}</span>"
    return f"<button{attributes}>{word}{number}</button>"


def _merged(number: int, card: BlockCard) -> str:
    merged = card.number != number and card.state is not CardState.UNKNOWN
    return f"is samengevoegd met bouwsteen {card.number}, en die " if merged else ""


def _shown_instead(number: int, card: BlockCard) -> str:
    return "" if card.number == number else f", samengevoegd met bouwsteen {card.number}"
