"""Every setting of the program: read once from the environment, checked, and frozen.

`SETTINGS` is the list that the operations manual shows; `Settings.from_environment` is the only reader.
"""

import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent
SECRET_FILE: Final = "secret_key"
MODE_FILE: Final = "mode"
MINIMUM_SECRET_LENGTH: Final = 32
MINIMUM_DISTINCT_CHARACTERS: Final = 10
WELL_KNOWN: Final = (
    "changeme", "change-me", "change_me", "secret", "geheim", "password", "wachtwoord", "insecure",
    "default", "development", "example", "voorbeeld", "abcdefghij", "qwertyuiop", "0123456789",
)  # fmt: skip
MAKE_A_SECRET: Final = "python3 -c 'import secrets; print(secrets.token_hex(32))'"
LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")
LOG_LEVELS: Final = ("debug", "info", "warning", "error", "critical")


class ConfigurationError(Exception):
    """The environment does not describe a program that may start; holds every problem, not just the first."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n  - ".join(["The settings are not right:", *problems]))
        self.problems = tuple(problems)


class Mode(StrEnum):
    """Whether this is the real site or a try-out on somebody's own machine."""

    TRYOUT = "tryout"
    PRODUCTION = "production"


class ReadAccess(StrEnum):
    """Who may read published pages."""

    OPEN = "open"
    SIGNED_IN = "signed_in"


class Deciders(StrEnum):
    """How many of the redactie decide on a change of a page that has no rule of its own."""

    ONE = "one"
    TWO = "two"


@dataclass(frozen=True)
class Setting:
    """One line of the operations manual; `default` is None when the setting is required."""

    name: str
    kind: str
    meaning: str
    default: str | None


SETTINGS: Final = (
    Setting(
        "MODE", "tryout or production", "Try-out has example people and one-click sign-in.", "production"
    ),
    Setting("SECRET_KEY", "text", "Signs cookies and forms; try-out makes its own.", None),
    Setting("DATA_DIR", "folder", "Everything the program writes is in this folder.", "instance"),
    Setting("DATABASE_URL", "address", "SQLite or PostgreSQL.", "sqlite:///DATA_DIR/wiki.sqlite3"),
    Setting("READ_ACCESS", "open or signed_in", "Who may read published pages.", "open"),
    Setting("DECISION_RULE", "one or two", "How many of the redactie decide on a change.", "one"),
    Setting("ESCALATION_DAYS", "whole number", "After how many days a waiting proposal is marked.", "14"),
    Setting(
        "TRUST_AFTER",
        "whole number",
        "After how many taken over proposals somebody's small changes are published at once; 0 is never.",
        "0",
    ),
    Setting("PRESENCE", "yes or no", "Shows colleagues who is at work on what.", "yes"),
    Setting("MAX_DRAFTS", "whole number", "How many drafts one person may have.", "50"),
    Setting("MAX_OPEN_PROPOSALS", "whole number", "How many undecided proposals one person may have.", "20"),
    Setting("SITE_NAME", "text", "The name in the header.", "Samen werken aan ambtelijk vakmanschap"),
    Setting("BASE_URL", "address", "The public address, for links in the feed.", "that of the request"),
    Setting("SESSION_HOURS", "whole number", "How long somebody stays signed in.", "12"),
    Setting("DEBUG", "yes or no", "Shows failures in full; refused in production.", "no"),
    Setting(
        "ONE_CLICK_SIGN_IN", "yes or no", "One button per role; refused in production.", "yes in try-out"
    ),
    Setting("COOKIE_SECURE", "yes or no", "Send cookies over https only.", "yes in production"),
    Setting("TRUSTED_PROXIES", "whole number", "How many proxies may name the visitor's address.", "0"),
    Setting("HOST", "address", "Where the server listens; try-out refuses all but loopback.", "127.0.0.1"),
    Setting("PORT", "whole number", "The port the server listens on.", "8000"),
    Setting("WEB_CONCURRENCY", "whole number", "How many worker processes the server runs.", "2"),
    Setting("THREADS", "whole number", "How many requests a worker handles at the same time.", "4"),
    Setting("LOG_LEVEL", "debug to critical", "The least serious message that is logged.", "warning"),
)


