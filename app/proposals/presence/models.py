"""Who is at work where: the person and the paragraph, never the text."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base


class Presence(Base):
    """Somebody changes a page, or looks at a proposal, and was seen doing so at `seen_at`.

    `subject` is "page:12" or "proposal:5"; `place` is the key of a paragraph as it was published.
    """

    __tablename__ = "presence"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True, index=True)
    place: Mapped[str] = mapped_column(default="")
    seen_at: Mapped[datetime]
