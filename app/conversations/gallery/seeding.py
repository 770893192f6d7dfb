"""Loading the example pictures that come with the program: once, and never over what people did."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import select

from app.accounts.examples import EXAMPLE_PEOPLE
from app.accounts.models import Account
from app.attachments.service import store
from app.conversations.models import Conversation, GalleryFile, GalleryPicture, GalleryReaction
from app.core.clock import now
from app.core.content_files import read_entries
from app.core.db import db, unit_of_work
from app.core.upsert import insert_unless_there

FILE, FOLDER = Path("voorbeelden", "beelden.yml"), Path("voorbeelden", "beelden")

Entry = Mapping[str, str]


def load_example_pictures(content_dir: Path) -> None:
    """Load them when no picture ever came in, and the example people are there to have added them."""
    if db.session.scalar(select(GalleryFile.sha256).limit(1)) is not None or not _people():
        return
    entries: list[Entry] = read_entries(content_dir / FILE)
    with unit_of_work():
        people = _people()
        for position, entry in enumerate(entries, start=1):
            author_id = people[entry["van"]]
            if "reactie" in entry:
                db.session.add(_reaction(entry, author_id))
            else:
                db.session.add(_picture(entry, content_dir, author_id, position))


def _people() -> dict[str, int]:
    """The accounts of the example people, by their key; none outside a try-out."""
    addresses = {person.email: person.key for person in EXAMPLE_PEOPLE}
    found = select(Account.email_key, Account.id).where(Account.email_key.in_(addresses))
    return {addresses[email or ""]: account_id for email, account_id in db.session.execute(found)}


def _reaction(entry: Entry, author_id: int) -> GalleryReaction:
    moment = now()
    return GalleryReaction(
        author_id=author_id, text=entry["reactie"], at=moment, answer=entry["antwoord"], answered_at=moment
    )


def _picture(entry: Entry, content_dir: Path, author_id: int, position: int) -> GalleryPicture:
    sha256 = _file(content_dir / FOLDER / entry["beeld"]) if "beeld" in entry else None
    number = entry.get("gesprek")
    example = select(Conversation.id).where(Conversation.id == number, Conversation.is_example)
    return GalleryPicture(
        conversation_id=db.session.scalar(example) if number else None,
        sha256=sha256,
        alt=entry["beschrijving"],
        caption=entry["bijschrift"],
        story=entry["verhaal"],
        position=position,
        added_by_id=author_id,
        added_at=now(),
    )


def _file(path: Path) -> str:
    sha256 = store(path.read_bytes(), path.name)
    insert_unless_there(GalleryFile, {"sha256": sha256}, unique=("sha256",))
    return sha256
