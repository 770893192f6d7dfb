"""The forms of discussions: a first comment, and a turn in one that was opened."""

from dataclasses import dataclass, field

from app.core.submissions import new_key
from app.discussions.kinds import DiscussionStep
from app.discussions.rules import COMMENT_LIMIT
from app.web.forms import FormReader

FIELDS = {"body": "reactie"}
"""What the service calls a field, and its name in the page."""


@dataclass(frozen=True, slots=True)
class TypedComment:
    """Everything in a form, as it was typed; `place` is the word for what it is about."""

    body: str = ""
    place: str = ""
    step: DiscussionStep | None = None
    seen: int = 0
    key: str = field(default_factory=new_key)


def read_opening(reader: FormReader) -> TypedComment:
    """The first comment of a discussion."""
    return TypedComment(
        body=reader.text("reactie", limit=COMMENT_LIMIT, required=True),
        place=reader.line("plek"),
        key=reader.line("sleutel") or new_key(),
    )


def read_turn(reader: FormReader) -> TypedComment:
    """A turn in a discussion; words are needed for a reply alone."""
    step = reader.choice("stap", DiscussionStep)
    return TypedComment(
        body=reader.text("reactie", limit=COMMENT_LIMIT, required=step is DiscussionStep.REPLY),
        step=step,
        seen=reader.identifier("gezien") or 0,
        key=reader.line("sleutel") or new_key(),
    )
