import pytest

from app.text.key_words import key_words, stem


@pytest.mark.parametrize(
    "forms",
    [
        ("vraag", "vragen", "vraagt"),
        ("maat", "maten"),
        ("gesprek", "gesprekken"),
        ("advies", "adviezen"),
        ("brief", "brieven"),
        ("regel", "regels"),
        ("mogelijkheid", "mogelijkheden"),
        ("proces", "processen"),
        ("dilemma", "dilemma's", "dilemma’s"),
        ("burger", "burgers"),
        ("coördinatie", "coordinatie"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("minister", "ministerie"), ("beleid", "beeld"), ("regel", "regie"), ("raad", "raam")]
)
def test_other_words_are_kept_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_words_that_say_nothing_and_numbers_are_left_out() -> None:
    text = "Wij hebben in 2021 altijd een Brief aan de burger gestuurd, omdat het moest."
    assert [word for _, word in key_words(text)] == ["brief", "burger", "gestuurd"]
