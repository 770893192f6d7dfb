"""The words by which short texts are compared."""

import pytest

from app.text.words import content_words


@pytest.mark.parametrize(
    "forms",
    [
        "besluit besluiten besloten",
        "zin zinnen",
        "huis huizen",
        "brief brieven",
        "grens grenzen",
        "waarde waarden",
        "thema thema's",
        "ambtenaar ambtenaren",
        "mogelijkheid mogelijkheden",
        "bedoeling bedoelingen",
        "helpt helpen geholpen",
        "regel regels",
        "idee ideeën",
        "belofte beloften",
        "leidinggevende leidinggevenden",
        "collega collega's",
    ],
)
def test_the_forms_of_a_word_meet(forms: str) -> None:
    assert len({content_words(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("macht", "maat"), ("recht", "rede"), ("burger", "burgemeester")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert content_words(one) != content_words(other)


def test_words_that_say_nothing_and_numbers_are_left_out() -> None:
    assert content_words("Het is er en wij zijn daar op 12 mei.") == ("mei",)


def test_each_word_is_there_once_in_the_order_of_the_text() -> None:
    assert content_words("Moed helpt. Zonder MOED geen tegenspraak; móéd!") == ("moed", "help", "tegensprak")
