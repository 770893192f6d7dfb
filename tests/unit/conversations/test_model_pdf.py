"""The empty model as a PDF: to be filled in with a keyboard, and with a screen reader."""

import re
import zlib
from pathlib import Path

import pytest

from app.conversations.canvas.sheets import FIELD_NAMES
from app.conversations.kinds import ModelPart

FILE = Path(__file__).resolve().parents[3] / "app" / "static" / "pdf" / "model-van-de-ambtenaar.pdf"


@pytest.fixture(scope="module")
def objects() -> bytes:
    """Everything in the file, unpacked."""
    data = FILE.read_bytes()
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    return data + b"".join(map(_unpacked, packed))


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def test_it_says_its_language_and_title_and_is_tagged(objects: bytes) -> None:
    for mark in (
        b"/Lang (nl)",
        b"/Marked true",
        b"/StructTreeRoot",
        b"pdfuaid:part",
        b"/DisplayDocTitle true",
    ):
        assert mark in objects, mark
    assert b"/S /H1" in objects and b"/S /Figure" in objects


def test_every_part_has_a_field_with_a_name_and_a_word_for_the_ear(objects: bytes) -> None:
    for part in ModelPart:
        assert f"/T ({FIELD_NAMES[part]})".encode() in objects
    assert objects.count(b"/FT /Tx") == objects.count(b"/TU ") == len(ModelPart) + 2
    assert objects.count(b"/S /Form") == len(ModelPart) + 2


def test_it_is_one_sheet_whose_letters_shrink_to_fit_what_is_typed(objects: bytes) -> None:
    assert len(re.findall(rb"/Type /Page\b", objects)) == 1
    assert objects.count(b" 0 Tf") == len(ModelPart) + 2


def test_a_field_is_called_what_stands_above_it(objects: bytes) -> None:
    assert b"/TU (Zit het vakmanschap in een van de delen meer dan in de andere? Zo ja, waar?)" in objects
