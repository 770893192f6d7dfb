"""The store of whole answers stays within its bounds."""

from app.web.answer_store import Answer, AnswerStore


def answer(size: int) -> Answer:
    return Answer([], b"x" * size, "etag")


def test_the_longest_unused_answer_goes_first() -> None:
    store = AnswerStore(most_answers=2)
    store.put(("a",), answer(1))
    store.put(("b",), answer(1))
    store.get(("a",))
    store.put(("c",), answer(1))
    assert [store.get((key,)) is not None for key in "abc"] == [True, False, True]


def test_answers_are_dropped_until_the_bytes_fit() -> None:
    store = AnswerStore(most_bytes=10)
    for key in "abc":
        store.put((key,), answer(5))
    assert [store.get((key,)) is not None for key in "abc"] == [False, True, True]


def test_the_same_key_is_counted_once() -> None:
    store = AnswerStore(most_bytes=10)
    for _ in range(5):
        store.put(("a",), answer(5))
    store.put(("b",), answer(5))
    assert store.get(("a",)) and store.get(("b",))
