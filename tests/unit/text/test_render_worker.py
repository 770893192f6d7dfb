import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.errors import Invalid
from app.text import render_worker
from app.text.links import LinkTarget
from app.text.render_worker import LONGEST_SOURCE, render_bounded, render_sentences_bounded
from app.text.rendering import render

ROOT = Path(__file__).resolve().parents[3]
HEAVY = "<b>" * 60_000


@pytest.fixture(autouse=True)
def no_child_left() -> Iterator[None]:
    yield
    render_worker._keeper.stop()


def child_pid() -> int:
    pid = render_worker._keeper.child_pid
    assert pid is not None
    return pid


def is_running(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().split(")")[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_the_child_renders_the_same_as_the_program_itself() -> None:
    targets = {"a": LinkTarget("/pagina/a", "A"), "b": LinkTarget("/pagina/b", "B", exists=False)}
    source = "# Kop é 😀 \ud800\n\n[[A]] [[B]] [[C]]\n"
    assert render_bounded(source, targets) == render(source, targets)


def test_a_text_is_rendered_by_the_sentence_once_until_what_it_names_changes() -> None:
    source = "Lees [[hier]] meer. En dan verder."
    first, second = ({"hier": LinkTarget(url=url, title="Hier")} for url in ("/a", "/b"))
    assert render_sentences_bounded(source, first) is render_sentences_bounded(source, dict(first))
    assert render_sentences_bounded(source, first).html != render_sentences_bounded(source, second).html


def test_a_text_that_is_too_long_is_refused_before_anything_else() -> None:
    with pytest.raises(Invalid) as refusal:
        render_bounded("a" * (LONGEST_SOURCE + 1), {})
    assert (refusal.value.code, refusal.value.field) == ("text_too_long", "body")
    assert refusal.value.facts == {"limit": 200_000}


def test_a_text_that_takes_too_long_is_refused_in_time_and_the_next_is_rendered() -> None:
    render_bounded("warm", {})
    first, begun = child_pid(), time.monotonic()
    with pytest.raises(Invalid) as refusal:
        render_bounded(HEAVY, {}, seconds=0.3)
    assert (refusal.value.code, refusal.value.field) == ("text_too_heavy", "body")
    assert time.monotonic() - begun < 2
    assert not is_running(first)
    assert render_bounded("Na", {}).text == "Na"
    assert child_pid() != first


@pytest.mark.parametrize(
    "shape",
    [
        "[",
        "![",
        "[[a",
        "[a](",
        "`\\",
        "a\n-\n",
        "- ",
        "*a **a ",
        "<![",
        "_*",
        "> ",
        "[^a]",
        "~",
        "{:",
        "https://",
        "&a",
    ],
)
def test_hostile_shapes_render_as_text_within_bounds(shape: str) -> None:
    source = shape * (40_000 // len(shape))
    assert render_bounded(source, {}, seconds=5).segments


def test_a_child_that_died_is_replaced_after_a_refusal() -> None:
    render_bounded("een", {})
    os.kill(child_pid(), 9)
    with pytest.raises(Invalid):
        render_bounded("twee", {})
    assert render_bounded("drie", {}).text == "drie"


def test_threads_share_one_child_and_each_gets_its_own_answer() -> None:
    answers: dict[int, str] = {}

    def ask(number: int) -> None:
        answers[number] = render_bounded(f"tekst {number}", {}).text

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: f"tekst {number}" for number in range(12)}


def test_a_fork_gets_a_child_of_its_own_and_leaves_ours_alone() -> None:
    script = (
        "import os\n"
        "from app.text import render_worker as worker\n"
        "worker.render_bounded('a', {})\n"
        "ours = worker._keeper.child_pid\n"
        "if os.fork() == 0:\n"
        "    worker.render_bounded('b', {})\n"
        "    theirs = worker._keeper.child_pid\n"
        "    worker._keeper.stop()\n"
        "    os._exit(0 if theirs != ours else 1)\n"
        "assert os.waitstatus_to_exitcode(os.wait()[1]) == 0\n"
        "assert worker.render_bounded('c', {}).text == 'c'\n"
        "assert worker._keeper.child_pid == ours\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("end", ["pass", "import os; os._exit(0)", "import os; os.kill(os.getpid(), 9)"])
def test_the_child_ends_with_the_process_that_started_it(end: str) -> None:
    script = (
        "from app.text import render_worker as worker\n"
        "worker.render_bounded('a', {})\n"
        f"print(worker._keeper.child_pid, flush=True)\n{end}\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    pid, until = int(done.stdout), time.monotonic() + 10
    while is_running(pid) and time.monotonic() < until:
        threading.Event().wait(0.02)
    assert not is_running(pid)
