"""A place for a link in each heading of a stored text."""

from dataclasses import asdict

from app.pages.reading import pieces
from app.text.rendering import render

HTML = '<p>Begin.</p>\n<h2 id="kop-een">Een <em>kop</em></h2>\n<p>Zin.</p>\n<h3 id="kop-twee">Twee</h3>\n'
HEADINGS = [
    {"anchor": "kop-een", "level": 2, "text": "Een kop"},
    {"anchor": "kop-twee", "level": 3, "text": "Twee"},
]


def test_the_pieces_are_the_stored_text() -> None:
    assert "".join(piece.html for piece in pieces(HTML, HEADINGS)) == HTML


def test_each_piece_ends_inside_its_heading() -> None:
    first, second, rest = pieces(HTML, HEADINGS)
    assert (first.anchor, first.title) == ("kop-een", "Een kop")
    assert first.html.endswith("<em>kop</em>")
    assert second.html.endswith("Twee")
    assert (rest.html, rest.anchor) == ("</h3>\n", "")


def test_a_heading_that_somebody_typed_as_html_gets_no_link() -> None:
    html = "<h2>Getypt</h2>" + HTML
    assert [piece.anchor for piece in pieces(html, HEADINGS)] == ["kop-een", "kop-twee", ""]


def test_a_heading_inside_a_quote_gets_no_link() -> None:
    html = '<blockquote><h2 id="kop-citaat">Citaat</h2></blockquote>'
    assert [piece.anchor for piece in pieces(html, [])] == [""]


def test_a_text_without_headings_is_one_piece() -> None:
    assert [piece.html for piece in pieces("<p>Zin.</p>", [])] == ["<p>Zin.</p>"]


TEXT = "Begin.\n\n## Een kop\n\nZin.\n\n- een\n- twee\n\n## Nog een kop\n"


def test_there_is_room_under_each_element_for_what_is_said_about_its_blocks() -> None:
    rendered = render(TEXT, {})
    headings = [asdict(heading) for heading in rendered.headings]
    found = pieces(rendered.html, headings, rendered.segments)
    assert "".join(piece.html for piece in found) == rendered.html
    words = [[rendered.segments[block].text for block in piece.blocks] for piece in found if piece.blocks]
    assert words == [["Begin."], ["Een kop", "Zin."], ["een", "twee"]]
    assert [piece.html.rstrip()[-5:] for piece in found if piece.blocks] == [".</p>", ".</p>", "</ul>"]
