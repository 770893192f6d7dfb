"""A proposed change in parts, without a database."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations

import pytest

from app.pages.rules import PageContent
from app.proposals.kinds import ChangeKind, PartKind
from app.proposals.parts.cutting import MOST_PARTS, CutChange, cut_change
from app.proposals.texts import ChangeText

TOPICS = {1: "Openheid", 2: "Tegenspraak", 3: "Menselijke maat"}
BASE = PageContent("Oefenen", "Waarom je oefent.", "Eerste alinea.\n\nTweede alinea.\n", frozenset({1, 2}))
WANTED = PageContent(
    "Samen oefenen", "Waarom je samen oefent.", "De eerste alinea.\n\nDe tweede alinea.\n", frozenset({2, 3})
)


def change(
    content: PageContent = WANTED, kind: ChangeKind = ChangeKind.EDIT, position: int = 1
) -> ChangeText:
    return ChangeText(
        id=1, version_id=1, number=1, position=position, kind=kind, page_id=1, base_revision_id=1,
        content=content, change_note="", reason="Beter.", minor=False,
        sent_at=datetime(2026, 11, 3, tzinfo=UTC),
    )  # fmt: skip


def content(cut: CutChange, *kinds: PartKind) -> PageContent:
    taken = cut.take({part.key for part in cut.parts if part.kind in kinds})
    assert taken is not None
    return taken.content


def test_title_lead_themes_and_text_are_parts() -> None:
    cut = cut_change(change(), BASE, TOPICS)
    assert [(part.kind, part.old, part.new) for part in cut.parts] == [
        (PartKind.TITLE, "Oefenen", "Samen oefenen"),
        (PartKind.LEAD, "Waarom je oefent.", "Waarom je samen oefent."),
        (PartKind.TOPIC, "", "Menselijke maat"),
        (PartKind.TOPIC, "Openheid", ""),
        (PartKind.TEXT, "Eerste alinea.", "De eerste alinea."),
        (PartKind.TEXT, "Tweede alinea.", "De tweede alinea."),
    ]


def test_all_parts_give_the_proposed_content_and_none_gives_nothing() -> None:
    cut = cut_change(change(), BASE, TOPICS)
    assert cut.take(cut.keys) == change()
    assert cut.take(frozenset()) is None


def test_each_part_can_be_taken_alone() -> None:
    cut = cut_change(change(), BASE, TOPICS)
    assert content(cut, PartKind.TITLE) == replace(BASE, title=WANTED.title)
    assert content(cut, PartKind.LEAD) == replace(BASE, lead=WANTED.lead)
    assert content(cut, PartKind.TOPIC) == replace(BASE, topic_ids=WANTED.topic_ids)
    assert content(cut, PartKind.TEXT) == replace(BASE, body=WANTED.body)


def test_the_parts_taken_and_the_parts_left_make_the_whole() -> None:
    cut = cut_change(change(), BASE, TOPICS)
    for taken in combinations(cut.keys, 3):
        part = cut.take(frozenset(taken))
        assert part is not None
        rest = cut_change(change(), part.content, TOPICS)
        assert len(rest.parts) == len(cut.parts) - 3


def test_a_key_names_the_words_and_not_the_place() -> None:
    later = replace(BASE, body=f"Iets nieuws vooraf.\n\n{BASE.body}")
    wanted = replace(WANTED, body=f"Iets nieuws vooraf.\n\n{WANTED.body}")
    before, after = cut_change(change(), BASE, TOPICS), cut_change(change(wanted), later, TOPICS)
    assert before.keys == after.keys


def test_equal_changes_and_those_of_another_page_have_names_of_their_own() -> None:
    twice = cut_change(change(PageContent("a", "", "b.\n\nc.\n\nb.\n")), PageContent("a", "", "c.\n"), TOPICS)
    assert len(twice.keys) == len(twice.parts) == 2
    assert not cut_change(change(position=2), BASE, TOPICS).keys & cut_change(change(), BASE, TOPICS).keys


@pytest.mark.parametrize("kind", [ChangeKind.MOVE, ChangeKind.ARCHIVE, ChangeKind.CREATE])
def test_what_does_not_change_a_text_is_taken_whole(kind: ChangeKind) -> None:
    asked = change(kind=kind)
    cut = cut_change(asked, None if kind is ChangeKind.CREATE else BASE, TOPICS)
    assert [part.kind for part in cut.parts] == [PartKind.PAGE]
    assert cut.take(cut.keys) is asked


def test_a_page_is_only_renamed_with_its_title() -> None:
    cut = cut_change(change(kind=ChangeKind.RENAME), BASE, TOPICS)
    kinds = {part.kind: taken.kind for part in cut.parts if (taken := cut.take({part.key}))}
    assert kinds[PartKind.TITLE] is ChangeKind.RENAME
    assert kinds[PartKind.TEXT] is ChangeKind.EDIT


def test_a_text_with_too_many_changes_to_choose_from_is_one_part() -> None:
    old = "".join(f"Alinea {number} is oud.\n\nHier tussen {number}.\n\n" for number in range(MOST_PARTS + 1))
    wanted = replace(BASE, body=old.replace("oud", "nieuw"))
    cut = cut_change(change(wanted), replace(BASE, body=old), TOPICS)
    assert [part.kind for part in cut.parts] == [PartKind.BODY]
    taken = cut.take(cut.keys)
    assert taken is not None
    assert taken.content == wanted


def test_a_moved_paragraph_is_a_move() -> None:
    first = "Deze alinea heeft genoeg woorden om haar terug te kennen."
    other = "Een andere alinea vertelt iets over rust en tijd."
    old, new = (replace(BASE, body=f"{one}\n\n{two}\n") for one, two in ((first, other), (other, first)))
    cut = cut_change(change(new), old, TOPICS)
    assert PartKind.MOVED in {part.kind for part in cut.parts}
