"""Keeping files."""

import hashlib

from app.attachments.files import write_once
from app.attachments.models import Attachment
from app.attachments.rules import media_type_of, plain_file_name
from app.core.clock import now
from app.core.upsert import insert_unless_there


def store(data: bytes, file_name: str) -> str:
    """Keep a picture and return its SHA-256; equal content is kept once, under the name it first came with.

    The content is on disk before the row is committed; an undone transaction leaves a file that nobody names.
    Raises `Invalid` when it is empty, larger than 5 MB, or no PNG, JPEG, GIF or WebP.
    """
    media_type = media_type_of(data)
    sha256 = hashlib.sha256(data).hexdigest()
    write_once(sha256, data)
    values = {
        "sha256": sha256,
        "media_type": media_type,
        "file_name": plain_file_name(file_name),
        "size": len(data),
        "created_at": now(),
    }
    insert_unless_there(Attachment, values, unique=("sha256",))
    return sha256
