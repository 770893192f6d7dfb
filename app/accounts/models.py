"""People, their roles, and what is kept about signing in."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.kinds import AccountKind
from app.core.db import Base, enum_type
from app.core.permissions import Role


class Account(Base):
    """A person. `email_key` is the casefolded address, because SQLite compares ASCII only.

    `shows_presence` is whether others may see on which paragraph this person is at work.
    """

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    email_key: Mapped[str | None] = mapped_column(unique=True)
    password_hash: Mapped[str | None]
    kind: Mapped[AccountKind] = mapped_column(enum_type(AccountKind))
    active: Mapped[bool] = mapped_column(default=True)
    shows_presence: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]
    roles: Mapped[list["AccountRole"]] = relationship(cascade="all, delete-orphan", lazy="raise_on_sql")


class AccountRole(Base):
    """One role of one account; an account has a set of them."""

    __tablename__ = "account_role"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    role: Mapped[Role] = mapped_column(enum_type(Role), primary_key=True)


class LoginSession(Base):
    """A signed-in browser; only a hash of its token is kept, and signing out revokes it here."""

    __tablename__ = "login_session"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    created_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class SignInAttempt(Base):
    """One try to sign in, counted per account and per address."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (
        Index("ix_sign_in_attempt_account", "account_key", "at"),
        Index("ix_sign_in_attempt_address", "address", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_key: Mapped[str]
    address: Mapped[str]
    at: Mapped[datetime]
    ok: Mapped[bool]
