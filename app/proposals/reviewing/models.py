"""What colleagues think of a proposal: advice by anybody, approval by a redacteur where two are needed."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, enum_type
from app.proposals.reviewing.kinds import LapseCause, ReviewVerdict


class Review(Base):
    """One opinion about one version of a proposal; it lapses, with the reason, and is never removed."""

    __tablename__ = "review"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("proposal_version.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    verdict: Mapped[ReviewVerdict] = mapped_column(enum_type(ReviewVerdict))
    words: Mapped[str]
    at: Mapped[datetime]
    lapsed_at: Mapped[datetime | None]
    lapsed_because: Mapped[LapseCause | None] = mapped_column(enum_type(LapseCause))
