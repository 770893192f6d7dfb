"""Keeping and serving pictures."""

import os
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import update

from app.attachments.files import FOLDER
from app.attachments.models import Attachment
from app.attachments.service import store
from app.core.db import db, unit_of_work
from app.core.errors import Invalid
from config import Settings
from tests.browsing import Visitor

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"


def keep(app: Flask, data: bytes, name: str = "foto.png") -> str:
    with app.app_context(), unit_of_work():
        return store(data, name)


def kept_files(settings: Settings) -> list[Path]:
    return sorted((settings.data_dir / FOLDER).glob("*"))


def test_a_picture_is_served_as_what_it_is_whatever_its_name(app: Flask) -> None:
    sha256 = keep(app, PNG, "pagina.html")
    answer = Visitor(app).get(f"/bijlage/{sha256}/pagina.html")
    assert answer.status_code == 200
    assert answer.get_data() == PNG
    assert answer.mimetype == "image/png"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_is_refused_is_not_on_disk(app: Flask, settings: Settings) -> None:
    with pytest.raises(Invalid):
        keep(app, SVG, "foto.png")
    assert kept_files(settings) == []


def test_a_kind_of_file_that_can_hold_scripts_is_never_served(app: Flask) -> None:
    sha256 = keep(app, PNG)
    with app.app_context(), unit_of_work():
        db.session.execute(update(Attachment).values(media_type="image/svg+xml"))
    assert Visitor(app).get(f"/bijlage/{sha256}/foto.png").status_code == 404


def test_the_same_picture_is_kept_once_under_its_hash(app: Flask, settings: Settings) -> None:
    sha256 = keep(app, PNG, "../../een.png")
    assert keep(app, PNG, "twee.png") == sha256
    assert [file.name for file in kept_files(settings)] == [sha256]


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


def test_what_was_never_kept_is_not_found(app: Flask) -> None:
    for sha256 in ("0" * 64, "..", "%2e%2e", "A" * 64, "x"):
        assert Visitor(app).get(f"/bijlage/{sha256}/foto.png").status_code == 404, sha256
