"""The form of a sheet: a field per place, one line per entry, and with each what the form knew of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.conversations.canvas import rules
from app.conversations.canvas.queries import Entries
from app.conversations.canvas.rules import KnownLine
from app.conversations.canvas.sheets import CANVAS, FIELD_NAMES, MODEL, Sheet, Target
from app.conversations.canvas.written import TypedCore, TypedField, TypedNotes, Written
from app.conversations.kinds import ModelPart
from app.conversations.queries import ShownConversation
from app.core.submissions import new_key
from app.text.signs import clean
from app.web.forms import LARGEST_NUMBER, FormReader

SEEN = "gezien-"
NOTES, CORE, REASON = "aantekeningen", "kern", "kern-waarom"
PUT_BACK = "zet-terug"
FIELD_LIMIT = 40_000
MOST_KNOWN = 2 * rules.MOST_ENTRIES


@dataclass(frozen=True, slots=True)
class FormField:
    """A field as it stands in the form: the lines, and what the form knew of the entries there."""

    text: str
    seen: tuple[KnownLine, ...] = ()

    @property
    def seen_value(self) -> str:
        """What the form carries along to be sent back."""
        return seen_value(self.seen)


@dataclass(frozen=True, slots=True)
class TypedSheet:
    """Everything in the form of a sheet, as it was typed."""

    fields: Mapping[Target, FormField]
    notes: TypedNotes
    core: TypedCore
    put_back: tuple[int, ...] = ()
    form: str = field(default_factory=new_key)

    def written(self, sheet: Sheet) -> Written:
        """The same for the service: the free notes are on the canvas, the closing question on the model."""
        fields = {
            target: TypedField(typed.seen, tuple(rules.lines_of(typed.text)))
            for target, typed in self.fields.items()
        }
        return Written(
            form=self.form,
            fields=fields,
            notes=self.notes if sheet is CANVAS else None,
            core=self.core if sheet is MODEL else None,
            put_back=self.put_back,
        )


def sheet_as_it_is(conversation: ShownConversation, entries: Entries, sheet: Sheet) -> TypedSheet:
    """The form with what is written down now."""
    lines = {target: entries.get(target, ()) for target in sheet.targets}
    return TypedSheet(
        fields={t: FormField("\n".join(line.text for line in known), known) for t, known in lines.items()},
        notes=TypedNotes(conversation.notes, conversation.notes),
        core=TypedCore(
            conversation.core_part,
            conversation.core_part,
            conversation.core_reason,
            conversation.core_reason,
        ),
    )


def read_sheet(reader: FormReader, sheet: Sheet) -> TypedSheet:
    """The form of a sheet as somebody sent it."""
    return TypedSheet(
        fields={target: _read_field(reader, FIELD_NAMES[target]) for target in sheet.targets},
        notes=TypedNotes(reader.text(f"{SEEN}{NOTES}"), reader.text(NOTES)),
        core=TypedCore(
            reader.choice(f"{SEEN}{CORE}", ModelPart, required=False),
            reader.choice(CORE, ModelPart, required=False),
            reader.line(f"{SEEN}{REASON}", limit=FIELD_LIMIT),
            reader.line(REASON, limit=FIELD_LIMIT),
        ),
        put_back=reader.identifiers(PUT_BACK),
        form=reader.line("formulier", limit=80) or new_key(),
    )


def seen_value(seen: tuple[KnownLine, ...]) -> str:
    """Entries and their texts, to be carried by a form."""
    return json.dumps([[line.entry_id, line.text] for line in seen], ensure_ascii=False)


def _read_field(reader: FormReader, name: str) -> FormField:
    return FormField(reader.text(name, limit=FIELD_LIMIT), _read_seen(reader.text(f"{SEEN}{name}")))


def _read_seen(value: str) -> tuple[KnownLine, ...]:
    """What the form knew; one that was tampered with knew nothing, and then no line is taken away."""
    try:
        rows = json.loads(value or "[]")
        if len(rows) > MOST_KNOWN:
            return ()
        return tuple(KnownLine(_entry_id(entry_id), clean(str(text))) for entry_id, text in rows)
    except (ValueError, TypeError, RecursionError):
        return ()


def _entry_id(value: object) -> int:
    if isinstance(value, int) and 0 < value <= LARGEST_NUMBER:
        return value
    raise ValueError(value)
