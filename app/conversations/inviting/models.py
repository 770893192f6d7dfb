"""Who signed up, and what people think of statements; kept apart from what conversations bring forth."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.conversations.kinds import Opinion, SignUpState, WorkKind
from app.core.db import Base, enum_type


class SignUp(Base):
    """A colleague who wants to take part: removed after the report back, never joined to bouwstenen."""

    __tablename__ = "sign_up"

    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True, index=True)
    work_kind: Mapped[WorkKind] = mapped_column(enum_type(WorkKind))
    state: Mapped[SignUpState] = mapped_column(enum_type(SignUpState))
    at: Mapped[datetime]


class Statement(Base):
    """A statement to agree or disagree with, for one conversation or for everybody."""

    __tablename__ = "statement"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[int | None] = mapped_column(ForeignKey("conversation.id"), index=True)
    text: Mapped[str]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    made_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class StatementAnswer(Base):
    """One opinion; `voter_key` is a keyed hash, so that nobody answers twice and nobody is named.

    When it was given is not kept: beside the log of the server it would tell by whom.
    """

    __tablename__ = "statement_answer"
    __table_args__ = (Index("ix_statement_answer_opinion", "statement_id", "opinion"),)

    statement_id: Mapped[int] = mapped_column(ForeignKey("statement.id"), primary_key=True)
    voter_key: Mapped[str] = mapped_column(primary_key=True)
    opinion: Mapped[Opinion] = mapped_column(enum_type(Opinion))
    reason: Mapped[str] = mapped_column(default="")
