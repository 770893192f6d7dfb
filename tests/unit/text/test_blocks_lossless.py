import pytest
from hypothesis import given

from app.text.blocks import cut_blocks
from tests.unit.text.samples import SOURCES


def is_partition(source: str) -> bool:
    blocks = cut_blocks(source)
    position = 0
    for block in blocks:
        if block.start != position or not block.start < block.text_end <= block.end:
            return False
        position = block.end
    return "".join(block.source(source) for block in blocks) == source


@given(SOURCES)
def test_the_blocks_of_any_text_join_up_to_that_text(source: str) -> None:
    assert is_partition(source)


@given(SOURCES)
def test_the_content_of_a_block_lies_in_order_within_its_own_text(source: str) -> None:
    for block in cut_blocks(source):
        position = block.start
        for start, end in block.lines:
            assert position <= start <= end <= block.text_end
            position = end


@given(SOURCES)
def test_only_white_space_and_quote_signs_follow_the_text_of_a_block(source: str) -> None:
    for block in cut_blocks(source):
        assert not source[block.text_end : block.end].strip(" \t\r\n>")


def test_every_text_the_corpora_ever_held_is_cut_without_loss(every_revision: list[str]) -> None:
    assert len(every_revision) > 500
    assert [text for text in every_revision if not is_partition(text)] == []


@pytest.mark.parametrize(
    "source",
    [
        "",
        "\n",
        " \r\n\t\n",
        "a\rb\r\nc\n",
        ">\n>\n",
        "- \n\n  a",
        "\x00\ud800\u2028x",
        "- " * 50_000,
        "> " * 50_000,
        "[" * 100_000,
        "".join(" " * depth + "- a\n" for depth in range(400)),
        "<!--\n" * 20_000,
        ": a\n" * 10_000,
        "a|b\n" * 10_000 + "-|-\n",
        " " * 100_000 + "x",
    ],
    ids=range(15),
)
def test_odd_and_hostile_texts_are_cut_without_loss(source: str) -> None:
    assert is_partition(source)


def test_nesting_has_an_end_and_deeper_signs_are_text() -> None:
    (block,) = cut_blocks("> " * 40 + "diep")
    assert len(block.containers) == 12
    assert block.content("> " * 40 + "diep") == "> " * 28 + "diep"
