import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import NotFound
from app.text.rendering import render
from app.text.sections import edited_section, replace_section, section_source, sections
from tests.unit.text.samples import SOURCES

SOURCE = """Inleiding.

# Gids

## Eerste *kop*

Een.

### Dieper

Twee.

## Tweede

Drie.

## Tweede

Vier.
"""


def test_a_section_runs_to_the_next_heading_of_its_level_or_higher() -> None:
    assert section_source(SOURCE, "kop-eerste-kop") == "## Eerste *kop*\n\nEen.\n\n### Dieper\n\nTwee.\n\n"
    assert section_source(SOURCE, "kop-dieper") == "### Dieper\n\nTwee.\n\n"
    assert section_source(SOURCE, "kop-gids").endswith("Vier.\n")


def test_sections_know_their_title_and_level_and_repeated_titles_are_told_apart() -> None:
    assert [(part.anchor, part.title, part.level) for part in sections(SOURCE)] == [
        ("kop-gids", "Gids", 1),
        ("kop-eerste-kop", "Eerste kop", 2),
        ("kop-dieper", "Dieper", 3),
        ("kop-tweede", "Tweede", 2),
        ("kop-tweede-2", "Tweede", 2),
    ]


def test_a_heading_in_a_quote_opens_no_section() -> None:
    assert [part.title for part in sections("# Een\n\n> # Twee\n\n- # Drie\n")] == ["Een"]


def test_another_text_for_one_section_leaves_the_rest_as_it_was() -> None:
    changed = replace_section(SOURCE, "kop-dieper", "### Dieper\n\nAnders.")
    assert changed == SOURCE.replace("Twee.", "Anders.")


def test_the_next_heading_stays_apart_in_the_line_ends_of_the_text() -> None:
    changed = replace_section("## A\r\n\r\nx\r\n\r\n## B\r\n", "kop-a", "## A\r\n\r\ny")
    assert changed == "## A\r\n\r\ny\r\n\r\n## B\r\n"


def test_a_section_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(NotFound) as refusal:
        section_source(SOURCE, "kop-weg")
    assert refusal.value.code == "section_missing"


@given(SOURCES)
def test_putting_a_section_back_unchanged_changes_nothing(source: str) -> None:
    for section in sections(source):
        assert replace_section(source, section.anchor, section_source(source, section.anchor)) == source


@given(SOURCES, st.text("ab# \n", max_size=20))
def test_a_section_is_found_back_by_what_stands_around_it(source: str, new: str) -> None:
    for section in sections(source):
        edited = replace_section(source, section.anchor, new)
        found = edited_section(source, edited, section.anchor)
        assert found is not None and found.rstrip("\r\n") == new.rstrip("\r\n")


def test_a_section_is_not_found_back_when_the_rest_changed_too() -> None:
    assert edited_section(SOURCE, SOURCE.replace("Een.", "Anders."), "kop-dieper") is None
    assert edited_section(SOURCE, SOURCE, "kop-weg") is None


@given(SOURCES)
def test_the_page_has_an_id_for_every_section(source: str) -> None:
    rendered = render(source, {})
    for section in sections(source):
        assert f'id="{section.anchor}"' in rendered.html
    assert [(part.anchor, part.title) for part in sections(source)] == [
        (heading.anchor, heading.text) for heading in rendered.headings
    ]
