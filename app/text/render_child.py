"""The process that renders: reads texts from its standard input and writes what they look like to its output.

The process ends when its input closes, so when the process that started it ends, however that came about.
"""

import json
import resource
import signal
import sys
from typing import Any, BinaryIO

from app.text.links import LinkTarget
from app.text.render_messages import LENGTH, pack
from app.text.rendering import render, render_sentences

_MEMORY = 1024 * 1024 * 1024


def _read(stream: BinaryIO) -> Any:
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    body = stream.read(length)
    return json.loads(body) if len(body) == length else None


def _answer(request: dict[str, Any]) -> object:
    targets = {key: LinkTarget.from_dict(target) for key, target in request["targets"].items()}
    try:
        if request["sentences"]:
            return render_sentences(request["source"], targets).to_dict()
        return render(request["source"], targets).to_dict()
    except (RecursionError, MemoryError):
        return None


def main() -> None:
    """Serve until the input closes. A text that takes far too long ends the process, parent or no parent."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sink.write(pack("ready"))
    sink.flush()
    while (request := _read(source)) is not None:
        signal.setitimer(signal.ITIMER_REAL, request["seconds"] + 1)
        answer = pack(_answer(request))
        signal.setitimer(signal.ITIMER_REAL, 0)
        sink.write(answer)
        sink.flush()