@dataclass(frozen=True)
class Settings:
    """What the program may rely on while it runs."""

    mode: Mode
    secret_key: str
    data_dir: Path
    database_url: str
    read_access: ReadAccess = ReadAccess.OPEN
    decision_rule: Deciders = Deciders.ONE
    escalation_days: int = 14
    trust_after: int = 0
    presence: bool = True
    max_drafts: int = 50
    max_open_proposals: int = 20
    site_name: str = "Samen werken aan ambtelijk vakmanschap"
    base_url: str | None = None
    session_hours: int = 12
    debug: bool = False
    one_click_sign_in: bool = False
    cookie_secure: bool = True
    trusted_proxies: int = 0
    host: str = "127.0.0.1"
    port: int = 8000
    web_concurrency: int = 2
    threads: int = 4
    log_level: str = "warning"

    @property
    def tryout(self) -> bool:
        """Whether this is a try-out: the only mode with example people and the style page."""
        return self.mode is Mode.TRYOUT

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "Settings":
        """The settings that `environ` describes; raises ConfigurationError with all problems at once."""
        reader = _Reader(environ)
        data_dir = data_folder(environ)
        mode = reader.mode(data_dir)
        tryout = mode is Mode.TRYOUT
        settings = cls(
            mode=mode,
            secret_key=reader.text("SECRET_KEY") or (_tryout_secret(data_dir) if tryout else ""),
            data_dir=data_dir,
            database_url=reader.database_url(data_dir),
            read_access=ReadAccess(reader.choice("READ_ACCESS", tuple(ReadAccess), ReadAccess.OPEN)),
            decision_rule=Deciders(reader.choice("DECISION_RULE", tuple(Deciders), Deciders.ONE)),
            escalation_days=reader.number("ESCALATION_DAYS", cls.escalation_days, 1, 365),
            trust_after=reader.number("TRUST_AFTER", cls.trust_after, 0, 1000),
            presence=reader.yes("PRESENCE", default=True),
            max_drafts=reader.number("MAX_DRAFTS", cls.max_drafts, 1, 10_000),
            max_open_proposals=reader.number("MAX_OPEN_PROPOSALS", cls.max_open_proposals, 1, 10_000),
            site_name=reader.text("SITE_NAME") or cls.site_name,
            base_url=reader.base_url(),
            session_hours=reader.number("SESSION_HOURS", cls.session_hours, 1, 24 * 31),
            # FLASK_DEBUG too: Flask itself listens to it, whatever we say.
            debug=reader.yes("DEBUG", default=False) or reader.yes("FLASK_DEBUG", default=False),
            one_click_sign_in=reader.yes("ONE_CLICK_SIGN_IN", default=tryout),
            cookie_secure=reader.yes("COOKIE_SECURE", default=not tryout),
            trusted_proxies=reader.number("TRUSTED_PROXIES", cls.trusted_proxies, 0, 5),
            host=reader.text("HOST") or cls.host,
            port=reader.number("PORT", cls.port, 1, 65535),
            web_concurrency=reader.number("WEB_CONCURRENCY", cls.web_concurrency, 1, 64),
            threads=reader.number("THREADS", cls.threads, 1, 64),
            log_level=reader.choice("LOG_LEVEL", LOG_LEVELS, cls.log_level),
        )
        problems = reader.problems + _refusals(settings)
        if problems:
            raise ConfigurationError(problems)
        return settings


def data_folder(environ: Mapping[str, str]) -> Path:
    """Where everything is that the program writes."""
    return Path(environ.get("DATA_DIR", "").strip() or ROOT / "instance").expanduser().absolute()


