"""The lines of YAML that a Markdown file may begin with."""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from app.importing.kinds import Refusal

LONGEST = 20_000
_FENCE = re.compile(r"---[ \t]*(?:\n|$)")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


class Refused(Exception):
    """A file that cannot be imported; `fact` is what the person who reads it needs to find the place."""

    def __init__(self, refusal: Refusal, fact: str = "") -> None:
        super().__init__(refusal, fact)
        self.refusal = refusal
        self.fact = fact


class _PlainLoader(yaml.SafeLoader):
    """Plain values only. Aliases are refused: a few lines of them can grow into gigabytes."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "an alias", parent.start_mark if parent else None)
        return super().compose_node(parent, index)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above the text, by name, and the text under it."""

    values: dict[str, Any]
    body: str

    def words(self, name: str) -> str:
        """A value as one line of words; empty when it is not there or not a single value."""
        value = self.values.get(name)
        return plain_words(str(value)) if isinstance(value, str | int | float) else ""

    def list_of_words(self, name: str) -> list[str]:
        """A list of values as words; a single value is a list of one."""
        value = self.values.get(name)
        found = value if isinstance(value, list) else [value]
        return [plain_words(str(item)) for item in found if isinstance(item, str | int | float)]


def plain_words(text: str) -> str:
    """The text on one line, without the signs that no page may hold: YAML can spell them out."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def split_front_matter(text: str) -> FrontMatter:
    """Take the front matter off a text (lines end in a line feed); a text without any is all body.

    Raises Refused when it is not closed, too large, or not a list of names with values.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return FrontMatter({}, text)
    closing = _END.search(text, opening.end())
    if closing is None:
        if _looks_like_values(text[opening.end() :]):
            raise Refused(Refusal.FRONT_MATTER_OPEN)
        return FrontMatter({}, text)
    if closing.start() > LONGEST:
        raise Refused(Refusal.FRONT_MATTER_TOO_LARGE, str(LONGEST))
    return FrontMatter(_values(text[opening.end() : closing.start()]), text[closing.end() :].lstrip("\n"))


def below_front_matter(text: str) -> str:
    """The text under its front matter, whatever that holds; all of it when there is none."""
    opening = _FENCE.match(text)
    closing = _END.search(text, opening.end()) if opening else None
    return text[closing.end() :].lstrip("\n") if closing else text


def _looks_like_values(text: str) -> bool:
    """A rule of dashes may also open a text; a name with a colon under it does not."""
    return re.match(r"[A-Za-z_][\w-]*:(?:\s|$)", text) is not None


def _values(source: str) -> dict[str, Any]:
    try:
        values = yaml.load(source, Loader=_PlainLoader)  # noqa: S506 - a safe loader, made safer
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise Refused(Refusal.FRONT_MATTER_BROKEN, str(mark.line + 2) if mark else "") from error
    except (ValueError, RecursionError) as error:
        # A date such as 2026-13-45 is YAML, but no date.
        raise Refused(Refusal.FRONT_MATTER_BROKEN) from error
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise Refused(Refusal.FRONT_MATTER_BROKEN, "2")
    return {str(name): value for name, value in values.items()}
