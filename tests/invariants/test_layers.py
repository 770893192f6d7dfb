"""The house rules about layers that import-linter cannot say."""

import ast

import pytest

from tests.invariants.sources import FunctionNode, Source, imports, python_sources

APP = python_sources("app")
WRITES = {"add", "add_all", "delete", "flush", "commit"}
TOLD = ("queries", "kinds", "rules")
MAXIMUM_VIEW_LINES = 25


def named(name: str) -> pytest.MarkDecorator:
    """Run the test once for each file of this name: `views` stands for `history_views` too."""
    found = [source for source in APP if source.name == name or source.name.endswith(f"_{name}")]
    return pytest.mark.parametrize("source", found, ids=[source.place for source in found])


def calls(source: Source) -> list[tuple[str, str]]:
    """Every call of a method, as (what it is called on, method)."""
    return [
        (ast.unparse(node.func.value), node.func.attr)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]


def test_feature_packages_hold_nothing_themselves() -> None:
    full = [s.place for s in APP if s.name == "__init__" and s.feature and s.text.strip()]
    assert full == []


@named("queries")
def test_queries_only_read(source: Source) -> None:
    writes = [f"{target}.{method}" for target, method in calls(source) if method in WRITES]
    assert [write for write in writes if "session" in write] == []


@named("service")
def test_a_service_leaves_the_commit_to_its_caller(source: Source) -> None:
    assert [target for target, method in calls(source) if method in {"commit", "rollback"}] == []
    assert [name for name in imports(source) if name.endswith(".unit_of_work")] == []


@named("views")
def test_views_know_no_tables_and_of_other_features_only_what_they_tell(source: Source) -> None:
    own = {"core", "text", "web", source.feature}
    named_modules = [name.split(".") for name in imports(source)]
    foreign = [name for name in named_modules if name[0] == "app" and len(name) > 2 and name[1] not in own]
    assert [name for name in foreign if not any(part.endswith(TOLD) for part in name[2:])] == []
    assert [name for name in named_modules if name[0] == "sqlalchemy" or "models" in name] == []
    assert [target for target, _ in calls(source) if target.endswith("db.session")] == []


@named("views")
def test_a_view_stays_short(source: Source) -> None:
    functions = [node for node in ast.walk(source.tree) if isinstance(node, FunctionNode)]
    lengths = {f.name: (f.body[-1].end_lineno or 0) - f.body[0].lineno + 1 for f in functions}
    assert {name: lines for name, lines in lengths.items() if lines > MAXIMUM_VIEW_LINES} == {}


def test_only_the_unit_of_work_commits() -> None:
    commits = {
        s.place for s in APP for target, method in calls(s) if method == "commit" and "session" in target
    }
    assert commits == {"app/core/db.py"}


def test_rules_and_services_do_not_look_at_the_clock_of_the_machine() -> None:
    direct = [
        f"{source.place}: {target}.{method}"
        for source in APP
        for target, method in calls(source)
        if method in {"now", "today", "utcnow"} and target in {"datetime", "date", "datetime.datetime"}
    ]
    assert [place for place in direct if not place.startswith("app/core/clock.py")] == []
