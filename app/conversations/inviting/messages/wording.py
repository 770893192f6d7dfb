"""Pieces of sentences that several messages share."""

from app.conversations.inviting.facts import ConversationFacts
from app.conversations.kinds import ConversationFormat, MeetingPlace
from app.core.clock import local
from app.web.dates import clock_time, date_nl

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
CRAFT = "ambtelijk vakmanschap"
GUIDE = "de gids Samen werken aan ambtelijk vakmanschap"
HOW: dict[ConversationFormat, str] = {
    ConversationFormat.QUESTIONS: "We praten aan de hand van een paar open vragen. Voorbereiden hoeft niet.",
    ConversationFormat.STORIES: (
        "Neem een foto, een voorwerp of een krantenbericht mee dat voor jou over ambtelijk vakmanschap gaat. "
        "Je vertelt er in vijf minuten over."
    ),
    ConversationFormat.MODEL: (
        "Samen vullen we het model van ‘de’ ambtenaar in: wat die weet, voelt en doet, waar die buikpijn van "
        "krijgt en waar die naartoe gaat. Voorbereiden hoeft niet."
    ),
    ConversationFormat.OWN: "We praten met elkaar aan de hand van een korte agenda.",
}


def about(facts: ConversationFacts) -> str:
    """What the conversation is about, to follow "over": its theme, or the craft as a whole."""
    return _in_a_sentence(facts.topic) if facts.topic else CRAFT


def when(facts: ConversationFacts) -> str:
    """The day and the time in full: "dinsdag 3 november 2026 van 14.00 tot 15.30 uur"."""
    times = f"van {clock_time(facts.starts_at)} tot {clock_time(facts.ends_at)} uur"
    return f"{WEEKDAYS[local(facts.starts_at).weekday()]} {date_nl(facts.starts_at)} {times}"


def where(facts: ConversationFacts) -> str:
    """The place, or what stands in for it."""
    if facts.place is MeetingPlace.ON_SITE:
        return facts.location or "dat hoor je nog"
    way = "online" if facts.place is MeetingPlace.ONLINE else "online en op één plek"
    return f"{way}: {facts.location}" if facts.location else way


def company(facts: ConversationFacts) -> str:
    """Who sits at the table, in numbers."""
    few = facts.colleagues < len(NUMBERS)
    number = NUMBERS[facts.colleagues] if few else str(facts.colleagues)
    others = "één collega" if facts.colleagues == 1 else f"{number} collega’s"
    return f"{facts.host} en {others}" if facts.host else others


def signed(facts: ConversationFacts) -> str:
    """The end of a letter."""
    return f"Groet,\n{facts.host}" if facts.host else "Groet"


def paragraphs(*parts: str) -> str:
    """The parts that say something, with an empty line between them."""
    return "\n\n".join(part for part in parts if part)


def _in_a_sentence(name: str) -> str:
    """The name of a theme within a sentence; what is written in capitals stays so."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