class _Reader:
    """Turns texts into values; notes what was wrong and goes on, so that one start shows every problem."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.problems: list[str] = []

    def text(self, name: str) -> str:
        """What was set, without space around it; empty counts as not set."""
        return self.environ.get(name, "").strip()

    def choice(self, name: str, allowed: tuple[str, ...], default: str) -> str:
        """One of a few words."""
        value = self.text(name).lower() or default
        if value in allowed:
            return value
        self.problems.append(f"{name} must be one of {', '.join(allowed)}; it is {value!r}.")
        return default

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number within bounds."""
        value = self.text(name)
        if not value:
            return default
        if value.isascii() and value.isdigit() and least <= int(value) <= most:
            return int(value)
        self.problems.append(f"{name} must be a whole number from {least} to {most}; it is {value!r}.")
        return default

    def yes(self, name: str, *, default: bool) -> bool:
        """Yes or no, in the usual spellings."""
        value = self.text(name).lower()
        if value in {"1", "yes", "true", "on"}:
            return True
        if value and value not in {"0", "no", "false", "off"}:
            self.problems.append(f"{name} must be yes or no; it is {value!r}.")
        return default if not value else False

    def mode(self, data_dir: Path) -> Mode:
        """What MODE says; without it a command (never a server) takes what `make run` noted in the folder."""
        default = Mode.PRODUCTION
        command = self.environ.get("FLASK_RUN_FROM_CLI") == "true"
        if command and _first_line(data_dir / MODE_FILE) == Mode.TRYOUT:
            default = Mode.TRYOUT
        return Mode(self.choice("MODE", tuple(Mode), default))

    def database_url(self, data_dir: Path) -> str:
        """An address that SQLAlchemy understands, with the PostgreSQL driver that we ship."""
        url = self.text("DATABASE_URL") or f"sqlite:///{data_dir / 'wiki.sqlite3'}"
        scheme, mark, rest = url.partition("://")
        if scheme in {"postgres", "postgresql"}:
            scheme = "postgresql+psycopg"
        if not mark or scheme not in {"sqlite", "postgresql+psycopg"}:
            # The address may hold a password, so it is not repeated.
            self.problems.append("DATABASE_URL must begin with sqlite:/// or postgresql+psycopg://.")
        return f"{scheme}://{rest}"

    def base_url(self) -> str | None:
        """The public address without a slash at the end."""
        url = self.text("BASE_URL").rstrip("/")
        if url and not url.startswith(("https://", "http://")):
            self.problems.append(f"BASE_URL must begin with https:// or http://; it is {url!r}.")
        return url or None


def _refusals(settings: Settings) -> list[str]:
    """What may not be combined: unsafe in production, or a try-out that others can reach."""
    if settings.tryout:
        outside = f"HOST is {settings.host!r}, but a try-out may only listen on 127.0.0.1."
        return [] if settings.host in LOOPBACK else [outside]
    problems = []
    if weakness := _weakness(settings):
        problems.append(f"SECRET_KEY {weakness}. Make one with: {MAKE_A_SECRET}")
    if settings.debug:
        problems.append("DEBUG (or FLASK_DEBUG) is on; it may not be in production.")
    if settings.one_click_sign_in:
        problems.append("ONE_CLICK_SIGN_IN is on; it is for a try-out only.")
    return problems


def _weakness(settings: Settings) -> str | None:
    """Why the key that signs everything could be guessed, or None."""
    key = settings.secret_key
    if not key:
        return "is missing"
    if len(key) < MINIMUM_SECRET_LENGTH:
        return f"is shorter than {MINIMUM_SECRET_LENGTH} characters"
    if len(set(key)) < MINIMUM_DISTINCT_CHARACTERS or key in (key + key)[1:-1]:
        return "has too little variety"
    if any(word in key.lower() for word in WELL_KNOWN):
        return "holds a well-known word"
    if key == _first_line(settings.data_dir / SECRET_FILE):
        return "is the one of a try-out"
    return None


def _tryout_secret(data_dir: Path) -> str:
    """The try-out's own key: made once, readable by the owner only, the same for every process."""
    path = data_dir / SECRET_FILE
    if not path.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        fresh = data_dir / f".{SECRET_FILE}.{os.getpid()}"
        fresh.touch(mode=stat.S_IRUSR | stat.S_IWUSR)
        fresh.write_text(secrets.token_hex(32) + "\n", encoding="ascii")
        try:
            os.link(fresh, path)  # fails when another process was first: then its key counts
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return _first_line(path)


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return ""
