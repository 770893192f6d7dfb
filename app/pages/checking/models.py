"""Revisions that were published at once, and are looked at by somebody else afterwards."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, enum_type
from app.pages.checking.kinds import CheckCause, CheckVerdict


class AfterCheck(Base):
    """A promise that somebody of the redactie looks at a revision; `checked_at` is None until then."""

    __tablename__ = "after_check"

    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), primary_key=True)
    cause: Mapped[CheckCause] = mapped_column(enum_type(CheckCause))
    due_at: Mapped[datetime] = mapped_column(index=True)
    checked_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    checked_at: Mapped[datetime | None]
    verdict: Mapped[CheckVerdict | None] = mapped_column(enum_type(CheckVerdict))
    words: Mapped[str] = mapped_column(default="")
