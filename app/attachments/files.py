"""The folder that holds the content of files, each under the hash of what it holds."""

import os
import re
import tempfile
from pathlib import Path
from typing import cast

from flask import current_app

from config import Settings

FOLDER = "attachments"
SHA256 = re.compile(r"[0-9a-f]{64}")


def path_of(sha256: str) -> Path:
    """Where the content with this hash is kept; anything that is not a hash is refused."""
    if SHA256.fullmatch(sha256) is None:
        raise ValueError("not a SHA-256")
    settings = cast(Settings, current_app.extensions["settings"])
    return settings.data_dir / FOLDER / sha256


def write_once(sha256: str, data: bytes) -> None:
    """Keep the content: whole or not at all, also when the disk is full or the power fails half way."""
    target = path_of(sha256)
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
