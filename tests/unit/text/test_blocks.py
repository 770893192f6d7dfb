import pytest

from app.text.blocks import Block, BlockKind, ContainerKind, cut_blocks


def outline(source: str) -> list[tuple[str, str]]:
    """Each block as kind, with its containers before it, and content."""
    return [("/".join([*block.path, block.kind]), block.content(source)) for block in cut_blocks(source)]


def only(source: str) -> Block:
    (block,) = cut_blocks(source)
    return block


def test_a_paragraph_ends_at_a_blank_line_and_owns_it() -> None:
    first, second = cut_blocks("Een\ntwee.\n\n\nDrie.\n")
    assert (first.start, first.text_end, first.end) == (0, 10, 12)
    assert second.kind is BlockKind.PARAGRAPH


def test_blank_lines_at_the_top_are_a_block_of_their_own() -> None:
    assert outline("\n\nTekst\n") == [("blank", ""), ("paragraph", "Tekst")]


@pytest.mark.parametrize(
    ("source", "level", "title"),
    [
        ("# Kop\n", 1, "Kop"),
        ("###   Kop   ###  \n", 3, "Kop"),
        ("## C#\n", 2, "C#"),
        ("#\n", 1, ""),
        ("Kop\n===\n", 1, "Kop"),
        ("Kop\n---\n", 2, "Kop"),
    ],
)
def test_headings_are_known_by_signs_before_or_a_line_under_them(source: str, level: int, title: str) -> None:
    block = only(source)
    assert (block.kind, block.level, block.content(source)) == (BlockKind.HEADING, level, title)


@pytest.mark.parametrize("source", ["#geen kop\n", "####### zeven\n", "- \\# nee"])
def test_what_only_resembles_a_heading_is_text(source: str) -> None:
    assert only(source).is_prose


def test_a_list_may_follow_a_paragraph_at_once_and_nest_by_two_or_four_spaces() -> None:
    assert outline("Tekst:\n- a\n  - b\n    - c\n- d\n\n1. een\n    - twee\n") == [
        ("paragraph", "Tekst:"),
        ("bullets/item/list_item", "a"),
        ("bullets/item/bullets/item/list_item", "b"),
        ("bullets/item/bullets/item/bullets/item/list_item", "c"),
        ("bullets/item/list_item", "d"),
        ("numbers/item/list_item", "een"),
        ("numbers/item/bullets/item/list_item", "twee"),
    ]


def test_items_of_one_list_share_its_container_and_another_list_has_another() -> None:
    one, two, other = cut_blocks("3. drie\n4. vier\n\n- anders\n")
    assert one.containers[0] == two.containers[0]
    assert one.containers[0].info == "3"
    assert other.containers[0].number != one.containers[0].number


def test_an_item_goes_on_over_lines_and_paragraphs() -> None:
    assert outline("- een\n  twee\ndrie\n\n  vier\n\nvijf\n") == [
        ("bullets/item/list_item", "een\ntwee\ndrie"),
        ("bullets/item/paragraph", "vier"),
        ("paragraph", "vijf"),
    ]


def test_a_year_at_the_start_of_a_line_opens_no_list() -> None:
    assert outline("Het was in\n1986. Toen begon het.\n") == [
        ("paragraph", "Het was in\n1986. Toen begon het.")
    ]


def test_task_items_say_whether_they_are_done() -> None:
    source = "- [x] gedaan\n- [ ] nog niet\n- [x]zonder spatie\n"
    found = [(block.info, block.content(source)) for block in cut_blocks(source)]
    assert found == [("done", "gedaan"), ("todo", "nog niet"), ("", "[x]zonder spatie")]


def test_a_table_has_a_head_and_a_block_for_each_row() -> None:
    assert outline("Tekst\n| a | b |\n|---|:-:|\n| 1 | 2 |\n| 3 |\nNa\n") == [
        ("paragraph", "Tekst"),
        ("table/table_head", "| a | b |\n|---|:-:|"),
        ("table/table_row", "| 1 | 2 |"),
        ("table/table_row", "| 3 |"),
        ("paragraph", "Na"),
    ]


def test_a_row_of_dashes_under_another_number_of_cells_makes_no_table() -> None:
    assert outline("| a | b |\n|---|\n")[0][0] == "paragraph"


def test_an_admonition_holds_what_is_indented_under_it() -> None:
    assert outline('!!! warning dismissible "Let op"\n    Een\n\n    - twee\nBuiten\n') == [
        ("admonition/admonition", "Let op"),
        ("admonition/paragraph", "Een"),
        ("admonition/bullets/item/list_item", "twee"),
        ("paragraph", "Buiten"),
    ]


