"""The protection of pages: who may propose and who decides, for how long and why."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, enum_type
from app.pages.care.kinds import DecisionRule, ProposerGroup


class Protection(Base):
    """One protection of a page, kept after it ended: together they are the history of its protection.

    `decider_id` is set with `DecisionRule.NAMED` alone. It holds until `lifted_at` or `ends_at`.
    """

    __tablename__ = "protection"
    __table_args__ = (
        Index(
            "uq_protection_page",
            "page_id",
            unique=True,
            sqlite_where=text("lifted_at IS NULL"),
            postgresql_where=text("lifted_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"), index=True)
    proposers: Mapped[ProposerGroup] = mapped_column(enum_type(ProposerGroup))
    decision_rule: Mapped[DecisionRule] = mapped_column(enum_type(DecisionRule))
    decider_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    reason: Mapped[str]
    set_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    set_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    lifted_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    lifted_at: Mapped[datetime | None]
