"""What may be kept as a picture: decided by what a file holds, never by its name."""

from app.core.errors import Invalid

MEGABYTE = 1024 * 1024
SIZE_LIMIT = 5 * MEGABYTE
RASTER_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
NAME_LIMIT = 120

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


def media_type_of(data: bytes) -> str:
    """The type of a picture by its first bytes; anything else is refused, SVG too: it can hold scripts.

    Raises `Invalid` with `file_empty`, `file_too_large` or `file_kind_refused`.
    """
    if not data:
        raise Invalid("file_empty", field="file")
    if len(data) > SIZE_LIMIT:
        raise Invalid("file_too_large", field="file", limit=SIZE_LIMIT // MEGABYTE)
    for beginning, media_type in _BEGINNINGS:
        if data.startswith(beginning):
            return media_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    raise Invalid("file_kind_refused", field="file")


def plain_file_name(name: str) -> str:
    """The last part of a path in characters that are safe in an address; the end of a long one is kept."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(char if char.isascii() and (char.isalnum() or char in "-_.") else "-" for char in last)
    return kept[-NAME_LIMIT:].strip(".-") or "bestand"


def attachment_path(sha256: str, file_name: str) -> str:
    """The address of a file within the site."""
    return f"/bijlage/{sha256}/{file_name}"
