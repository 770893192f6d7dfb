"""Putting some of the invented people in the pool, so that a try-out shows whom one can ask; once."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.accounts.examples import EXAMPLE_PEOPLE
from app.accounts.models import Account
from app.conversations.kinds import ConversationPart
from app.conversations.models import Conversation, FacilitatorAvailability
from app.core.clock import today
from app.core.content_files import read_entries
from app.core.db import db, unit_of_work

FILE = Path("voorbeelden", "begeleiders.yml")


def load_example_pool(content_dir: Path) -> None:
    """Load them as long as there is no conversation: afterwards an empty pool is what people made of it."""
    addresses = {person.email: person.key for person in EXAMPLE_PEOPLE}
    people = select(Account.email_key, Account.id).where(Account.email_key.in_(addresses))
    accounts = {addresses[email or ""]: number for email, number in db.session.execute(people)}
    if not accounts or db.session.scalar(select(Conversation.id).limit(1)) is not None:
        return
    entries: list[dict[str, Any]] = read_entries(content_dir / FILE)
    with unit_of_work():
        for entry in entries:
            period = FacilitatorAvailability(
                account_id=accounts[entry["wie"]],
                part=ConversationPart(entry["deel"]),
                begins_on=today() + timedelta(days=entry["van"]),
                ends_on=today() + timedelta(days=entry["tot"]),
                note=entry["opmerking"],
            )
            db.session.add(period)
