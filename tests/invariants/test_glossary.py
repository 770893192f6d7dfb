"""The glossary and the code use the same words, and the words it warns against name nothing."""

import ast
import re

from tests.invariants.sources import ROOT, python_sources

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in GLOSSARY.splitlines()
    if line.startswith("| ") and not line.startswith("| On the screen")
]
NAME = re.compile(r"`([A-Z][A-Za-z]+)(?:\.([A-Z]+))?`")
SOURCES = python_sources("app")
CLASSES = {
    node.name: {
        target.id
        for item in node.body
        if isinstance(item, ast.Assign)
        for target in item.targets
        if isinstance(target, ast.Name)
    }
    for source in SOURCES
    for node in ast.walk(source.tree)
    if isinstance(node, ast.ClassDef)
}
# Words of the trade that would name a second thing next to the one we have.
AVOIDED = {"Article", "ChangeRequest", "Theme", "Tag", "Category", "Approval", "Moderator", "Version"}


def test_every_name_in_the_glossary_is_in_the_code() -> None:
    named = [match for row in ROWS for match in NAME.findall(row[1])]
    assert named
    assert [name for name, _ in named if name not in CLASSES] == []
    assert [(name, member) for name, member in named if member and member not in CLASSES[name]] == []


def test_no_class_has_a_name_that_the_glossary_warns_against() -> None:
    assert AVOIDED & set(CLASSES) == set()
