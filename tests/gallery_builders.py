"""Pictures of a beeldverslag for tests; a transaction of its own each."""

import struct
import zlib

from app.conversations.gallery import service
from app.conversations.gallery.rules import PictureWords
from app.conversations.gallery.service import SentFile
from app.core.db import unit_of_work
from app.core.permissions import Actor
from app.core.submissions import new_key

WORDS = PictureWords(
    "Een lege stoel bij het raam", decorative=False, caption="De lege stoel", story="Zo zit dat."
)


def png(grey: int = 200, side: int = 24) -> bytes:
    """A real picture of one shade."""
    rows = b"".join(b"\0" + bytes([grey]) * side for _ in range(side))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def add_picture(
    actor: Actor, number: int | None = None, *, words: PictureWords = WORDS, grey: int = 200
) -> str:
    """A picture in the beeldverslag of a conversation, or in the shared one; the address of that."""
    with unit_of_work():
        return service.add_picture(actor, number, SentFile(png(grey), "stoel.png"), words, key=new_key())


def add_reaction(actor: Actor, text: str = "Ik mis een beeld van de balie.") -> None:
    """What somebody misses in the shared beeldverslag."""
    with unit_of_work():
        service.react(actor, text, key=new_key())
