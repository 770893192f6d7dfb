import json

import pytest
from hypothesis import given

from app.text.blocks import cut_blocks
from app.text.rendering import Rendered, render
from tests.unit.text.samples import SOURCES


def shown(source: str) -> str:
    """The page's HTML without line ends between tags."""
    return render(source, {}).html.replace(">\n", ">").strip()


@pytest.mark.parametrize(
    ("source", "markup"),
    [
        ("**vet** *schuin*", "<strong>vet</strong> <em>schuin</em>"),
        ("~~weg~~ `code`", "<del>weg</del> <code>code</code>"),
        ("snake_case_naam", "snake_case_naam"),
        ("een  \ntwee", "een<br>\ntwee"),
        ("a < b & c &copy; &amp;", "a &lt; b &amp; c &copy; &amp;"),
        ("\\*letterlijk\\*", "*letterlijk*"),
        ("vul <naam> in", "vul &lt;naam&gt; in"),
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ("[x](relatief.md){:target=_blank}", '<a href="relatief.md">x</a>'),
        ("<mij@voorbeeld.nl>", '<a href="mailto:mij@voorbeeld.nl">mij@voorbeeld.nl</a>'),
        ("![Alt](/bijlage/ab12/x.png)", '<img alt="Alt" src="/bijlage/ab12/x.png">'),
        ("![Alt](x.png)", '<span class="missing-image">Afbeelding: Alt</span>'),
        ("\x00a\x02\x08b\x0b", "ab"),
    ],
)  # fmt: skip
def test_signs_inside_a_line(source: str, markup: str) -> None:
    assert shown(source).replace("<br>", "<br>\n").removeprefix("<p>").removesuffix("</p>") == markup


@pytest.mark.parametrize(
    ("source", "address", "words"),
    [
        ("[x](https://voorbeeld.nl)", "https://voorbeeld.nl", "x"),
        ("<https://voorbeeld.nl/a_b_c>", "https://voorbeeld.nl/a_b_c", "https://voorbeeld.nl/a_b_c"),
        ("Zie https://voorbeeld.nl/a_b_c?d=1.", "https://voorbeeld.nl/a_b_c?d=1", "https://voorbeeld.nl/a_b_c?d=1"),
        ("(https://voorbeeld.nl)", "https://voorbeeld.nl", "https://voorbeeld.nl"),
        ("![Kaart](https://voorbeeld.nl/k.png)", "https://voorbeeld.nl/k.png", "Afbeelding: Kaart"),
        ("<a href='//voorbeeld.nl'>x</a>", "//voorbeeld.nl", "x"),
    ],
)  # fmt: skip
def test_links_and_pictures_from_elsewhere_are_marked_links(source: str, address: str, words: str) -> None:
    link = f'<a href="{address}" rel="noopener noreferrer" class="external-link">{words}</a>'
    assert link in shown(source)
    assert "<img" not in shown(source)


def test_headings_start_below_the_title_of_the_page_and_skip_no_level() -> None:
    rendered = render("# Een\n\n## Twee\n\n##### Drie\n\n### Vier {#x .y}\n", {})
    assert [(part.level, part.anchor, part.text) for part in rendered.headings] == [
        (2, "kop-een", "Een"),
        (2, "kop-twee", "Twee"),
        (3, "kop-drie", "Drie"),
        (3, "kop-vier", "Vier"),
    ]
    assert '<h3 id="kop-vier">Vier</h3>' in rendered.html


def test_tight_lists_have_no_paragraphs_and_loose_lists_do() -> None:
    assert shown("- a\n  1. b\n- c\n") == "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>"
    assert shown("7. a\n\n8. b\n") == '<ol start="7"><li><p>a</p></li><li><p>b</p></li></ol>'


def test_tasks_are_told_to_the_ear_and_are_no_form_fields() -> None:
    hidden = '<span class="visually-hidden">Gedaan: </span>'
    assert shown("- [x] klaar\n") == (f'<ul><li><span class="task task--done">{hidden}klaar</span></li></ul>')
    assert render("- [x] klaar\n- [ ] open\n", {}).text == "klaar\nopen"


def test_a_table_scrolls_by_itself_and_is_aligned_by_classes() -> None:
    markup = shown("| a | b |\n|:-:|--:|\n| `x|y` | 2 |\n")
    assert markup.startswith(
        '<div class="table-scroll" tabindex="0" role="region" aria-label="Tabel"><table><thead>'
        '<tr><th class="align-center" scope="col">a</th>'
    )
    assert '<td class="align-center"><code>x|y</code></td><td class="align-right">2</td>' in markup
    assert "style=" not in markup


