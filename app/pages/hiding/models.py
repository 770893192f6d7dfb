"""Hiding a revision, or a name in it, for the sake of somebody's privacy: one asks, another confirms."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base


class RevisionHiding(Base):
    """A request to hide the text of a revision, or the name of one of its people (`account_id`).

    It is in force from the moment a second redacteur confirmed it; `confirmed` is None until it is answered.
    """

    __tablename__ = "revision_hiding"

    id: Mapped[int] = mapped_column(primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    reason: Mapped[str]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    asked_at: Mapped[datetime]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    answered_at: Mapped[datetime | None]
    confirmed: Mapped[bool | None]
