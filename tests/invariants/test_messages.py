"""Every refusal has its Dutch sentence, and every sentence is still used.

A code is the first text given to one of the errors of `app.core.errors` (or of a class made from them) or to
`message`, or the second one given to `.fail` of a form.
"""

import ast
from collections.abc import Iterator

import pytest

from app.web.messages import MESSAGES
from tests.invariants.sources import python_sources

RAISERS = {"DomainError", "Invalid", "Forbidden", "NotFound", "Conflict", "message"}
SOURCES = [source for source in python_sources("app") if source.place != "app/web/messages.py"]


def codes() -> Iterator[tuple[str, str]]:
    """Each code that the program raises or shows, with the file that does."""
    for source in SOURCES:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call):
                yield from ((source.place, code) for code in _codes_of(node))


def _codes_of(call: ast.Call) -> list[str]:
    name = ast.unparse(call.func)
    texts = [arg.value if isinstance(arg, ast.Constant) else None for arg in call.args]
    if name.rpartition(".")[2] in RAISERS or name == "super().__init__":
        found = texts[:1]
    else:
        found = texts[1:2] if name.endswith(".fail") else []
    return [text for text in found if isinstance(text, str)]


def words() -> set[str]:
    """Every text constant of the program: a code may be chosen before it is given."""
    return {
        node.value
        for source in SOURCES
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_code_has_a_sentence() -> None:
    assert sorted({f"{place}: {code}" for place, code in codes() if code not in MESSAGES}) == []


def test_every_sentence_belongs_to_a_code() -> None:
    assert sorted({code.partition(":")[0] for code in MESSAGES} - words()) == []


@pytest.mark.parametrize("sentence", MESSAGES.values(), ids=MESSAGES.keys())
def test_a_sentence_is_a_whole_one(sentence: str) -> None:
    assert sentence[0].isupper() and sentence.endswith(".")
    assert not {"ongeldig", "Invalid", "error"} & set(sentence.split())
