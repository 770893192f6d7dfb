from hypothesis import given
from hypothesis import strategies as st

from app.text.comparing.words import WordOp, WordRun, compare_words

TEXTS = st.one_of(
    st.lists(st.sampled_from(["de", "ambtenaar", "luistert", "thema's", "e-mail", ",", ".", "€ 3,50"])).map(
        " ".join
    ),
    st.text(max_size=40),
)


def changes(old: str, new: str) -> list[tuple[str, str]]:
    return [(run.old, run.new) for run in compare_words(old, new) if run.op is not WordOp.SAME]


@given(TEXTS, TEXTS)
def test_the_old_and_the_new_text_can_be_read_from_the_runs(old: str, new: str) -> None:
    runs = compare_words(old, new)
    assert "".join(run.old for run in runs) == old
    assert "".join(run.new for run in runs) == new


@given(TEXTS, TEXTS)
def test_a_run_that_is_the_same_differs_in_white_space_at_most(old: str, new: str) -> None:
    for run in compare_words(old, new):
        assert run.op is not WordOp.SAME or run.old.split() == run.new.split() or run.old.isspace()
        assert (run.op is WordOp.REMOVED) == (not run.new)
        assert (run.op is WordOp.INSERTED) == (not run.old)


def test_whole_words_are_compared_and_punctuation_apart() -> None:
    assert changes("Je luistert naar de collega.", "Je luistert naar de collega's.") == [
        ("collega", "collega's")
    ]
    assert changes("Wacht, en kijk dan.", "Wacht en kijk dan.") == [(", ", "")]


def test_one_word_between_two_changes_does_not_break_them_up() -> None:
    old, new = (
        "Wij vinden het oude of nieuwe beleid goed zo.",
        "Wij vinden het eerste of tweede beleid goed zo.",
    )
    assert changes(old, new) == [("oude of nieuwe ", "eerste of tweede ")]


def test_texts_with_little_in_common_are_one_change() -> None:
    old, new = "De gemeente stuurt een brief.", "Wie belt, krijgt de volgende dag een antwoord van ons."
    assert compare_words(old, new) == (WordRun(WordOp.CHANGED, old, new),)


def test_too_many_words_to_compare_are_one_change() -> None:
    old, new = "een twee drie vier vijf", "zes een twee drie vier zeven"
    assert compare_words(old, new, max_cells=20) == (WordRun(WordOp.CHANGED, old, new),)
