"""Keeping and serving pictures."""

import os
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, update

from app.attachments import files
from app.attachments.models import Attachment
from app.attachments.rules import SIZE_LIMIT
from app.attachments.service import store
from app.core.db import db, unit_of_work
from app.core.errors import Invalid
from config import Settings
from tests.browsing import Visitor

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20


def keep(app: Flask, data: bytes, name: str = "foto.png") -> str:
    with app.app_context(), unit_of_work():
        return store(data, name)


def kept_files(settings: Settings) -> list[Path]:
    return sorted((settings.data_dir / files.FOLDER).glob("*"))


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0rest", "image/jpeg"),
        (b"GIF89a rest", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
    ],
)
def test_a_picture_is_served_as_what_it_is_whatever_its_name(
    app: Flask, data: bytes, media_type: str
) -> None:
    sha256 = keep(app, data, "pagina.html")
    answer = Visitor(app).get(f"/bijlage/{sha256}/pagina.html")
    assert answer.status_code == 200
    assert answer.get_data() == data
    assert answer.mimetype == media_type
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<html><script>alert(1)</script>",
        b"%PDF-1.7",
        b" " + PNG,
        PNG + b"\x00" * SIZE_LIMIT,
    ],
)
def test_anything_but_a_small_raster_picture_is_refused(app: Flask, settings: Settings, data: bytes) -> None:
    with pytest.raises(Invalid):
        keep(app, data)
    assert kept_files(settings) == []


def test_the_same_picture_is_kept_once(app: Flask, settings: Settings) -> None:
    assert keep(app, PNG, "een.png") == keep(app, PNG, "twee.png")
    assert len(kept_files(settings)) == 1


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\x.png", "/abs.png", "", "a\nb\u202e.png", "x" * 500]
)
def test_a_name_never_becomes_a_path(app: Flask, settings: Settings, name: str) -> None:
    sha256 = keep(app, PNG, name)
    assert [file.name for file in kept_files(settings)] == [sha256]
    with app.app_context():
        kept = db.session.scalars(select(Attachment.file_name)).one()
    assert "/" not in kept
    assert kept.isascii()
    assert 0 < len(kept) <= 120


def test_a_failed_write_leaves_nothing_half_done(
    app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        keep(app, PNG)
    assert kept_files(settings) == []


def test_a_picture_of_an_undone_transaction_is_not_served(app: Flask) -> None:
    with app.app_context(), pytest.raises(RuntimeError), unit_of_work():
        sha256 = store(PNG, "foto.png")
        raise RuntimeError
    assert Visitor(app).get(f"/bijlage/{sha256}/foto.png").status_code == 404


@pytest.mark.parametrize("sha256", ["0" * 64, "..", "%2e%2e", "A" * 64, "x"])
def test_what_was_never_kept_is_not_found(app: Flask, sha256: str) -> None:
    assert Visitor(app).get(f"/bijlage/{sha256}/foto.png").status_code == 404


def test_a_kind_of_file_that_can_hold_scripts_is_never_served(app: Flask) -> None:
    sha256 = keep(app, PNG)
    with app.app_context(), unit_of_work():
        db.session.execute(update(Attachment).values(media_type="image/svg+xml"))
    assert Visitor(app).get(f"/bijlage/{sha256}/foto.png").status_code == 404
