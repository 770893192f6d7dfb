"""Following pages through a history, without git."""

from datetime import UTC, datetime

from app.importing.history.commits import Change, Commit, read_changes, read_commits
from app.importing.history.trails import Trail, follow

WHEN = datetime(2024, 1, 1, tzinfo=UTC)


def commit(id_: str, *parents: str, author: str = "Noor") -> Commit:
    return Commit(id_, parents, author, WHEN, WHEN, f"Wijziging {id_}")


def added(path: str, blob: str = "b") -> Change:
    return Change(path, "", blob)


def changed(path: str, blob: str = "b") -> Change:
    return Change(path, path, blob)


def renamed(old: str, new: str) -> Change:
    return Change(new, old, "b")


def removed(path: str) -> Change:
    return Change(path, path, "")


def line(*changes: list[Change]) -> list[Trail]:
    """The trails of a history without branches."""
    ids = [str(number) for number in range(len(changes))]
    commits = [commit(id_, *ids[max(0, number - 1) : number]) for number, id_ in enumerate(ids)]
    return follow(commits, dict(zip(ids, changes, strict=True)), ids[-1])


def told(trails: list[Trail]) -> list[tuple[str, str]]:
    return [(trail.path, "".join(step.commit.id for step in trail.steps)) for trail in trails]


def test_every_commit_that_touched_a_page_is_a_step() -> None:
    assert told(line([added("a"), added("b")], [changed("a")], [], [changed("a")])) == [
        ("a", "013"),
        ("b", "0"),
    ]


def test_a_page_keeps_its_trail_when_its_file_is_renamed_and_another_takes_its_place() -> None:
    trails = line([added("a")], [renamed("a", "c")], [added("a")], [changed("c")])
    assert told(trails) == [("c", "013"), ("a", "2")]


def test_two_files_may_change_places_in_one_commit() -> None:
    trails = line([added("a"), added("b")], [renamed("a", "b"), renamed("b", "a")], [changed("a")])
    assert told(trails) == [("b", "01"), ("a", "012")]


def test_a_page_that_was_taken_away_may_come_back() -> None:
    gone = line([added("a")], [removed("a")])
    assert (gone[0].deleted or WHEN) != WHEN
    back = line([added("a")], [removed("a")], [added("a")])
    assert told(back) == [("a", "02")]
    assert back[0].deleted is None


def test_what_was_merged_is_by_those_who_wrote_it() -> None:
    commits = [
        commit("0"),
        commit("1", "0", author="Sam"),
        commit("2", "1", author="Fenna"),
        commit("3", "0", author="Joris"),
        commit("4", "3", "2", author="Redactie"),
    ]
    changes = {
        "0": [added("a")],
        "1": [renamed("a", "b")],
        "2": [changed("b"), added("c")],
        "3": [],
        "4": [renamed("a", "b"), added("c")],
    }
    page, other = follow(commits, changes, "4")
    assert [step.authors for step in page.steps] == [("Noor",), ("Sam", "Fenna")]
    assert [step.authors for step in other.steps] == [("Fenna",)]


def test_what_a_merge_did_by_itself_is_by_its_own_author() -> None:
    commits = [commit("0"), commit("1", "0"), commit("2", "0", "1", author="Redactie")]
    trails = follow(commits, {"0": [added("a")], "2": [changed("a")]}, "2")
    assert trails[0].steps[-1].authors == ("Redactie",)


def test_what_git_writes_is_read_whatever_stands_in_it() -> None:
    listed = b"a1\0b2 c3\0Noor \x1b[31m\0" + b"1704110400\0999999999999999\0Eerste\n\nreden \xff\n\0"
    (found,) = read_commits(listed)
    assert (found.id, found.parents, found.author) == ("a1", ("b2", "c3"), "Noor [31m")
    assert found.message == "Eerste\n\nreden \N{REPLACEMENT CHARACTER}"
    assert found.authored_at == datetime(2024, 1, 1, 12, tzinfo=UTC)
    assert found.committed_at < datetime(2100, 1, 1, tzinfo=UTC)


def test_only_plain_markdown_files_outside_hidden_places_are_pages() -> None:
    rows = [
        (":000000 100644 0 b1 A", "a.md"),
        (":000000 120000 0 b2 A", "koppeling.md"),
        (":000000 100644 0 b3 A", ".verborgen/c.md"),
        (":100644 100644 0 b4 R090", ".verborgen/d.md", "d.MD"),
        (":100644 100644 0 b5 R090", "e.md", ".e.md"),
        (":100644 120000 0 b6 T", "f.md"),
        (":100644 000000 b7 0 D", "g.md"),
    ]
    listed = "\0".join(["c1", *(part for row in rows for part in row), ""]).encode()
    assert read_changes(listed) == {
        "c1": [added("a.md", "b1"), added("d.MD", "b4"), removed("e.md"), removed("f.md"), removed("g.md")]
    }
