"""A bounded store of whole answers, for one process and all its threads."""

import threading
from collections import OrderedDict
from dataclasses import dataclass

Key = tuple[object, ...]
Headers = list[tuple[str, str]]

MOST_ANSWERS = 2_000
MOST_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """A stored answer; the strong ETag is over its bytes, so it outlives changes elsewhere in the guide."""

    headers: Headers
    body: bytes
    etag: str


class AnswerStore:
    """Keeps what was used last, up to a number of answers and a number of bytes."""

    def __init__(self, most_answers: int = MOST_ANSWERS, most_bytes: int = MOST_BYTES) -> None:
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._most_answers = most_answers
        self._most_bytes = most_bytes
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, key: Key) -> Answer | None:
        """The stored answer, if it is still there."""
        with self._lock:
            answer = self._answers.get(key)
            if answer:
                self._answers.move_to_end(key)
            return answer

    def put(self, key: Key, answer: Answer) -> None:
        """Keep an answer, and drop the longest unused ones until it fits."""
        with self._lock:
            self._drop(key)
            self._answers[key] = answer
            self._bytes += len(answer.body)
            while len(self._answers) > self._most_answers or self._bytes > self._most_bytes:
                self._drop(next(iter(self._answers)))

    def _drop(self, key: Key) -> None:
        dropped = self._answers.pop(key, None)
        if dropped:
            self._bytes -= len(dropped.body)
