"""What becomes of noted lines: their keys, one text of several, and which may leave the conversation."""

import hashlib
from collections.abc import Collection, Iterable, Mapping

from app.building_blocks.harvesting.kinds import HeldBack

SENTENCE_ENDS = (".", "!", "?", "…", "”", "’")


def line_key(conversation_id: int, key: str) -> str:
    """The origin of a typed line; a key counts within its conversation only."""
    return f"gesprek-{conversation_id}:{key}"


def entry_key(entry_id: int) -> str:
    """The origin of what was taken over from the canvas or the model."""
    return f"canvas:{entry_id}"


def split_key(number: int, seen_event: int, text: str) -> str:
    """The origin of a piece that was split off: the same words from the same form are the same piece.

    Splitting off leaves the first text as it was, so a next form has seen the same and brings other words.
    """
    return f"deel:{number}:{seen_event}:{hashlib.sha256(text.encode()).hexdigest()[:32]}"


def joined_text(texts: Iterable[str]) -> str:
    """Several texts as one: each a sentence, none twice."""
    once = dict.fromkeys(text.strip() for text in texts)
    return " ".join(text if text.endswith(SENTENCE_ENDS) else f"{text}." for text in once if text)


def held_back(
    standing: Mapping[int, int], seen: Mapping[int, int], found: Collection[int], confirmed: Collection[int]
) -> dict[int, HeldBack]:
    """Which bouwstenen stay, and why: nothing goes out unread, and no personal data without a yes.

    `standing` and `seen` give the newest row of each timeline as it is, and as it was on the form; `found`
    are those in which something points at a person, `confirmed` those of which somebody said that it may.
    """
    stay = {}
    for number, last_event in standing.items():
        if seen.get(number) != last_event:
            stay[number] = HeldBack.CHANGED
        elif number in found and number not in confirmed:
            stay[number] = HeldBack.PERSONAL_DATA
    return stay
