"""Where a proposal and its page went apart, what was chosen there, and which changes were taken over."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, enum_type
from app.proposals.kinds import Choice, PartKind


class ConflictColumns:
    """Every text that stood to be chosen at one place of a page, which became `revision_id`."""

    base_revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    position: Mapped[int]
    part: Mapped[str]
    base_text: Mapped[str]
    current_text: Mapped[str]
    proposed_text: Mapped[str]
    own_text: Mapped[str] = mapped_column(default="")


class Conflict(ConflictColumns, Base):
    """One place that was changed both on the page (now `revision_id`) and in a proposed change.

    Without `event_id` it still has to be settled; settled ones stay, so that no text that was given up is
    lost. What was settled in a draft has the version it was begun on, in `base_revision_id`: it came along
    when that was sent in, and is for its author alone.
    """

    __tablename__ = "conflict"

    id: Mapped[int] = mapped_column(primary_key=True)
    change_id: Mapped[int] = mapped_column(ForeignKey("proposal_change.id"), index=True)
    choice: Mapped[Choice | None] = mapped_column(enum_type(Choice))
    event_id: Mapped[int | None] = mapped_column(ForeignKey("proposal_event.id"), index=True)


class ChangeChoice(Base):
    """Whether one part of a proposed change was taken over by a decision, and if not why.

    `old_text` and `new_text` are the words of that part, which is counted by `position`.
    """

    __tablename__ = "change_choice"

    event_id: Mapped[int] = mapped_column(ForeignKey("proposal_event.id"), primary_key=True)
    change_id: Mapped[int] = mapped_column(ForeignKey("proposal_change.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[PartKind] = mapped_column(enum_type(PartKind))
    taken: Mapped[bool]
    old_text: Mapped[str]
    new_text: Mapped[str]
    reason: Mapped[str]
