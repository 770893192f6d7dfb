"""The promises of comparing and merging, kept on what real editors did to real pages."""

import shutil
import subprocess
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path

import pytest

from app.text.blocks import cut_blocks
from app.text.changes import cut_changes
from app.text.comparing.block_matching import Comparable
from app.text.differences import ChangeKind, compare, source_differences
from app.text.differences_html import inline_html
from app.text.merge import merge
from app.text.units import cut_units
from tests.unit.text_comparison.segments import Shown

GIT = shutil.which("git") or "git"
BUNDLES = ["nerds-docs.bundle", "kennisbank-docs.bundle"]
PAGES, REVISIONS = 30, 5


@pytest.fixture(scope="module", params=BUNDLES)
def histories(
    request: pytest.FixtureRequest, corpus_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[list[str]]:
    """Of the pages that changed: a few revisions each, oldest first."""
    clone = tmp_path_factory.mktemp("corpus") / "clone"
    git("clone", "-q", str(corpus_dir / request.param), str(clone))
    return list(islice(read_histories(clone), PAGES))


def git(*arguments: str) -> str:
    return subprocess.run([GIT, *arguments], check=True, capture_output=True, text=True).stdout


def read_histories(clone: Path) -> Iterator[list[str]]:
    log = git(
        "-C", str(clone), "log", "--reverse", "--format=@%H", "--name-only", "--diff-filter=AM", "--", "*.md"
    )
    commits: dict[str, list[str]] = {}
    commit = ""
    for line in filter(None, log.splitlines()):
        if line.startswith("@"):
            commit = line[1:]
        else:
            commits.setdefault(line, []).append(commit)
    for path, changed_in in commits.items():
        if len(changed_in) > 1:
            yield [git("-C", str(clone), "show", f"{at}:{path}") for at in changed_in[-REVISIONS:]]


def shown(source: str) -> list[Comparable]:
    """The blocks of a source as if rendered; here their own text stands for what they look like."""
    return [Shown(" ".join(b.content(source).split()), b.source(source), b.kind) for b in cut_blocks(source)]


def test_units_give_every_revision_back(histories: list[list[str]]) -> None:
    for revisions in histories:
        for text in revisions:
            assert "".join(unit.source for unit in cut_units(text)) == text


def test_a_merge_with_an_unchanged_side_gives_the_other(histories: list[list[str]]) -> None:
    for revisions in histories:
        for base, changed in pairwise(revisions):
            assert merge(base, base, changed).text == changed
            assert merge(base, changed, base).text == changed


def test_merging_real_revisions_is_symmetric_and_made_of_their_parts(histories: list[list[str]]) -> None:
    for revisions in histories:
        for base, current, proposed in zip(revisions, revisions[1:], revisions[2:], strict=False):
            one, other = merge(base, current, proposed), merge(base, proposed, current)
            settled = one.settle([clash.proposed for clash in one.clashes])
            assert settled == other.settle([clash.current for clash in other.clashes])
            words = set(f"{base} {current} {proposed}".split())
            assert set(settled.split()) <= words


def test_both_texts_can_be_read_from_their_differences(histories: list[list[str]]) -> None:
    for revisions in histories:
        for old, new in pairwise(revisions):
            before, after = shown(old), shown(new)
            changes = [c for c in compare(before, after) if c.kind is not ChangeKind.MOVED_AWAY]
            read = sorted((c.old_indexes, c.old_text) for c in changes if c.old_indexes)
            assert "\u2029".join(text for _, text in read) == joined(before)
            assert "\u2029".join(c.new_text for c in changes if c.new_indexes) == joined(after)


def test_changes_of_real_revisions_can_be_taken_over_all_none_or_in_part(histories: list[list[str]]) -> None:
    for revisions in histories:
        for old, new in pairwise(revisions):
            cut = cut_changes(old, new)
            everything = set(range(1, len(cut) + 1))
            assert cut.take(everything) == new
            assert cut.take(set()) == old
            part = cut.take({position for position in everything if position % 2})
            assert set(part.split()) <= set(f"{old} {new}".split())


def joined(blocks: list[Comparable]) -> str:
    return "\u2029".join(block.text for block in blocks if block.text or block.html)


def test_source_differences_of_real_pages_can_be_written(histories: list[list[str]]) -> None:
    for revisions in histories:
        html = inline_html(source_differences(revisions[0], revisions[-1]), lines=True)
        assert html.count("<div") == html.count("</div>")
