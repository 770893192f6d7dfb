"""Writing along on somebody's proposal: one asks, an author of it allows it or not."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base


class CoAuthorRequest(Base):
    """The wish of a colleague to write along; `accepted` is None until an author answered, with `answer`."""

    __tablename__ = "co_author_request"

    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True, index=True)
    words: Mapped[str]
    asked_at: Mapped[datetime]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    answered_at: Mapped[datetime | None]
    accepted: Mapped[bool | None]
    answer: Mapped[str]
