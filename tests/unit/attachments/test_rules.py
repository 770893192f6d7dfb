"""What may be kept as a picture."""

import pytest

from app.attachments.rules import NAME_LIMIT, SIZE_LIMIT, media_type_of, plain_file_name
from app.core.errors import Invalid

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0rest", "image/jpeg"),
        (b"GIF87a rest", "image/gif"),
        (b"GIF89a rest", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
    ],
)
def test_the_kind_of_a_picture_is_what_it_holds(data: bytes, media_type: str) -> None:
    assert media_type_of(data) == media_type


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (PNG + b"\x00" * SIZE_LIMIT, "file_too_large"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "file_kind_refused"),
        (b"<html><script>alert(1)</script>", "file_kind_refused"),
        (b"%PDF-1.7", "file_kind_refused"),
        (b" " + PNG, "file_kind_refused"),
        (b"RIFF\x00\x00\x00\x00WAVE", "file_kind_refused"),
    ],
)
def test_anything_but_a_small_raster_picture_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        media_type_of(data)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("foto van de groep.PNG", "foto-van-de-groep.PNG"),
        ("../../etc/passwd", "passwd"),
        ("..\\x.png", "x.png"),
        ("C:\\map\\x.png", "x.png"),
        ("..", "bestand"),
        ("", "bestand"),
        ("a\nb\u202e.png", "a-b-.png"),
        ("é.png", "png"),
    ],
)
def test_a_name_never_holds_a_path(name: str, kept: str) -> None:
    assert plain_file_name(name) == kept


def test_of_a_long_name_the_end_is_kept() -> None:
    kept = plain_file_name("x" * 500 + ".png")
    assert len(kept) == NAME_LIMIT
    assert kept.endswith(".png")
