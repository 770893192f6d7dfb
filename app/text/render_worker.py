"""Rendering with a limit: whatever somebody typed, the answer or a refusal comes within seconds.

A hostile text cannot be stopped inside a thread. So each process has one child of its own that renders,
started when it is first needed, and killed and started again when a text takes too long.
"""

import atexit
import json
import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, cast

from app.core.errors import Invalid
from app.text.links import LinkTarget
from app.text.render_messages import LENGTH, pack
from app.text.rendered import Rendered
from app.text.rendered_sentences import RenderedSentences

LONGEST_SOURCE = 200_000
TEXTS_REMEMBERED = 16
"""About half a megabyte each for the longest pages."""
_START_SECONDS = 20.0
_CHUNK = 1 << 16
# The child needs app.text alone; `import app` would load the whole program, at four times the memory.
_START = """
import sys, types
package = types.ModuleType("app")
package.__path__ = [sys.argv[1]]
sys.modules["app"] = package
from app.text.render_child import main
main()
"""


class _Stopped(Exception):
    """The child did not answer in time, or died."""


class _Child:
    """One process that renders, and the pipes to it."""

    def __init__(self) -> None:
        folder = str(Path(__file__).resolve().parent.parent)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        self._input = cast(IO[bytes], self._process.stdin).fileno()
        self._output = cast(IO[bytes], self._process.stdout).fileno()
        os.set_blocking(self._input, False)
        try:
            self._receive(time.monotonic() + _START_SECONDS)
        except _Stopped as error:
            self.stop()
            raise RuntimeError("the process that renders does not start") from error

    @property
    def pid(self) -> int:
        return self._process.pid

    def ask(self, message: object, seconds: float) -> Any:
        """The child's answer; raises _Stopped when none comes in time."""
        until = time.monotonic() + seconds
        self._send(pack(message), until)
        return self._receive(until)

    def stop(self) -> None:
        """End the process, wait until it is gone, and close the pipes."""
        self._process.kill()
        self._process.wait()
        self._close()

    def abandon(self) -> None:
        """Let go of the child of another process, of which this one is a fork."""
        self._process.returncode = 0  # keeps Popen from waiting for, or warning of, what is not ours
        self._close()

    def _close(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _send(self, data: bytes, until: float) -> None:
        view = memoryview(data)
        while view:
            self._wait(until, writing=True)
            try:
                view = view[os.write(self._input, view[:_CHUNK]) :]
            except BlockingIOError:
                continue
            except OSError as error:
                raise _Stopped from error

    def _receive(self, until: float) -> Any:
        (length,) = LENGTH.unpack(self._read(LENGTH.size, until))
        return json.loads(self._read(length, until))

    def _read(self, size: int, until: float) -> bytes:
        parts = bytearray()
        while len(parts) < size:
            self._wait(until, writing=False)
            part = os.read(self._output, min(_CHUNK, size - len(parts)))
            if not part:
                raise _Stopped
            parts += part
        return bytes(parts)

    def _wait(self, until: float, *, writing: bool) -> None:
        poll = select.poll()
        end, event = (self._input, select.POLLOUT) if writing else (self._output, select.POLLIN)
        poll.register(end, event)
        if not poll.poll(max(0.0, until - time.monotonic()) * 1000):
            raise _Stopped


class _Keeper:
    """Holds the child of this process, and lets one thread at a time use it."""

    def __init__(self) -> None:
        self.forget()
        atexit.register(self.stop)
        os.register_at_fork(after_in_child=self._forked)

    def forget(self) -> None:
        self._lock = threading.Lock()
        self._child: _Child | None = None

    def ask(self, message: object, seconds: float) -> Any:
        with self._lock:
            try:
                if self._child is None:
                    self._child = _Child()
                return self._child.ask(message, seconds)
            except _Stopped:
                self._stop()
                raise

    @property
    def child_pid(self) -> int | None:
        return None if self._child is None else self._child.pid

    def stop(self) -> None:
        with self._lock:
            self._stop()

    def _stop(self) -> None:
        if self._child is not None:
            self._child.stop()
            self._child = None

    def _forked(self) -> None:
        inherited = self._child
        self.forget()
        if inherited is not None:
            inherited.abandon()


_keeper = _Keeper()


def render_bounded(source: str, targets: Mapping[str, LinkTarget], seconds: float = 2.0) -> Rendered:
    """Render a text from outside, within `seconds` of work.

    Raises Invalid on the field `body`: `text_too_long` above 200,000 characters, `text_too_heavy` when the
    text would take longer or cannot be rendered. Waits for its turn when another thread is rendering.
    """
    return Rendered.from_dict(_render(source, targets, seconds, sentences=False))


def render_sentences_bounded(
    source: str, targets: Mapping[str, LinkTarget], seconds: float = 2.0
) -> RenderedSentences:
    """Render a text by the sentence; bounded and refused as by `render_bounded`.

    The same text with the same targets gives the same: the newest few are remembered.
    """
    return _sentences(source, tuple(sorted(targets.items())), seconds)


@lru_cache(TEXTS_REMEMBERED)
def _sentences(source: str, targets: tuple[tuple[str, LinkTarget], ...], seconds: float) -> RenderedSentences:
    return RenderedSentences.from_dict(_render(source, dict(targets), seconds, sentences=True))


def _render(source: str, targets: Mapping[str, LinkTarget], seconds: float, *, sentences: bool) -> Any:
    if len(source) > LONGEST_SOURCE:
        raise Invalid("text_too_long", field="body", limit=LONGEST_SOURCE)
    answers = {key: asdict(target) for key, target in targets.items()}
    request = {"source": source, "targets": answers, "seconds": seconds, "sentences": sentences}
    try:
        made = _keeper.ask(request, seconds)
    except _Stopped:
        made = None
    if made is None:
        raise Invalid("text_too_heavy", field="body")
    return made
