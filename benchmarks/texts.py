"""How fast texts are compared, merged and cut into changes: `python -m benchmarks.texts`."""

import random
import resource
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from app.text.blocks import cut_blocks
from app.text.changes import cut_changes
from app.text.differences import compare, source_differences
from app.text.merge import merge
from app.text.rendered import Segment

MEGABYTE = 1_000_000
WORDS, EDITS = 3_000, 40
Texts = tuple[str, str, str]
Work = Callable[[], object]


def measurements() -> Iterator[tuple[str, str, str]]:
    """Name, what was found, what it should be: each measured in a process of its own."""
    kinds: list[tuple[str, Callable[[], Texts], str]] = [
        ("two unrelated texts of 1 MB", unrelated, "≤ 500 ms"),
        ("1 MB in one sentence", one_sentence, "≤ 500 ms"),
        ("1 MB in lines of one letter", short_lines, "≤ 500 ms"),
        (f"{WORDS} words with {EDITS} edits", edited, "≤ 15 ms"),
    ]
    for name, make, wanted in kinds:
        for job in (compare_rendered, compare_source, merge_texts, take_over):
            with ProcessPoolExecutor(1, mp_context=get_context("fork")) as process:
                milliseconds, megabytes = process.submit(_measure, job, make).result()
            title = (job.__doc__ or "").rstrip(".")
            yield f"{title}: {name}", f"{milliseconds:.1f} ms, {megabytes:.0f} MB", wanted


def _measure(job: Callable[[Texts], Work], make: Callable[[], Texts]) -> tuple[float, float]:
    """The best of five runs in milliseconds of the processor, and how many megabytes it took."""
    work = job(make())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    times = []
    for _ in range(5):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times) * 1000, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def compare_rendered(texts: Texts) -> Work:
    """Compare."""
    old, new = (_segments(text) for text in texts[:2])
    return lambda: compare(old, new)


def compare_source(texts: Texts) -> Work:
    """Compare the source of."""
    return lambda: source_differences(*texts[:2])


def merge_texts(texts: Texts) -> Work:
    """Merge."""
    return lambda: merge(*texts)


def take_over(texts: Texts) -> Work:
    """Take over half the changes of."""

    def work() -> str:
        cut = cut_changes(*texts[:2])
        return cut.take(set(range(1, len(cut) + 1, 2)))

    return work


def _segments(source: str) -> list[Segment]:
    """The blocks of a text as if rendered, which the comparison finds in storage."""
    blocks = cut_blocks(source)
    return [
        Segment(block.kind, block.source(source), " ".join(block.content(source).split())) for block in blocks
    ]


def unrelated() -> Texts:
    """Three texts with nothing in common but words."""
    return _prose(1, MEGABYTE), _prose(2, MEGABYTE), _prose(3, MEGABYTE)


def one_sentence() -> Texts:
    """Three texts without an end."""
    return "x " * (MEGABYTE // 2), "y " * (MEGABYTE // 2), "z " * (MEGABYTE // 2)


def short_lines() -> Texts:
    """Three texts with as many lines as there can be."""
    return "a\nb\n" * (MEGABYTE // 4), "c\nd\n" * (MEGABYTE // 4), "e\nf\n" * (MEGABYTE // 4)


def edited() -> Texts:
    """A long page, and what two people made of it."""
    base = _prose(4, 8 * WORDS).split(" ")[:WORDS]
    return " ".join(base), _with_edits(base, 5), _with_edits(base, 6)


def _with_edits(base: list[str], seed: int) -> str:
    words = list(base)
    for place in random.Random(seed).sample(range(WORDS), EDITS):
        words[place] += "x"
    return " ".join(words)


def _prose(seed: int, length: int) -> str:
    """Paragraphs, headings and lists of made-up words, the same each time."""
    chance = random.Random(seed)
    letters = "abcdefghijklmnoprstuvwz"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 10))) for _ in range(8_000)]
    parts: list[str] = []
    while length > 0:
        sentences = [
            f"{' '.join(chance.choices(words, k=chance.randint(5, 18)))}.".capitalize()
            for _ in range(chance.randint(2, 6))
        ]
        kind = chance.choice(["prose"] * 8 + ["heading", "list"])
        parts.append(
            f"## {sentences[0][:40]}"
            if kind == "heading"
            else "\n".join(f"- {sentence}" for sentence in sentences)
            if kind == "list"
            else " ".join(sentences)
        )
        length -= len(parts[-1]) + 2
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    for found in measurements():
        print("{:68}{:>22}{:>12}".format(*found))
