"""A picture says nothing about who took it, where and when; it still lies the right way up."""

import struct
import zlib

import pytest

from app.attachments.metadata import JPEG, PNG, WEBP, Malformed, without_metadata

SECRET = b"52.0907 N Utrecht"


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def exif(turned: int, order: str = "<") -> bytes:
    mark = b"II" if order == "<" else b"MM"
    entries = [(0x010F, 2, 1, 0), (0x0112, 3, 1, turned)]
    fields = b"".join(struct.pack(f"{order}HHIHH", *entry, 0) for entry in entries)
    head = struct.pack(f"{order}2sHIH", mark, 42, 8, len(entries))
    return segment(0xE1, b"Exif\0\0" + head + fields + SECRET)


def jpeg(*segments: bytes) -> bytes:
    rest = segment(0xDB, b"table") + segment(0xDA, b"scan") + b"picture\xff\xd9"
    return b"\xff\xd8" + segment(0xE0, b"JFIF\0") + b"".join(segments) + rest


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(*chunks: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"h") + b"".join(chunks) + chunk(b"IEND", b"")


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    written = (kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2) for kind, body in chunks)
    body = b"WEBP" + b"".join(written)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def test_a_photo_loses_its_place_and_its_remarks() -> None:
    remarks = (exif(1), segment(0xED, SECRET), segment(0xFE, SECRET), segment(0xE1, b"http://ns " + SECRET))
    assert without_metadata(jpeg(*remarks), JPEG) == jpeg()


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_photo_on_its_side_is_still_turned(order: str) -> None:
    kept = without_metadata(jpeg(exif(6, order)), JPEG)
    assert SECRET not in kept and without_metadata(kept, JPEG) == kept
    assert struct.pack(">HHIH", 0x0112, 3, 1, 6) in kept


def test_the_colours_of_a_photo_stay() -> None:
    photo = jpeg(segment(0xE2, b"ICC_PROFILE\0colours"), segment(0xEE, b"Adobe"))
    assert without_metadata(photo, JPEG) == photo


def test_a_png_and_a_webp_lose_their_remarks() -> None:
    drawn = chunk(b"IDAT", b"picture")
    assert without_metadata(png(chunk(b"tEXt", SECRET), drawn, chunk(b"eXIf", SECRET)), PNG) == png(drawn)
    with_exif = webp((b"VP8X", b"\x1c" + b"\0" * 9), (b"VP8 ", b"odd"), (b"EXIF", SECRET), (b"XMP ", SECRET))
    assert without_metadata(with_exif, WEBP) == webp((b"VP8X", b"\x10" + b"\0" * 9), (b"VP8 ", b"odd"))


@pytest.mark.parametrize(
    ("data", "media_type"),
    [(b"\xff\xd8\xff", JPEG), (b"\xff\xd8nothing", JPEG), (jpeg()[:14], JPEG), (png()[:-12], PNG)],
)
def test_a_picture_that_does_not_hold_together_is_known(data: bytes, media_type: str) -> None:
    with pytest.raises(Malformed):
        without_metadata(data, media_type)
