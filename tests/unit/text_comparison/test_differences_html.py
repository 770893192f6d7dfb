import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from app.text.cutting.model import BlockKind
from app.text.differences import compare, source_differences
from app.text.differences_html import Margin, inline_html, side_by_side_html
from tests.unit.text_comparison.segments import Shown, paragraphs

TAGS = {"div", "p", "strong", "ul", "li", "pre", "code", "ins", "del", "span", "br", "details", "summary"}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
CLASSES = {
    "diff",
    "diff-block",
    "diff-ins",
    "diff-del",
    "diff-fold",
    "diff-note",
    "diff-side",
    "visually-hidden",
}
CLASSES |= {f"diff-block--{kind}" for kind in ("inserted", "removed", "changed", "moved", "same")}
HOSTILE = st.lists(
    st.builds(
        Shown,
        text=st.one_of(
            st.sampled_from(["<script>", "</ins>", '" onclick="', "&lt;", "'"]), st.text(max_size=12)
        ),
        html=st.just("<p>"),
        kind=st.sampled_from(list(BlockKind)),
    ),
    max_size=7,
)
SENTENCES = st.lists(st.sampled_from(["de", "gids", "is", "nu", "heel", "helder"]), min_size=1).map(" ".join)


class Reader(HTMLParser):
    """Checks that tags are ours and closed in order, and keeps the text that is not only for the ear."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.opened: list[tuple[str, str]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        assert tag in TAGS
        assert set(names) <= {"class", "scope", "role", "colspan", "data-label"}
        assert set((names.get("class") or "").split()) <= CLASSES
        if tag != "br":
            self.opened.append((tag, names.get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if not any(name in ("visually-hidden", "diff-note") or tag == "summary" for tag, name in self.opened):
            self.text += data


def read(html: str) -> str:
    reader = Reader()
    reader.feed(str(html))  # a Markup would escape what is added to it
    reader.close()
    assert not reader.opened
    return reader.text


@given(HOSTILE, HOSTILE)
def test_whatever_the_texts_hold_only_our_own_tags_are_written(old: list[Shown], new: list[Shown]) -> None:
    changes = compare(old, new)
    read(inline_html(changes))
    read(side_by_side_html(changes, old_label="<b>", new_label='"'))


@given(HOSTILE, HOSTILE)
def test_every_word_is_on_the_page(old: list[Shown], new: list[Shown]) -> None:
    changes = compare(old, new)
    seen = "".join(read(side_by_side_html(changes, old_label="", new_label="")).replace("¶", "").split())
    if old != new:
        assert all("".join(block.text.split()).replace("¶", "") in seen for block in (*old, *new))


def test_a_changed_word_reads_without_colour() -> None:
    html = inline_html(
        compare(paragraphs("Begin heel klein met iets."), paragraphs("Begin heel groot met iets."))
    )
    assert re.sub("<[^>]+>", "", html) == (
        "Begin heel verwijderd: klein einde verwijdering ingevoegd: groot einde invoeging met iets."
    )


def test_a_removed_comma_leaves_no_gap_before_it() -> None:
    html = inline_html(compare(paragraphs("Wacht even, en kijk dan."), paragraphs("Wacht even en kijk dan.")))
    assert 'even<del class="diff-del">' in html
    assert "</del> en kijk" in html


def test_what_is_far_from_a_change_is_folded() -> None:
    before = [f"Dit is alinea nummer {number} van de tekst." for number in range(9)]
    after = [f"Hierna komt nog stuk {number} met meer." for number in range(4)]
    html = inline_html(
        compare(paragraphs(*before, "Slot van nu.", *after), paragraphs(*before, "Slot van toen.", *after))
    )
    assert re.findall("<summary>(.*?)</summary>", html) == [
        "7 ongewijzigde alinea's",
        "2 ongewijzigde alinea's",
    ]
    assert read(html).startswith(before[0])


def test_a_moved_paragraph_says_where_it_came_from_and_went() -> None:
    one, two, three = (
        "Dit is de eerste alinea hier.",
        "Hierna komt nog een tweede.",
        "Als laatste volgt het slot.",
    )
    down = inline_html(compare(paragraphs(one, two, three), paragraphs(two, three, one)))
    assert "verplaatst naar verderop in de tekst" in down
    assert "verplaatst van eerder in de tekst" in down
    up = inline_html(compare(paragraphs(two, three, one), paragraphs(one, two, three)))
    assert "verplaatst van verderop in de tekst" in up


def test_structure_carries_its_name() -> None:
    html = inline_html(compare([], paragraphs("Tegenspraak", kind=BlockKind.HEADING)))
    assert '<p class="diff-note">Kop</p><p><strong><ins' in html


def test_side_by_side_has_named_columns_and_labelled_cells() -> None:
    changes = compare(paragraphs("Begin heel klein."), paragraphs("Begin heel groot."))
    html = side_by_side_html(changes, old_label="Versie 3", new_label="Versie 5")
    assert '<th scope="col" role="columnheader">Versie 3</th>' in html
    old, new = (cell for cell in html.split("<td")[1:])
    assert 'data-label="Versie 3"' in old
    assert "klein" in old
    assert "groot" not in old
    assert "groot" in new


@given(SENTENCES, SENTENCES)
def test_each_column_reads_as_its_own_text(old: str, new: str) -> None:
    changes = compare(paragraphs(old), paragraphs(new))
    html = side_by_side_html(changes, old_label="old", new_label="new")
    cells = re.findall('data-label="(old|new)">(.*?)</td>', html)
    columns = {name: "".join(read(cell) for label, cell in cells if label == name) for name in ("old", "new")}
    if old != new:
        assert [columns["old"].split(), columns["new"].split()] == [old.split(), new.split()]


def test_a_part_without_words_is_named_when_it_comes_or_goes() -> None:
    line = [Shown("", "<hr>", BlockKind.RULE)]
    assert "Streep · onderdeel zonder tekst ingevoegd" in inline_html(compare([], line))
    assert "Streep · onderdeel zonder tekst verwijderd" in inline_html(compare(line, []))


def test_equal_texts_say_so() -> None:
    changes = compare(paragraphs("Zo."), paragraphs("Zo."))
    assert "Geen verschillen." in inline_html(changes)
    assert "Geen verschillen." in side_by_side_html(changes, old_label="a", new_label="b")


def test_source_lines_are_shown_as_code_without_a_name() -> None:
    html = inline_html(source_differences("# Kop", "## Kop"), lines=True)
    assert "<pre><code>" in html
    assert "diff-note" not in html


def test_every_block_has_its_margin_once_and_what_is_held_stays_in_sight() -> None:
    old = paragraphs(*(f"Alinea nummer {number}." for number in range(12)))
    changes = compare(old, [*paragraphs("Nieuw begin."), *old[1:]])
    margin = Margin(
        lambda change: Markup("[{}]").format(change.new_text or change.old_text),
        lambda change: change.new_text == "Alinea nummer 9.",
    )
    for html in (
        inline_html(changes, margin=margin),
        side_by_side_html(changes, old_label="a", new_label="b", margin=margin),
    ):
        assert all(html.count(f"[{block.text}]") == 1 for block in old[1:])
        assert html.count("ongewijzigde alinea") == 2
        folds = re.findall(r"<details.*?</details>", html, re.DOTALL)
        assert not any("[Alinea nummer 9.]" in fold for fold in folds)
