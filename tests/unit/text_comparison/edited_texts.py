"""Texts, and what several people make of the same text."""

from hypothesis import strategies as st

SENTENCES = [f"{word} is hier zin {number}." for number, word in enumerate("ABCDEF")]
PROSE = st.sampled_from([*SENTENCES, "Zin. [[bouwsteen:1]]", "Zin. [[bouwsteen:2]]"])
STRUCTURE = st.sampled_from(["# Kop", "- punt", "| a | b |", "```\ncode\n```", "> ja."])
PARTS = st.one_of(
    st.tuples(PROSE, st.sampled_from([" ", "\n", "\n\n"])).map("".join), STRUCTURE.map("\n\n{}\n\n".format)
)
TEXTS = st.one_of(
    st.lists(PARTS, max_size=8).map("".join),
    st.text(alphabet="AB. \n#-[`", max_size=24),
)


@st.composite
def three_texts(draw: st.DrawFn) -> tuple[str, str, str]:
    base = draw(st.lists(PARTS, max_size=10))
    return "".join(base), draw(edited(base)), draw(edited(base))


@st.composite
def edited(draw: st.DrawFn, base: list[str]) -> str:
    parts = list(base)
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(parts)))
        end = draw(st.integers(start, min(len(parts), start + 2)))
        parts[start:end] = draw(st.lists(PARTS, max_size=2))
    return "".join(parts)
