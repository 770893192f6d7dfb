"""What people can take over one by one, and what the text then becomes."""

import pytest

from app.text.changes import CutChanges, cut_changes
from app.text.differences import ChangeKind
from app.text.differences_html import inline_html

FIRST = "De eerste alinea gaat over tegenspraak. Ze heeft een tweede zin. En ook nog een derde zin."
SECOND = "De tweede alinea vertelt iets heel anders, namelijk over openheid in het werk."
THIRD = "Ten slotte gaat het over de menselijke maat en over wat een collega daarvan vindt."
TABLE = "| Naam | Taak |\n|---|---|\n| Noor | Vraagt door |\n| Sam | Schrijft op |\n"


def text(*blocks: str) -> str:
    return "\n\n".join(blocks) + "\n"


def kinds(cut: CutChanges) -> list[list[ChangeKind]]:
    return [[part.kind for part in change.parts] for change in cut.changes]


def words(cut: CutChanges) -> list[tuple[str, str]]:
    return [(change.old, change.new) for change in cut.changes]


def test_equal_texts_have_no_changes() -> None:
    assert len(cut_changes(FIRST, FIRST)) == 0
    assert cut_changes(FIRST, FIRST).take(set()) == FIRST


def test_each_changed_paragraph_is_a_change() -> None:
    longer = SECOND.replace("openheid", "meer openheid")
    cut = cut_changes(text(FIRST, SECOND, THIRD), text(FIRST.replace("eerste", "1e"), longer, THIRD))
    assert [change.position for change in cut.changes] == [1, 2]
    assert words(cut)[1] == (SECOND, longer)
    assert cut.take({2}) == text(FIRST, longer, THIRD)


def test_sentences_that_changed_apart_in_one_paragraph_are_changes_apart() -> None:
    new = FIRST.replace("eerste", "openings").replace("derde", "laatste")
    cut = cut_changes(text(FIRST, SECOND), text(new, SECOND))
    assert words(cut) == [
        ("De eerste alinea gaat over tegenspraak.", "De openings alinea gaat over tegenspraak."),
        ("En ook nog een derde zin.", "En ook nog een laatste zin."),
    ]
    assert cut.take({2}) == text(FIRST.replace("derde", "laatste"), SECOND)


def test_neighbouring_sentences_hang_together() -> None:
    new = FIRST.replace("eerste", "openings").replace("tweede", "volgende")
    assert len(cut_changes(text(FIRST), text(new))) == 1


def test_the_unchanged_sentences_beside_a_change_are_shown_with_it() -> None:
    new = FIRST.replace("eerste", "openings").replace("derde", "laatste")
    shown = inline_html(cut_changes(text(FIRST), text(new)).changes[0].parts)
    assert "Ze heeft een tweede zin." in shown
    assert "openings" in shown
    assert "laatste" not in shown


def test_rows_of_a_table_are_taken_over_one_by_one() -> None:
    new = TABLE.replace("Vraagt door", "Vraagt en luistert").replace("Schrijft op", "Schrijft alles op")
    cut = cut_changes(text(FIRST, TABLE), text(FIRST, new))
    assert len(cut) == 2
    assert cut.take({1}) == text(FIRST, TABLE.replace("Vraagt door", "Vraagt en luistert"))


def test_a_new_row_and_a_row_that_went_are_changes_of_their_own() -> None:
    new = TABLE.replace("| Sam | Schrijft op |\n", "| Kim | Sluit af en bedankt |\n| Lou | Belt |\n")
    cut = cut_changes(TABLE, new)
    assert [*map(set, kinds(cut))] == [{ChangeKind.REMOVED}, {ChangeKind.INSERTED}, {ChangeKind.INSERTED}]
    assert cut.take({2}) == TABLE + "| Kim | Sluit af en bedankt |\n"


@pytest.mark.parametrize(
    "held",
    [
        TABLE,
        '!!! tip "Let op"\n    Een eerste alinea in het kader.\n\n    Een tweede alinea.\n',
        "Begrip\n: De uitleg die erbij hoort.\n",
        "- Een punt van een lijst\n\n    Met een alinea daarbinnen.\n",
    ],
    ids=["table", "box", "definition", "item"],
)
def test_what_only_means_something_together_is_one_change(held: str) -> None:
    without, with_it = text(FIRST, SECOND), text(FIRST, held, SECOND)
    assert len(cut_changes(without, with_it)) == 1
    assert len(cut_changes(with_it, without)) == 1


def test_a_table_of_which_the_number_of_columns_changed_is_one_change() -> None:
    new = TABLE.replace("|\n", "| Extra |\n").replace("--- Extra", "---")
    assert len(cut_changes(text(FIRST, TABLE), text(FIRST.replace("derde", "3e"), new))) == 2


