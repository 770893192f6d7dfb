"""What a camera writes in a picture besides the picture: where and when it was taken, with which device.

Taken out before a picture is kept. How a photo has to be turned stays, or it would lie on its side.
"""

import struct
from collections.abc import Iterator

JPEG, PNG, WEBP = "image/jpeg", "image/png", "image/webp"
ORIENTATION = 0x0112
PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT"}
)
PNG_MOVING = frozenset({b"acTL", b"fcTL", b"fdAT"})
WEBP_LEFT_OUT = frozenset({b"EXIF", b"XMP "})
WEBP_EXIF_AND_XMP = 0b00001100


class Malformed(ValueError):
    """The picture does not hold together."""


def without_metadata(data: bytes, media_type: str) -> bytes:
    """The same picture without what it tells about its maker; a GIF holds no such thing.

    Raises `Malformed` when its parts are not where they should be.
    """
    try:
        if media_type == JPEG:
            return b"\xff\xd8" + b"".join(_jpeg_parts(data))
        if media_type == PNG:
            return data[:8] + b"".join(_png_parts(data))
        return _webp(data) if media_type == WEBP else data
    except (struct.error, IndexError) as error:
        raise Malformed(media_type) from error


def _jpeg_parts(data: bytes) -> Iterator[bytes]:
    """Every segment but those for applications and remarks; after the scan begins all is picture."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise Malformed(JPEG)
        marker = data[at + 1]
        if marker == 0xDA:
            yield data[at:]
            return
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        segment = data[at : at + 2 + length]
        if marker == 0xE1 and segment[4:10] == b"Exif\0\0":
            yield _turned(segment[10:])
        elif not (0xE1 <= marker <= 0xEF or marker == 0xFE) or _has_colours(marker, segment):
            yield segment
        at += 2 + length


def _has_colours(marker: int, segment: bytes) -> bool:
    """A colour profile (2), or how Adobe wrote the colours (14): without these they come out wrong."""
    return (marker == 0xE2 and segment[4:15] == b"ICC_PROFILE") or marker == 0xEE


def _turned(exif: bytes) -> bytes:
    """An Exif segment that says nothing but how the picture is turned; empty when it lies as it is."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return b""
    (first,) = struct.unpack(f"{order}I", exif[4:8])
    (number,) = struct.unpack(f"{order}H", exif[first : first + 2])
    for entry in range(first + 2, first + 2 + 12 * number, 12):
        tag, _, _, value = struct.unpack(f"{order}HHIH", exif[entry : entry + 10])
        if tag == ORIENTATION and 1 < value <= 8:
            fields = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, ORIENTATION, 3, 1, value, 0, 0)
            return b"\xff\xe1" + struct.pack(">H", len(fields) + 8) + b"Exif\0\0" + fields
    return b""


def _png_parts(data: bytes) -> Iterator[bytes]:
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind = data[at + 4 : at + 8]
        if kind in PNG_KEPT | PNG_MOVING:
            yield data[at : at + 12 + length]
        at += 12 + length
        if kind == b"IEND":
            return
    raise Malformed(PNG)


def _webp(data: bytes) -> bytes:
    """The chunks of a WebP; its header says which of them there are, and how long all is."""
    chunks = []
    at = 12
    while at + 8 <= len(data):
        kind = data[at : at + 4]
        (length,) = struct.unpack("<I", data[at + 4 : at + 8])
        end = at + 8 + length + length % 2
        if kind == b"VP8X":
            flags = data[at + 8] & ~WEBP_EXIF_AND_XMP
            chunks.append(data[at : at + 8] + bytes([flags]) + data[at + 9 : end])
        elif kind not in WEBP_LEFT_OUT:
            chunks.append(data[at:end])
        at = end
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body