def test_tables_on_one_page_have_names_of_their_own() -> None:
    markup = shown("| a |\n|---|\n\nTekst\n\n| b |\n|---|\n")
    assert 'aria-label="Tabel 1"' in markup
    assert 'aria-label="Tabel 2"' in markup


@pytest.mark.parametrize(
    ("source", "cls", "title"),
    [
        ("!!! note\n    x", "admonition--note", "Opmerking"),
        ("!!! WARNING\n    x", "admonition--warning", "Waarschuwing"),
        ('!!! voorbeeld "Mijn *titel*"\n    x', "admonition--example", "Mijn <em>titel</em>"),
        ("!!! eigen-soort\n    x", "admonition--note", "Eigen soort"),
    ],
)
def test_an_admonition_is_a_note_with_a_title(source: str, cls: str, title: str) -> None:
    assert shown(source) == (
        f'<div class="admonition {cls}" role="note"><p class="admonition__title">{title}</p><p>x</p></div>'
    )


def test_a_folding_admonition_opens_without_script() -> None:
    summary = '<summary class="admonition__title">Tip</summary>'
    assert shown("??? tip\n    x") == (
        f'<details class="admonition admonition--tip">{summary}<p>x</p></details>'
    )
    assert "<details" in shown("???+ tip\n    x")
    assert "open" in shown("???+ tip\n    x")


def test_notes_stand_at_the_end_in_the_order_of_their_mention_with_a_way_back() -> None:
    markup = shown("[^b] en [^a] en [^b] [^onbekend]\n\n[^a]: Noot a\n\n[^b]: Noot *b*\n")
    assert '<sup class="footnote-ref" id="fnref-1"><a aria-label="Noot 1" href="#fn-1">1</a></sup>' in markup
    assert (
        '<section class="footnotes" aria-label="Voetnoten"><ol><li id="fn-1"><p>Noot <em>b</em></p>' in markup
    )
    assert 'href="#fnref-1-2" class="footnote-back" aria-label="Terug naar de tekst bij noot 1"' in markup
    assert markup.index("Noot <em>b</em>") < markup.index("Noot a")
    assert "[^onbekend]" in markup


def test_definitions_quotes_code_and_rules() -> None:
    assert shown("Ambt\n: Taak\n") == "<dl><dt>Ambt</dt><dd>Taak</dd></dl>"
    assert shown("> - a\n") == "<blockquote><ul><li>a</li></ul></blockquote>"
    assert shown("```\n<b>&\n```\n") == '<pre class="code" tabindex="0"><code>&lt;b&gt;&amp;</code></pre>'
    assert shown("a\n\n---\n") == "<p>a</p><hr>"


def test_links_can_have_their_address_elsewhere_in_the_text() -> None:
    assert '<a href="/zoeken" title="Titel">x</a>' in shown("[x][Daar]\n\n[daar]: /zoeken 'Titel'\n")


def test_the_words_of_a_page_are_one_line_per_block_without_signs() -> None:
    source = "# Kop\n\nEen **twee**\ndrie [[X|vier]].[^1]\n\n| a | b |\n|---|---|\n\n---\n\n[^1]: Noot\n"
    assert render(source, {}).text == "Kop\nEen twee drie vier.\na | b\nNoot"


@given(SOURCES)
def test_there_is_one_segment_for_each_block_in_order(source: str) -> None:
    segments = render(source, {}).segments
    assert [part.kind for part in segments] == [block.kind for block in cut_blocks(source)]


@given(SOURCES)
def test_a_rendered_text_survives_storage(source: str) -> None:
    rendered = render(source, {})
    assert Rendered.from_dict(json.loads(json.dumps(rendered.to_dict()))) == rendered


def test_segments_stand_apart_without_ids_and_without_links_within_the_page() -> None:
    segments = render("# Kop\n\nTekst[^1] [x](#kop)\n\n3. drie\n\n[^1]: Noot\n", {}).segments
    assert [part.html.strip() for part in segments][::2] == [
        "<h2>Kop</h2>",
        '<ol start="3"><li>drie</li></ol>',
    ]
    assert not any(' id="' in part.html or 'href="#' in part.html for part in segments)


def test_blocks_that_show_nothing_have_empty_segments() -> None:
    segments = render("\n<!-- x -->\n\n[a]: /b\n\n<script>\nalert(1)\n</script>\n", {}).segments
    assert [(part.html.strip(), part.text) for part in segments] == [("", "")] * 4


def test_real_texts_render_block_by_block_and_leave_no_markdown_behind(present_texts: list[str]) -> None:
    assert len(present_texts) > 100
    for text in present_texts:
        rendered = render(text, {})
        assert len(rendered.segments) == len(cut_blocks(text))
        prose = [part.html for part in rendered.segments if part.kind in ("paragraph", "list_item")]
        assert not any("](http" in markup or "```" in markup for markup in prose)
