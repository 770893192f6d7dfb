"""One number that changes whenever something changes that a reader without an account can see."""

from sqlalchemy import update
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, db


class SiteState(Base):
    """A single row, made by the migration."""

    __tablename__ = "site_state"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_version: Mapped[int]


PUBLIC_VERSION_QUERY = "SELECT public_version FROM site_state WHERE id = 1"


def bump_public_version() -> None:
    """Say, inside the running transaction, that stored public pages are out of date."""
    db.session.execute(
        update(SiteState).where(SiteState.id == 1).values(public_version=SiteState.public_version + 1)
    )
