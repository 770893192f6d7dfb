"""Settings: what each may be, what production refuses, and that the manual tells all of it."""

from dataclasses import fields
from pathlib import Path

import pytest

from config import SETTINGS, ConfigurationError, Mode, ReadAccess, Settings
from tests.invariants.sources import ROOT, python_sources

GOOD_KEY = "q8Zr3vXw1LmT6yBn4KpD9sHc2FgJ5aUe"
MANUAL = ROOT / "docs" / "operations.md"


def production(tmp_path: Path, **others: str) -> dict[str, str]:
    return {"SECRET_KEY": GOOD_KEY, "DATA_DIR": str(tmp_path)} | others


def problems(environ: dict[str, str]) -> str:
    with pytest.raises(ConfigurationError) as caught:
        Settings.from_environment(environ)
    return "\n".join(caught.value.problems)


def test_the_list_and_the_fields_name_the_same_settings() -> None:
    assert [setting.name for setting in SETTINGS] == [field.name.upper() for field in fields(Settings)]


def test_the_manual_tells_each_setting_as_it_is() -> None:
    manual = MANUAL.read_text(encoding="utf-8")
    rows = [
        f"| `{s.name}` | {s.kind} | {s.meaning} | {'required' if s.default is None else s.default} |"
        for s in SETTINGS
    ]
    assert [row for row in rows if row not in manual] == []


def test_every_setting_is_used_by_the_program() -> None:
    program = [s for s in python_sources() if not s.place.startswith(("tests/", "config.py"))]
    text = "\n".join(source.text for source in program).lower().replace("settings()", "settings")
    names = [field.name for field in fields(Settings) if field.name != "mode"]
    assert [name for name in ["tryout", *names] if f"settings.{name}" not in text] == []


def test_production_is_the_default_and_starts_with_a_good_key(tmp_path: Path) -> None:
    settings = Settings.from_environment(production(tmp_path))
    assert settings.mode is Mode.PRODUCTION
    assert settings.database_url == f"sqlite:///{tmp_path}/wiki.sqlite3"
    assert settings.cookie_secure
    assert not settings.one_click_sign_in
    assert settings.read_access is ReadAccess.OPEN


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("", "missing"),
        ("q8Zr3vXw1LmT6yBn4KpD9sHc2FgJ5aU", "shorter"),
        ("aaaaaaaabbbbbbbbccccccccdddddddd", "variety"),
        ("q8Zr3vXw1LmT6yBnq8Zr3vXw1LmT6yBn", "variety"),
        ("please-CHANGE-ME-before-you-go-live-1", "well-known"),
    ],
)
def test_production_refuses_a_weak_key(tmp_path: Path, key: str, reason: str) -> None:
    assert reason in problems(production(tmp_path, SECRET_KEY=key))


def test_production_refuses_the_key_of_a_try_out(tmp_path: Path) -> None:
    key = Settings.from_environment({"MODE": "tryout", "DATA_DIR": str(tmp_path)}).secret_key
    assert "try-out" in problems(production(tmp_path, SECRET_KEY=key))


@pytest.mark.parametrize("name", ["DEBUG", "FLASK_DEBUG", "ONE_CLICK_SIGN_IN"])
def test_production_refuses_what_is_for_a_try_out(tmp_path: Path, name: str) -> None:
    assert name in problems(production(tmp_path, **{name: "1"}))


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    told = problems(
        {"DATA_DIR": str(tmp_path), "PORT": "many", "READ_ACCESS": "all", "DATABASE_URL": "mysql://x"}
    )
    assert [name for name in ("SECRET_KEY", "PORT", "READ_ACCESS", "DATABASE_URL") if name not in told] == []


def test_a_problem_with_the_database_address_does_not_tell_its_password(tmp_path: Path) -> None:
    assert "hunter2" not in problems(production(tmp_path, DATABASE_URL="mysql://wiki:hunter2@host/wiki"))


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_gets_our_driver(tmp_path: Path, scheme: str) -> None:
    settings = Settings.from_environment(production(tmp_path, DATABASE_URL=f"{scheme}://wiki@db/wiki"))
    assert settings.database_url == "postgresql+psycopg://wiki@db/wiki"


def test_a_try_out_makes_its_key_once_for_its_owner_only(tmp_path: Path) -> None:
    environ = {"MODE": "tryout", "DATA_DIR": str(tmp_path / "data")}
    first, second = Settings.from_environment(environ), Settings.from_environment(environ)
    assert first.secret_key == second.secret_key
    assert len(first.secret_key) >= 32
    assert (tmp_path / "data" / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_try_out_refuses_to_be_reached_from_outside(tmp_path: Path) -> None:
    assert "HOST" in problems({"MODE": "tryout", "DATA_DIR": str(tmp_path), "HOST": "192.0.2.1"})


def test_a_command_finds_the_try_out_and_a_server_never_does(tmp_path: Path) -> None:
    (tmp_path / "mode").write_text("tryout\n")
    data = {"DATA_DIR": str(tmp_path)}
    assert Settings.from_environment(data | {"FLASK_RUN_FROM_CLI": "true"}).mode is Mode.TRYOUT
    assert "SECRET_KEY" in problems(data)
