"""Reading a folder: what is in it, and what a change in it is."""

from pathlib import Path

from app.importing.folder import folder_state, read_folder
from tests.imported_folder import write_files


def test_markdown_is_read_in_order_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    files = {"b.md": "B", "a/c.MD": "C", "a/d.mdx": "D", ".git/e.md": "E", ".f.md": "F", "beeld.png": "x"}
    folder = read_folder(write_files(tmp_path, {**files, "bom.md": b"\xef\xbb\xbfBOM"}))
    assert [(file.path, file.text) for file in folder.files] == [
        ("a/c.MD", "C"),
        ("a/d.mdx", "D"),
        ("b.md", "B"),
        ("bom.md", "BOM"),
    ]
    assert folder.read_other("beeld.png", 100) == b"x"
    assert folder.read_other("../beeld.png", 100) is None


def test_the_state_changes_with_every_text_and_name(tmp_path: Path) -> None:
    states = [folder_state(write_files(tmp_path, {"a.md": "een", "lijst.yml": "- a\n", "x.png": "1"}))]
    changes: list[dict[str, str | bytes]] = [
        {"a.md": "twe"},
        {"lijst.yml": "- b\n"},
        {"x.png": "12"},
        {"b.md": ""},
    ]
    for change in changes:
        states.append(folder_state(write_files(tmp_path, change)))
    assert len(set(states)) == 5
    assert folder_state(tmp_path) == states[-1]


def test_a_name_that_is_no_utf8_is_still_read(tmp_path: Path) -> None:
    Path(tmp_path / "caf\udce9.md").write_text("Tekst.")
    assert [file.path for file in read_folder(tmp_path).files] == ["caf\\xe9.md"]


def test_nine_hundred_folders_deep_is_no_problem_for_the_walk(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(900):
        deep /= "d"
    deep.mkdir(parents=True)
    (deep / "a.md").write_text("Tekst.")
    assert len(read_folder(tmp_path).files) == 1
