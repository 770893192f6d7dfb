"""Taking one old change out of a text, with everything that came after it left in."""

from hypothesis import given
from hypothesis import strategies as st

from app.pages.rules import PageContent
from app.proposals.undoing.rules import without_change

FIRST = "Wees open. Vertel wat je weet.\n\nLuister ook.\n"
SECOND = FIRST.replace("wat je weet", "rustig wat je weet")
SENTENCES = ["Een zin. ", "Nog een zin.\n\n", "Iets anders. ", "Het slot.\n\n"]
WORDS = st.lists(st.sampled_from(SENTENCES), max_size=6)


def content(body: str, title: str = "Openheid", topics: frozenset[int] = frozenset()) -> PageContent:
    return PageContent(title, "Waar het over gaat.", body, topics)


def test_what_came_later_stays() -> None:
    now = SECOND.replace("Luister ook.", "Luister ook naar stilte.")
    undone = without_change(content(now), before=content(FIRST), changed=content(SECOND))
    assert undone.content == content(FIRST.replace("Luister ook.", "Luister ook naar stilte."))
    assert undone.left == ()


def test_where_a_later_change_stands_on_it_the_present_words_stay_and_are_named() -> None:
    now = SECOND.replace("rustig wat je weet", "heel rustig wat je weet")
    undone = without_change(content(now), before=content(FIRST), changed=content(SECOND))
    assert undone.content == content(now)
    assert [place.current for place in undone.left] == ["Vertel heel rustig wat je weet."]


def test_title_and_themes_are_undone_too() -> None:
    before, changed = content(FIRST, "Openheid"), content(FIRST, "Open zijn", frozenset({1}))
    now = content(FIRST + "\nEen alinea erbij.\n", "Open zijn", frozenset({1, 2}))
    undone = without_change(now, before=before, changed=changed)
    assert (undone.content.title, undone.content.topic_ids) == ("Openheid", frozenset({2}))
    assert "Een alinea erbij." in undone.content.body


@given(WORDS, WORDS)
def test_undoing_the_last_change_gives_what_stood_there_before(old: list[str], new: list[str]) -> None:
    before, changed = content("".join(old)), content("".join(new))
    undone = without_change(changed, before=before, changed=changed)
    assert undone.content == before
    assert undone.left == ()
