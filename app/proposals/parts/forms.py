"""The form on which a redacteur takes over a part of a proposal."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.pages.rules import BODY_LIMIT, LEAD_LIMIT, REASON_LIMIT, TITLE_LIMIT, PageContent
from app.proposals.forms import TypedDecision, read_part_decision
from app.proposals.parts.plans import Cuts, EditedText, PartWish
from app.web.forms import FormReader


class PartAction(StrEnum):
    """What was asked with the form; the values are those of its buttons."""

    TAKE = "neem"
    EDIT = "bewerk"
    PREVIEW = "voorbeeld"


@dataclass(frozen=True, slots=True)
class TypedPart:
    """Everything in the form, as it was typed."""

    decision: TypedDecision
    wish: PartWish
    action: PartAction = PartAction.TAKE

    @property
    def hidden(self) -> Iterator[tuple[str, str]]:
        """Names and values of the fields that go along to a next screen."""
        yield from ((f"deel-{key}", "1") for key in sorted(self.wish.taken))
        yield from ((f"reden-{key}", reason) for key, reason in self.wish.reasons.items() if reason)

    @property
    def hidden_edits(self) -> Iterator[tuple[str, str]]:
        """The same for what was typed over the result."""
        for position, edit in self.wish.edits.items():
            yield f"gezien-{position}", str(edit.seen_id or "")
            yield f"getoond-{position}", edit.shown
            yield f"titel-{position}", edit.content.title
            yield f"samenvatting-{position}", edit.content.lead
            yield f"tekst-{position}", edit.content.body


def read_part(reader: FormReader, proposal_id: int, cuts: Cuts) -> TypedPart:
    """What was ticked of these changes, why the rest is left, and what was typed over the result."""
    action = reader.choice("actie", PartAction) or PartAction.TAKE
    keys = [part.key for cut in cuts for part in cut.parts]
    edits = ((cut.change.position, _read_edit(reader, cut.change.position)) for cut in cuts)
    return TypedPart(
        decision=read_part_decision(reader, proposal_id, reason_needed=action is PartAction.TAKE),
        wish=PartWish(
            taken=frozenset(key for key in keys if reader.flag(f"deel-{key}")),
            reasons={key: reader.text(f"reden-{key}", limit=REASON_LIMIT) for key in keys},
            edits={position: edit for position, edit in edits if edit},
        ),
        action=action,
    )


def _read_edit(reader: FormReader, position: int) -> EditedText | None:
    shown = reader.line(f"getoond-{position}")
    if not shown:
        return None
    content = PageContent(
        reader.line(f"titel-{position}", limit=TITLE_LIMIT, required=True),
        reader.line(f"samenvatting-{position}", limit=LEAD_LIMIT),
        reader.text(f"tekst-{position}", limit=BODY_LIMIT, required=True),
    )
    return EditedText(reader.identifier(f"gezien-{position}"), content, shown)
