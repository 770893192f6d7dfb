"""The form with which one signs up or withdraws: whichever button was pressed."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.conversations.kinds import WorkKind
from app.core.submissions import new_key
from app.web.forms import FormReader


class SignUpStep(StrEnum):
    """What somebody does with her place; the values are those of the form."""

    JOIN = "aanmelden"
    LEAVE = "afmelden"


@dataclass(frozen=True, slots=True)
class TypedSignUp:
    """Everything in the form."""

    step: SignUpStep | None = None
    work_kind: WorkKind | None = None
    key: str = field(default_factory=new_key)


def read_sign_up(reader: FormReader) -> TypedSignUp:
    """The kind of work is needed for signing up alone."""
    step = reader.choice("stap", SignUpStep)
    return TypedSignUp(
        step=step,
        work_kind=reader.choice("werk", WorkKind, required=step is SignUpStep.JOIN),
        key=reader.line("sleutel") or new_key(),
    )
