"""What belongs with a picture of a beeldverslag, and who may do what with it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.errors import Invalid
from app.core.permissions import Actor, Permission

ALT_LIMIT = 500
CAPTION_LIMIT = 200
STORY_LIMIT = 5_000
REACTION_LIMIT = 2_000
MOST_PICTURES = 60
"""In the beeldverslag of one conversation; the shared one grows on."""


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What is told with a picture: for who does not see it, under it, and what a participant told.

    `decorative` says that there is nothing to describe; then `alt` is empty.
    """

    alt: str
    decorative: bool
    caption: str
    story: str

    @property
    def fingerprint(self) -> str:
        """Changes with every word, so that a form can tell which words it has seen."""
        words = "\0".join((self.alt, str(self.decorative), self.caption, self.story))
        return hashlib.sha256(words.encode()).hexdigest()[:16]


def check_words(words: PictureWords, *, has_picture: bool) -> None:
    """Refuse what nobody can follow: a picture without a word for the ear, or an object without its story."""
    if has_picture and not words.alt.strip() and not words.decorative:
        raise Invalid("alt_missing", field="alt")
    if words.alt.strip() and words.decorative:
        raise Invalid("alt_of_decoration", field="alt")
    if not words.caption.strip():
        raise Invalid("caption_missing", field="caption")
    if not has_picture and not words.story.strip():
        raise Invalid("story_missing", field="story")
    for name, limit in (("alt", ALT_LIMIT), ("caption", CAPTION_LIMIT), ("story", STORY_LIMIT)):
        if len(getattr(words, name)) > limit:
            raise Invalid("text_too_long", field=name, limit=limit)


def check_reaction(text: str) -> None:
    """Refuse a reaction or an answer that says nothing, or too much at once."""
    if not text.strip():
        raise Invalid("reaction_missing", field="text")
    if len(text) > REACTION_LIMIT:
        raise Invalid("text_too_long", field="text", limit=REACTION_LIMIT)


def check_room(number: int) -> None:
    """Refuse one more picture in a beeldverslag that has so many."""
    if number >= MOST_PICTURES:
        raise Invalid("gallery_full", field="file", limit=MOST_PICTURES)


def may_change_shared(actor: Actor, added_by_id: int) -> bool:
    """Whether this person may change a picture of the shared one: who brought it may, and the redactie."""
    return actor.may(Permission.CURATE) or (
        actor.may(Permission.CONVERSE) and actor.account_id == added_by_id
    )


def moved(order: Sequence[int], picture_id: int, *, up: bool) -> list[int]:
    """The order with one picture a place further up or down; at the end it stays where it is."""
    fresh = list(order)
    at = fresh.index(picture_id)
    to = at - 1 if up else at + 1
    if 0 <= to < len(fresh):
        fresh[at], fresh[to] = fresh[to], fresh[at]
    return fresh