def test_headings_and_list_items_are_changes_of_their_own() -> None:
    old = text("## Waarom het telt", FIRST, "- een punt over rust\n- een punt over tijd")
    new = text(
        "## Waarom dit telt", FIRST, "- een punt over rust\n- een punt over meer tijd\n- en iets nieuws"
    )
    cut = cut_changes(old, new)
    assert [part.block for change in cut.changes for part in change.parts] == [
        "heading",
        "list_item",
        "list_item",
    ]
    assert cut.take({1, 3}) == new.replace("meer ", "")


def test_a_moved_block_is_one_change_that_moves_or_stays() -> None:
    cut = cut_changes(text(FIRST, SECOND, THIRD), text(THIRD, FIRST, SECOND))
    assert kinds(cut) == [[ChangeKind.MOVED, ChangeKind.MOVED_AWAY]]
    assert words(cut) == [(THIRD, THIRD)]
    shown = inline_html(cut.changes[0].parts)
    assert "verplaatst van verderop" in shown
    assert "opmaak" not in shown


def test_blocks_that_moved_together_are_one_change() -> None:
    head = "## Een kop met genoeg woorden"
    cut = cut_changes(text(FIRST, SECOND, head, THIRD), text(head, THIRD, FIRST, SECOND))
    assert len(cut) == 1


def test_a_move_and_a_change_elsewhere_can_be_taken_over_apart() -> None:
    new = FIRST.replace("eerste", "openings")
    cut = cut_changes(text(FIRST, SECOND, THIRD), text(new, THIRD, SECOND))
    assert len(cut) == 2
    assert cut.take({1}) == text(new, SECOND, THIRD)
    assert cut.take({2}) == text(FIRST, THIRD, SECOND)


def test_a_split_and_a_joined_paragraph_are_recognised() -> None:
    one, other = FIRST.split(" Ze ", 1)
    parts = (f"{one}", f"Ze {other}")
    split, joined = (
        cut_changes(text(FIRST, SECOND), text(*parts, SECOND)),
        cut_changes(text(*parts), text(FIRST)),
    )
    assert kinds(split) == [[ChangeKind.SPLIT]]
    assert kinds(joined) == [[ChangeKind.JOINED]]
    assert split.take({1}) == text(*parts, SECOND)
    assert joined.take(set()) == text(*parts)


def test_a_block_replaced_by_quite_another_is_one_change() -> None:
    cut = cut_changes(text("## Inleiding", FIRST), text("## Zo begin je goed", FIRST))
    assert kinds(cut) == [[ChangeKind.CHANGED]]


def test_paragraphs_are_never_glued_by_leaving_a_change() -> None:
    old = f"{FIRST}\n## Kop\nEerste woorden hier.\n\n{SECOND}"
    cut = cut_changes(old, f"{FIRST}\n\nHeel andere tekst.\n\n{THIRD}\n\n{SECOND}")
    assert len(cut) == 4
    for number in range(2 ** len(cut)):
        taken = {place for place in range(1, 5) if number >> place - 1 & 1}
        assert f"{FIRST}\n" in cut.take(taken)
        assert cut.take(taken).endswith(f"\n\n{SECOND}")


def test_white_space_is_a_change_only_when_nothing_else_differs() -> None:
    spaced = cut_changes(f"{FIRST}\n\n{SECOND}", f"{FIRST}\n\n\n{SECOND}\n")
    assert kinds(spaced) == [[]]
    assert spaced.take({1}) == f"{FIRST}\n\n\n{SECOND}\n"
    cut = cut_changes(f"{FIRST}\n\n{SECOND}", f"{FIRST.replace('eerste', '1e')}\n\n{SECOND}\n")
    assert len(cut) == 1


def test_a_heading_of_another_level_is_shown_as_layout() -> None:
    (change,) = cut_changes("## Kop van dit stuk", "### Kop van dit stuk").changes
    assert change.parts[0].formatting
    assert "opmaak of koppeling gewijzigd" in inline_html(change.parts)


def test_words_are_shown_without_the_signs_of_markdown() -> None:
    (change,) = cut_changes("- oud **vet** punt", "- nieuw [vet](/pagina/vet) punt [[bouwsteen:12]]").changes
    assert change.old == "oud vet punt"
    assert change.new.startswith("nieuw vet punt")


def test_a_change_that_is_not_there_cannot_be_taken() -> None:
    with pytest.raises(ValueError, match="1 changes"):
        cut_changes(FIRST, SECOND).take({2})


def test_texts_of_very_many_lines_are_one_change() -> None:
    old, new = "a\n" * 30_000, "b\n" * 30_000
    cut = cut_changes(old, new)
    assert len(cut) == len(cut.changes) == 1
    assert (cut.take(set()), cut.take({1})) == (old, new)
