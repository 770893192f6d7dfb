"""Every member of every enumeration has a Dutch word, and no word is left over."""

import importlib
import inspect
from enum import StrEnum
from pathlib import Path

import pytest

import app
from app.web.labels import LABELS, label

PACKAGE = Path(app.__file__).parent
# What an import reports is read on the command line only.
NOT_ON_SCREEN = {"importing"}


def kinds() -> list[type[StrEnum]]:
    names = [
        ".".join(("app", *path.relative_to(PACKAGE).with_suffix("").parts))
        for path in sorted(PACKAGE.rglob("kinds.py"))
        if path.parent.name not in NOT_ON_SCREEN
    ]
    modules = [importlib.import_module(name) for name in ("app.core.permissions", *names)]
    return [
        member
        for module in modules
        for _, member in inspect.getmembers(module, inspect.isclass)
        if issubclass(member, StrEnum) and member.__module__ == module.__name__
    ]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_every_member_has_a_label_and_every_label_a_member(kind: type[StrEnum]) -> None:
    assert set(LABELS[kind.__name__]) == {member.name for member in kind}
    assert all(label(member) for member in kind)


def test_no_label_is_left_of_an_enumeration_that_is_gone() -> None:
    assert set(LABELS) == {kind.__name__ for kind in kinds()}
