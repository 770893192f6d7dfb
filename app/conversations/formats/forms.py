"""The forms of a format: a next version, and a suggestion. Field names are Dutch."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.conversations.formats import rules
from app.conversations.formats.queries import ShownFormat
from app.conversations.formats.rules import (
    AgendaPart,
    FormatText,
    read_agenda,
    read_questions,
    written_agenda,
    written_questions,
)
from app.conversations.kinds import ConversationFormat, ModelPart
from app.core.errors import Invalid
from app.core.submissions import new_key
from app.web.forms import FormReader
from app.web.labels import label
from app.web.naming import CONFIRMED

FIELDS = {"reason": "reden", "questions": "vragen", "text": "woorden"}
"""What the service calls a field, and its name in the page where that differs."""
LAST = "Tot slot"
MODEL_NAMES: Mapping[str, str] = {**{part.value: label(part) for part in ModelPart}, "": LAST}
"""What the groups of the model's questions are called on the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedFormat:
    """Everything in the form, as it was typed; `parts` is what the agenda means."""

    intro: str = ""
    agenda: str = ""
    parts: tuple[AgendaPart, ...] = ()
    questions: str = ""
    reason: str = ""
    confirmed: bool = False
    base: int = 0
    key: str = field(default_factory=new_key)

    @property
    def words(self) -> dict[str, str]:
        """What colleagues will read, by the name of its field in the page."""
        return {
            "inleiding": self.intro,
            "agenda": self.agenda,
            "vragen": self.questions,
            "reden": self.reason,
        }

    def text(self, kind: ConversationFormat) -> FormatText:
        """What is asked for, of a form without errors."""
        return FormatText(
            intro=self.intro,
            agenda=self.parts,
            questions=read_questions(self.questions, _words(kind)),
            reason=self.reason,
        )


@dataclass(frozen=True, slots=True)
class TypedReply:
    """An answer to a suggestion, as it was typed."""

    suggestion_id: int = 0
    text: str = ""
    confirmed: bool = False

    @property
    def place(self) -> str:
        """The name of its field in the page, where each suggestion has one."""
        return f"antwoord-{self.suggestion_id}"


NO_REPLY = TypedReply()
"""Nothing was answered yet."""


def read_reply(reader: FormReader, suggestion_id: int) -> TypedReply:
    """The answer as it was sent."""
    return TypedReply(suggestion_id, reader.text("antwoord"), reader.flag(CONFIRMED))


def group_names(kind: ConversationFormat) -> Mapping[str, str]:
    """What the groups of questions are called, where that is not the word that is kept."""
    return MODEL_NAMES if kind is ConversationFormat.MODEL else {}


def filled_from(shown: ShownFormat) -> TypedFormat:
    """The form as it opens for a format."""
    return TypedFormat(
        intro=shown.intro,
        agenda=written_agenda(shown.agenda),
        questions=written_questions(shown.questions, group_names(shown.format)),
        base=shown.number,
    )


def read_format(reader: FormReader) -> TypedFormat:
    """The form as it was sent."""
    agenda = reader.text("agenda")
    return TypedFormat(
        intro=reader.text("inleiding", limit=rules.INTRO_LIMIT, required=True),
        agenda=agenda,
        parts=_agenda(reader, agenda),
        questions=reader.text("vragen"),
        reason=reader.text("reden", limit=rules.REASON_LIMIT, required=True),
        confirmed=reader.flag(CONFIRMED),
        base=reader.identifier("basis") or 0,
        key=reader.line("sleutel") or new_key(),
    )


def refuse(reader: FormReader, error: Invalid) -> None:
    """Note at its own field what the service refused."""
    reader.fail(FIELDS.get(error.field, error.field), error.code, **error.facts)


def _agenda(reader: FormReader, text: str) -> tuple[AgendaPart, ...]:
    try:
        return read_agenda(text)
    except Invalid as error:
        refuse(reader, error)
        return ()


def _words(kind: ConversationFormat) -> Mapping[str, str]:
    return {name.casefold(): word for word, name in group_names(kind).items()}