@pytest.mark.parametrize(("sign", "kind"), [("???", ContainerKind.FOLDED), ("???+", ContainerKind.UNFOLDED)])
def test_an_admonition_can_fold(sign: str, kind: ContainerKind) -> None:
    title, body = cut_blocks(f"{sign} tip\n    Tekst\n")
    assert title.info == "tip"
    assert body.path == (kind,)


def test_a_quote_holds_blocks_and_a_line_without_a_sign_may_go_on() -> None:
    assert outline("> Een\ntwee\n> - drie\n>\n> vier\n\n> vijf\n") == [
        ("quote/paragraph", "Een\ntwee"),
        ("quote/bullets/item/list_item", "drie"),
        ("quote/paragraph", "vier"),
        ("quote/paragraph", "vijf"),
    ]


def test_terms_and_definitions_form_one_list() -> None:
    source = "Ambt\n: Een taak\n\n    Meer.\n\nTegenspraak\nWeerwoord\n:   Iets anders\n"
    assert outline(source) == [
        ("definitions/definition_term", "Ambt"),
        ("definitions/definition/definition", "Een taak"),
        ("definitions/definition/paragraph", "Meer."),
        ("definitions/definition_term", "Tegenspraak"),
        ("definitions/definition_term", "Weerwoord"),
        ("definitions/definition/definition", "Iets anders"),
    ]
    assert len({block.containers[0] for block in cut_blocks(source)}) == 1


def test_a_note_goes_on_while_it_is_indented() -> None:
    source = "[^bron]: Eerste\n    regel\n\n    Tweede alinea\n\nBuiten\n"
    assert outline(source) == [
        ("footnote/footnote", "Eerste\nregel"),
        ("footnote/paragraph", "Tweede alinea"),
        ("paragraph", "Buiten"),
    ]
    assert cut_blocks(source)[0].containers[0].info == "bron"


@pytest.mark.parametrize("fence", ["```", "~~~", "`````"])
def test_fenced_code_keeps_its_lines_and_blank_lines(fence: str) -> None:
    source = f"{fence}python x\n- a\n\n  # b\n{fence}\nna\n"
    code, after = cut_blocks(source)
    assert (code.kind, code.info, code.content(source)) == (BlockKind.CODE, "python", "- a\n\n  # b")
    assert after.content(source) == "na"


def test_a_fence_that_is_never_closed_ends_with_its_container() -> None:
    assert outline("- item\n  ```\n  code\n\nna\n```\nopen\n") == [
        ("bullets/item/list_item", "item"),
        ("bullets/item/code", "code\n"),
        ("paragraph", "na"),
        ("code", "open"),
    ]


def test_indented_lines_after_a_blank_line_are_code_and_before_one_text() -> None:
    assert outline("Tekst\n    gaat door\n\n    code\n\n      meer\n") == [
        ("paragraph", "Tekst\ngaat door"),
        ("code", "code\n\n  meer"),
    ]


@pytest.mark.parametrize("rule", ["---", "***", "_ _ _", "- - -"])
def test_three_signs_on_a_line_are_a_rule(rule: str) -> None:
    assert outline(f"Een\n\n{rule}\n\nTwee\n")[1] == ("rule", "")


def test_html_lasts_until_a_blank_line_and_a_script_until_it_is_closed() -> None:
    assert outline("<div>\n*x*\n\nTekst\n<script>\n\nalert(1)\n</script>\nNa\n") == [
        ("html", "<div>\n*x*"),
        ("paragraph", "Tekst"),
        ("html", "<script>\n\nalert(1)\n</script>"),
        ("paragraph", "Na"),
    ]


def test_a_comment_is_a_block_unless_it_is_never_closed() -> None:
    assert outline("<!-- een\n\ntwee -->\nTekst\n\n<!-- open\n") == [
        ("comment", "<!-- een\n\ntwee -->"),
        ("paragraph", "Tekst"),
        ("paragraph", "<!-- open"),
    ]


def test_markdown_inside_a_marked_html_tag_is_markdown() -> None:
    assert outline('<div class="grid" markdown>\n- a\n\n</div>\n') == [
        ("html", '<div class="grid" markdown>'),
        ("bullets/item/list_item", "a"),
        ("html", "</div>"),
    ]


def test_addresses_of_links_and_embedded_blocks_stand_alone() -> None:
    assert outline('[a]: https://voorbeeld.nl "Titel"\n{{bouwsteen:12}}\n{{iets:12}}\n') == [
        ("reference", '[a]: https://voorbeeld.nl "Titel"'),
        ("embed", "{{bouwsteen:12}}"),
        ("paragraph", "{{iets:12}}"),
    ]


def test_windows_line_ends_stay_in_the_source_and_out_of_the_content() -> None:
    source = "- a\r\n  b\r\n\r\n# Kop\r\n"
    assert outline(source) == [("bullets/item/list_item", "a\nb"), ("heading", "Kop")]
    assert cut_blocks(source)[0].source(source) == "- a\r\n  b\r\n\r\n"
