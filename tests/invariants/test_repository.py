"""What the repository may hold: no host names in lock files, no machine's paths, files of a readable size."""

import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.invariants.sources import ROOT, FunctionNode, Source, python_sources, tracked_files

MAXIMUM_FILE_LINES = 300
MAXIMUM_FUNCTION_LINES = 50
MAXIMUM_TEMPLATE_LINES = 120
MAXIMUM_POSITIONAL = 4
# Built or taken over as they are: nobody reads them line by line.
NOT_WRITTEN_HERE = ("app/static/", "package-lock.json", "LICENSE")
TEXT_ENDINGS = {
    ".py",
    ".md",
    ".html",
    ".css",
    ".js",
    ".toml",
    ".lock",
    ".yml",
    ".yaml",
    ".json",
    ".xml",
    ".txt",
    "",
}
PERSONAL_FOLDER = re.compile(r"(?<![\w.])/(?:home|root|Users|work)/\w")
REGISTRY = re.compile(r"https?://|\b(?:pypi|pythonhosted|npmjs)\.", re.IGNORECASE)

SOURCES = python_sources()


def own_text_files() -> list[Path]:
    files = [path for path in tracked_files() if path.suffix in TEXT_ENDINGS]
    return [path for path in files if not place(path).startswith(NOT_WRITTEN_HERE)]


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(source: Source) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(source.tree) if isinstance(node, FunctionNode)]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "package-lock.json"])
def test_a_lock_file_names_hashes_and_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if REGISTRY.search(line)] == []
    assert "sha256:" in text or '"integrity"' in text


def test_both_lock_files_pin_the_same_versions() -> None:
    pins = re.compile(r"^([\w.-]+==[^\s;]+)", re.MULTILINE)
    run, development = (
        set(pins.findall((ROOT / name).read_text(encoding="utf-8")))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert run
    assert run <= development


def test_no_file_names_a_folder_of_one_machine() -> None:
    wrong = [
        f"{place(path)}: {found.group()}"
        for path in own_text_files()
        for found in PERSONAL_FOLDER.finditer(path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


def test_no_python_file_is_too_long_to_read() -> None:
    long = {s.place: n for s in SOURCES if (n := len(s.text.splitlines())) > MAXIMUM_FILE_LINES}
    assert long == {}


def test_no_function_is_too_long_to_read() -> None:
    long = [
        f"{source.place}: {function.name}"
        for source in SOURCES
        if not source.place.startswith("migrations/")  # a migration is a table of columns
        for function in functions(source)
        if (function.end_lineno or 0) - function.lineno + 1 > MAXIMUM_FUNCTION_LINES
    ]
    assert long == []


def test_a_function_takes_at_most_four_things_by_position() -> None:
    # A test asks for the fixtures it needs: those are names, not positions.
    wrong = [
        f"{source.place}: {function.name}"
        for source in SOURCES
        if not source.place.startswith("tests/")
        for function in functions(source)
        if len([a for a in function.args.args if a.arg not in {"self", "cls"}]) > MAXIMUM_POSITIONAL
    ]
    assert wrong == []


def test_no_template_is_too_long_to_read() -> None:
    templates = (ROOT / "app" / "templates").rglob("*.*")
    long = {place(t): n for t in templates if (n := len(t.read_text().splitlines())) > MAXIMUM_TEMPLATE_LINES}
    assert long == {}


def test_every_suppression_carries_its_reason() -> None:
    # After it on the same line, or as a comment just above.
    bare = re.compile(r"#\s*(?:noqa(?::\s*[A-Z0-9, ]+)?|type: ignore(?:\[[\w, -]+\])?)\s*$")
    wrong = [
        f"{source.place}:{number}"
        for source in SOURCES
        for number, (before, line) in enumerate(pairwise(["", *source.text.splitlines()]), 1)
        if bare.search(line) and not before.lstrip().startswith("#")
    ]
    assert wrong == []


def test_every_module_of_the_program_says_what_it_is_for() -> None:
    program = [source for source in SOURCES if not source.place.startswith("tests/")]
    silent = [s.place for s in program if s.text.strip() and not ast.get_docstring(s.tree)]
    assert silent == []


def test_no_work_is_left_as_a_note_in_the_code() -> None:
    note = re.compile(r"#\s*(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]) + r")\b")
    assert [source.place for source in SOURCES if note.search(source.text)] == []
