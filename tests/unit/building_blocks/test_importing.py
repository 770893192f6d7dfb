"""What is read from a table and from a filled canvas, and what is said of rows that are not right."""

from time import perf_counter

import pytest

from app.building_blocks.importing.checking import Checked, read_file
from app.building_blocks.importing.placing import Placed, named_conversations, place
from app.building_blocks.importing.rows import LONGEST_FILE, MOST_ROWS
from app.building_blocks.kinds import BuildingBlockKind as Kind
from app.building_blocks.texts import BlockText
from app.conversations.kinds import CanvasField, ModelPart
from app.core.errors import Invalid

TOPICS = {"tegenspraak": 1, "openheid": 2, "tegengeluid": 1}
ASKED = BlockText(
    text="Vraag wat je mist.", kind=Kind.TIP, model_part=ModelPart.HEART, topic_ids=frozenset({1, 2})
)
TABLE = "tekst;soort;thema's;deel;veld\nVraag wat je mist.;Tip;tegenspraak|Openheid;hart;Wat valt op?\n"
MARKDOWN = """# Ons canvas
gesprek: #7

## Wat valt op?
- Vraag wat
  je mist. (soort: tip; thema's: Tegengeluid, openheid; deel: hart)
- Een inzicht (met haakjes).

## Hoofd
* Weet wie het weet.
"""
JSON = """{"gesprek": 7, "canvas": {"wat-valt-op": [
  {"tekst": "Vraag wat je mist.", "soort": "tip", "themas": ["tegenspraak", "openheid"], "deel": "hart"},
  "Een inzicht (met haakjes)."]}, "model": {"Hoofd": "Weet wie het weet."}}"""


def read(content: str) -> Checked:
    return read_file(content, TOPICS)


def troubles(content: str) -> list[tuple[int, str, str]]:
    return [(one.place, one.field, one.code) for one in read(content).troubles]


@pytest.mark.parametrize(
    "content",
    [
        TABLE,
        "\ufeff" + TABLE.replace("\n", "\r\n"),
        TABLE.replace(";", "\t"),
        'soort,themas,tekst,deel,veld\ntip,"tegenspraak,openheid",Vraag wat je mist.,Hart,wat-valt-op\n',
    ],
    ids=["semicolons", "from a spreadsheet", "tabs", "commas"],
)
def test_a_table_gives_a_bouwsteen_per_row(content: str) -> None:
    found = read(content).found
    assert [(one.said, one.field) for one in found] == [(ASKED, CanvasField.STANDS_OUT)]


@pytest.mark.parametrize("content", [MARKDOWN, JSON], ids=["Markdown", "JSON"])
def test_a_filled_canvas_gives_a_bouwsteen_per_entry_with_its_field_or_part(content: str) -> None:
    checked = read(content)
    assert ({one.conversation for one in checked.found}, checked.troubles) == ({7}, ())
    asked, plain, head = checked.found
    assert (asked.said, asked.field) == (ASKED, CanvasField.STANDS_OUT)
    assert plain.said == BlockText(text="Een inzicht (met haakjes).")
    assert head.said == BlockText(text="Weet wie het weet.", model_part=ModelPart.HEAD)


def test_bad_rows_are_named_by_number_and_field_and_good_ones_are_kept() -> None:
    content = (
        "tekst;soort;themas;deel\nGoed.;tip;openheid;hart\n;tip;;\nFout.;grap;geld;staart\n\nOok goed.;;;\n"
    )
    assert [one.said.text for one in read(content).found] == ["Goed.", "Ook goed."]
    assert troubles(content) == [
        (3, "tekst", "block_text_missing"),
        (4, "soort", "import_unknown_word"),
        (4, "deel", "import_unknown_word"),
        (4, "themas", "import_unknown_word"),
    ]


