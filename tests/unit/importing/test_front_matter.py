"""The lines of YAML above a text: plain values, or a clear refusal."""

import pytest

from app.importing.front_matter import Refused, plain_words, split_front_matter
from app.importing.kinds import Refusal


def refusal_of(text: str) -> tuple[Refusal, str]:
    with pytest.raises(Refused) as caught:
        split_front_matter(text)
    return caught.value.refusal, caught.value.fact


def test_values_and_body_are_taken_apart() -> None:
    front = split_front_matter("---\ntitle: Een\nthemes: [a, b]\norder: 3\n---\n\nTekst.\n")
    assert (front.words("title"), front.words("order"), front.words("lead")) == ("Een", "3", "")
    assert front.list_of_words("themes") == ["a", "b"]
    assert front.body == "Tekst.\n"


@pytest.mark.parametrize("text", ["Tekst.\n", "", "---\nGewone tekst onder een streep.\n", "----\na: b\n"])
def test_a_text_without_front_matter_is_all_body(text: str) -> None:
    front = split_front_matter(text)
    assert (front.values, front.body) == ({}, text)


@pytest.mark.parametrize("text", ["---\n---\nTekst", "---\n# alleen een opmerking\n---\nTekst"])
def test_empty_front_matter_has_no_values(text: str) -> None:
    front = split_front_matter(text)
    assert (front.values, front.body) == ({}, "Tekst")


def test_a_single_theme_is_a_list_of_one_and_odd_values_are_no_words() -> None:
    front = split_front_matter("---\nthemes: openheid\ntitle: {a: b}\nlead: [x]\n---\n")
    assert front.list_of_words("themes") == ["openheid"]
    assert (front.words("title"), front.words("lead")) == ("", "")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: [\n---\n", "3"),
        ("---\ntitle: een: twee\n---\n", "2"),
        ("---\na: &x 1\nb: *x\n---\n", "2"),
        ("---\n- een\n---\n", "2"),
        ("---\na: !!python/name:os.system\n---\n", "2"),
        ("---\ndate: 2026-13-45\n---\n", ""),
    ],
)
def test_broken_front_matter_is_refused_with_its_line(text: str, line: str) -> None:
    assert refusal_of(text) == (Refusal.FRONT_MATTER_BROKEN, line)


def test_a_bomb_of_aliases_is_refused_before_it_grows() -> None:
    lines = ["b0: &b0 [x]"]
    lines += [f"b{number}: &b{number} [{f'*b{number - 1}, ' * 9}]" for number in range(1, 30)]
    text = "\n".join(["---", *lines, "---", ""])
    assert refusal_of(text)[0] is Refusal.FRONT_MATTER_BROKEN


def test_front_matter_that_is_not_closed_or_too_long_is_refused() -> None:
    assert refusal_of("---\ntitle: Een\n\nTekst.\n")[0] is Refusal.FRONT_MATTER_OPEN
    assert refusal_of(f"---\na: {'x' * 20_001}\n---\n")[0] is Refusal.FRONT_MATTER_TOO_LARGE


def test_signs_that_no_page_may_hold_are_left_out_of_values() -> None:
    assert plain_words("a\0b\ud800c\n\x1b[31m d") == "a b c [31m d"
