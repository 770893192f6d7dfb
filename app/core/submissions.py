"""One-time keys of forms: a double click, a reload or a resend has one effect and one answer."""

import hashlib
import secrets
from datetime import datetime

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, mapped_column

from app.core.clock import now
from app.core.db import Base, db
from app.core.upsert import insert_unless_there


class Submission(Base):
    """A form that was sent in, and where its answer is."""

    __tablename__ = "submission"

    key: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    result_url: Mapped[str]
    created_at: Mapped[datetime]


def new_key() -> str:
    """A fresh key for a form about to be shown."""
    return secrets.token_urlsafe(16)


def worded(key: str, *words: object) -> str:
    """The key of a form that brings these words: whoever goes back and types others, sends another form.

    Without it those would be taken for a second press, and told to be kept.
    """
    return f"{key}:{hashlib.sha256(repr(words).encode()).hexdigest()[:16]}"


def claim(key: str, account_id: int) -> str | None:
    """Claim the key for this transaction: None when it is ours, else the address of the earlier answer.

    Keys are kept per account, so that nobody learns the answer to another person's form.
    """
    own_key = f"{account_id}:{key}"
    fresh = insert_unless_there(
        Submission,
        {"key": own_key, "account_id": account_id, "result_url": "", "created_at": now()},
        unique=("key",),
    )
    if fresh:
        return None
    earlier = db.session.get_one(Submission, own_key)
    return earlier.result_url


def earlier_answer(key: str, account_id: int) -> str | None:
    """Where the answer to this form is, when it was sent in before; claims nothing."""
    mine = select(Submission.result_url).where(Submission.key == f"{account_id}:{key}")
    return db.session.scalar(mine) or None


def answer(key: str, account_id: int, result_url: str) -> None:
    """Remember where the answer to a claimed form is."""
    own_key = f"{account_id}:{key}"
    db.session.execute(update(Submission).where(Submission.key == own_key).values(result_url=result_url))
