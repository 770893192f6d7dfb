from hypothesis import given
from hypothesis import strategies as st

from app.text.change_size import ChangeSize, change_size
from app.text.cutting.model import BlockKind
from app.text.differences import BlockChange, ChangeKind, WordOp, compare, source_differences
from tests.unit.text_comparison.segments import Shown, paragraphs

FIRST = "Een goed gesprek begint klein. Je luistert naar de ander. Daarna spreek je tegen als dat nodig is."
SECOND = "In de tweede alinea staat iets heel anders over vertrouwen."
THIRD = "Tot slot bedank je elkaar voor het open gesprek."
TEXTS = st.lists(
    st.builds(
        Shown,
        text=st.lists(st.sampled_from(["aap", "noot", "mies", "wim", "zus", "jet"]), max_size=5).map(
            " ".join
        ),
        html=st.sampled_from(["", "<p>", "<b>"]),
        kind=st.sampled_from([BlockKind.PARAGRAPH, BlockKind.HEADING]),
    ),
    max_size=8,
)


def kinds(changes: tuple[BlockChange, ...]) -> list[ChangeKind]:
    return [change.kind for change in changes]


@given(TEXTS, TEXTS)
def test_every_block_is_found_once_and_reads_as_it_was(old: list[Shown], new: list[Shown]) -> None:
    changes = [change for change in compare(old, new) if change.kind is not ChangeKind.MOVED_AWAY]
    old_side = sorted((index, change) for change in changes for index in change.old_indexes[:1])
    new_side = [(index, change) for change in changes for index in change.new_indexes[:1]]
    assert [i for _, change in old_side for i in change.old_indexes] == shown(old)
    assert [i for _, change in new_side for i in change.new_indexes] == shown(new)
    for change in changes:
        assert change.old_text == "\u2029".join(old[i].text for i in change.old_indexes)
        assert change.new_text == "\u2029".join(new[i].text for i in change.new_indexes)


def shown(blocks: list[Shown]) -> list[int]:
    return [index for index, block in enumerate(blocks) if block.text or block.html]


@given(TEXTS)
def test_equal_texts_have_no_differences(text: list[Shown]) -> None:
    assert set(kinds(compare(text, text))) <= {ChangeKind.SAME}


def test_a_changed_paragraph_is_shown_by_its_words() -> None:
    (change,) = compare(paragraphs(FIRST), paragraphs(FIRST.replace("klein", "groot")))
    assert change.kind is ChangeKind.CHANGED
    assert [(run.old, run.new) for run in change.words if run.op is not WordOp.SAME] == [("klein", "groot")]


def test_a_block_that_came_or_went_stands_alone() -> None:
    assert kinds(compare(paragraphs(FIRST, THIRD), paragraphs(FIRST, SECOND, THIRD))) == [
        ChangeKind.SAME, ChangeKind.INSERTED, ChangeKind.SAME,
    ]  # fmt: skip
    assert kinds(compare(paragraphs(FIRST, SECOND), paragraphs(SECOND))) == [
        ChangeKind.REMOVED,
        ChangeKind.SAME,
    ]


def test_a_rewritten_paragraph_is_removed_and_inserted() -> None:
    assert kinds(compare(paragraphs(FIRST), paragraphs(THIRD))) == [ChangeKind.REMOVED, ChangeKind.INSERTED]


def test_a_moved_paragraph_is_recognised_and_says_what_changed_in_it() -> None:
    changes = compare(paragraphs(SECOND, FIRST, THIRD), paragraphs(FIRST, THIRD, SECOND.replace("heel ", "")))
    assert kinds(changes) == [ChangeKind.MOVED_AWAY, ChangeKind.SAME, ChangeKind.SAME, ChangeKind.MOVED]
    assert (changes[3].old_indexes, changes[3].new_indexes) == ((0,), (2,))
    assert [run.old for run in changes[3].words if run.op is WordOp.REMOVED] == ["heel "]