def test_what_stands_under_another_heading_of_a_canvas_is_named() -> None:
    assert troubles("## Boodschappen\n- Melk.\n## Bouwstenen\n- Een inzicht.\n") == [
        (2, "veld", "import_unknown_heading")
    ]
    assert troubles('[{"soort": "tip"}, 7, "Een inzicht."]') == [
        (1, "tekst", "block_text_missing"),
        (2, "tekst", "import_not_words"),
    ]


def test_loose_words_of_a_canvas_are_named_by_their_first_line_and_join_no_other_bouwsteen() -> None:
    content = (
        "- Een inzicht\n  van twee regels.\n\nLosse woorden\nop twee regels.\n\n"
        "## Boodschappen\n- Melk\n  en kaas.\n"
    )
    assert [one.said.text for one in read(content).found] == ["Een inzicht van twee regels."]
    assert troubles(content) == [(4, "tekst", "import_loose_words"), (8, "veld", "import_unknown_heading")]


def placed(content: str, chosen: int | None) -> Placed:
    """As for somebody who may add to 7 and 8; 9 is another's."""
    return place(read(content), chosen, {9: "import_not_your_conversation"})


def test_every_row_goes_to_the_conversation_that_it_names_or_else_to_the_chosen_one() -> None:
    content = "tekst;gesprek\nEen.;7\nTwee.;8\nDrie.;9\nVier.;\nVijf.;acht\n"
    alone = placed(content, None)
    assert {number: [one.said.text for one in kept] for number, kept in alone.found.items()} == {
        7: ["Een."],
        8: ["Twee."],
    }
    assert [(one.place, one.code) for one in alone.troubles] == [
        (4, "import_not_your_conversation"),
        (5, "import_row_without_conversation"),
        (6, "import_no_number"),
    ]
    chosen = placed(content, 7)
    assert [one.said.text for one in chosen.found[7]] == ["Een.", "Vier."] and len(chosen.found) == 1
    assert [(one.place, one.code) for one in chosen.troubles[:2]] == [
        (3, "import_other_conversation"),
        (4, "import_other_conversation"),
    ]


def test_an_entry_of_a_canvas_may_name_another_conversation_than_the_rest() -> None:
    content = '{"gesprek": 7, "bouwstenen": ["Een.", {"tekst": "Twee.", "gesprek": 8}]}'
    assert sorted(placed(content, None).found) == [7, 8]


def test_a_file_that_names_no_conversation_needs_a_chosen_one() -> None:
    with pytest.raises(Invalid) as refused:
        named_conversations(read(TABLE).found, None)
    assert refused.value.code == "import_without_conversation"
    assert named_conversations(read(TABLE).found, 7) == {7}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("naam;plaats\nNoor;Hier\n", "import_without_text_column"),
        ("tekst\n", "import_empty"),
        ("{", "import_unreadable"),
        ("[" * 100_000, "import_unreadable"),
        ("7", "import_without_text_column"),
        ('tekst\n"' + "a" * 200_000 + '"\n', "import_unreadable"),
        ("tekst\n" + "Een inzicht.\n" * (MOST_ROWS + 1), "import_too_many"),
        ("a" * (LONGEST_FILE + 1), "import_too_large"),
    ],
)
def test_what_is_no_such_file_is_refused_as_a_whole(content: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(content)
    assert refused.value.code == code


def test_signs_that_no_text_may_hold_are_left_out_however_they_are_written() -> None:
    read = read_file(r'["Zeg \u0000wat\ud800 je\u202e ziet.", {"tekst": "x", "soort": "\ud800y"}]', TOPICS)
    assert [one.said.text for one in read.found] == ["Zeg wat je ziet."]
    assert read.troubles[0].facts == {"word": "y"}


@pytest.mark.parametrize("rest", ["x\n" * 200_000, "(" + ":" * 400_000])
def test_a_file_of_one_endless_item_is_refused_at_once(rest: str) -> None:
    begun = perf_counter()
    assert [code for _, _, code in troubles(f"- een {rest}")] == ["text_too_long"]
    assert perf_counter() - begun < 5
