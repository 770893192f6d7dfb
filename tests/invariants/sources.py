"""The project's own files, as the tests of the house rules read them."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {".venv", "node_modules", "instance", "__pycache__"}
TOP_FILES = ("config.py", "gunicorn.conf.py", "start.py", "wsgi.py")

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file: its place below the checkout, its text, and its syntax tree."""

    place: str
    text: str
    tree: ast.Module

    @property
    def feature(self) -> str:
        """The folder below `app/`: `pages` for `app/pages/service.py`."""
        parts = Path(self.place).parts
        return parts[1] if len(parts) > 2 and parts[0] == "app" else ""

    @property
    def name(self) -> str:
        """The file's name without its ending: `service`."""
        return Path(self.place).stem


def python_sources(*folders: str) -> list[Source]:
    """Every Python file of these folders, or of the whole project when none is named."""
    wanted = folders or ("app", "benchmarks", "migrations", "tests")
    paths = [path for folder in wanted for path in sorted((ROOT / folder).rglob("*.py"))]
    if not folders:
        paths += [ROOT / name for name in TOP_FILES]
    return [_read(path) for path in paths if not NOT_OURS & set(path.parts)]


def imports(source: Source) -> Iterator[str]:
    """Every module or name that a file imports, as a dotted path."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def tracked_files() -> list[Path]:
    """What the repository holds, or would hold after the next commit."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file()]


def _read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text, str(path)))