def test_a_split_paragraph_is_recognised_and_so_is_a_joined_one() -> None:
    whole, parts = paragraphs(FIRST, THIRD), paragraphs(FIRST[:57], FIRST[58:], THIRD)
    assert kinds(compare(whole, parts)) == [ChangeKind.SPLIT, ChangeKind.SAME]
    assert kinds(compare(parts, whole)) == [ChangeKind.JOINED, ChangeKind.SAME]
    assert compare(whole, parts)[0].new_indexes == (0, 1)


def test_a_part_that_fits_two_split_paragraphs_is_counted_once() -> None:
    one, part, other = (
        "Je hoort het eerste verhaal.",
        "Daarna vraag je rustig door.",
        "Zij kent een tweede geval.",
    )
    changes = compare(paragraphs(f"{one} {part}", f"{part} {other}"), paragraphs(one, part, other))
    assert [index for change in changes for index in change.new_indexes] == [0, 1, 2]


def test_a_moved_paragraph_is_recognised_among_hundreds_of_others() -> None:
    olds = [f"oud{number} vorig{number} eerder{number}" for number in range(600)]
    news = [f"nu{number} straks{number} later{number}" for number in range(600)]
    changes = compare(paragraphs(FIRST, *olds, SECOND, THIRD), paragraphs(SECOND, THIRD, *news, FIRST))
    assert [change.new_indexes for change in changes if change.kind is ChangeKind.MOVED] == [(602,)]


def test_equal_words_that_look_or_lead_differently_are_a_change_of_formatting() -> None:
    (change,) = compare([Shown(THIRD, "<p>")], [Shown(THIRD, "<p><b>")])
    assert (change.kind, change.formatting) == (ChangeKind.CHANGED, True)


def test_blocks_that_show_nothing_are_left_out() -> None:
    assert compare([Shown("", "", BlockKind.BLANK)], []) == ()


def test_texts_cut_too_fine_are_shown_one_after_the_other() -> None:
    many = paragraphs(*["aap"] * 10_001)
    assert kinds(compare(many, many[1:])) == [ChangeKind.REMOVED, ChangeKind.INSERTED]
    assert compare(many, list(many)) == ()


def test_source_texts_are_compared_by_lines_with_every_sign() -> None:
    changes = source_differences("# Kop\n\nEen **zin**.\n", "# Kop\n\nEen *zin*.\n")
    assert kinds(changes) == [ChangeKind.SAME, ChangeKind.SAME, ChangeKind.CHANGED]
    assert (changes[2].old_text, changes[2].new_text) == ("Een **zin**.", "Een *zin*.")


def test_the_size_of_a_change_is_counted_in_sentences_and_blocks() -> None:
    old = [*paragraphs(FIRST, SECOND), *paragraphs("Kop", kind=BlockKind.HEADING)]
    longer = FIRST.replace("klein", "groot").replace("Daarna", "Wacht even. Daarna")
    new = [*paragraphs(longer, THIRD, SECOND), *paragraphs("Kop op", kind=BlockKind.HEADING)]
    assert change_size(old, new) == ChangeSize(
        sentences_changed=1, sentences_added=1, blocks_added=1, blocks_changed=1
    )


def test_a_move_and_a_removal_are_counted() -> None:
    size = change_size(paragraphs(SECOND, FIRST, THIRD), paragraphs(FIRST, SECOND))
    assert size == ChangeSize(blocks_moved=1, blocks_removed=1)


def test_sizes_add_up() -> None:
    assert ChangeSize(1, 2) + ChangeSize(3, blocks_moved=1) == ChangeSize(4, 2, blocks_moved=1)


def test_source_texts_of_very_many_lines_are_compared_as_one_line_each() -> None:
    gone, come = source_differences("a\n" * 30_000, "b\n" * 30_000)
    assert (gone.old_text, come.new_text) == ("a\n" * 30_000, "b\n" * 30_000)
