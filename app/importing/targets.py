"""Where an address in a file leads: to another file, a place in it, a file of another kind, or elsewhere."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from urllib.parse import unquote

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ELSEWHERE = ("http://", "https://", "mailto:", "//")
_ENDINGS = (".md", ".mdx", ".markdown")
_PAGE_ENDINGS = (*_ENDINGS, ".html", ".htm")
_INDEX_NAMES = ("index", "README", "readme")
_SITE_ROOTS = ("", "docs/", "static/")
_OUR_PAGE = re.compile(r"/pagina/([a-z0-9-]{1,80})(?:#.*)?")


class Kind(StrEnum):
    """What an address turned out to be."""

    PAGE = "page"
    HERE = "here"
    FILE = "file"
    ELSEWHERE = "elsewhere"
    MISSING = "missing"
    LEAVES_FOLDER = "leaves_folder"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Target:
    """The answer for one address. `path` is that of a file in the folder."""

    kind: Kind
    path: str = ""
    fragment: str = ""


class Targets:
    """Answers for one import: which paths are pages, which files of other kinds there are."""

    def __init__(
        self, slugs: Mapping[str, str], others: Collection[str], pages_here: Collection[str]
    ) -> None:
        self._slugs = slugs
        self._others = others
        self._pages_here = pages_here

    def find(self, path: str, address: str) -> Target:
        """Where `address` leads when it stands in the file at `path`."""
        address = address.strip()
        if address.casefold().startswith(_ELSEWHERE):
            return Target(Kind.ELSEWHERE)
        if _SCHEME.match(re.sub(r"[\x00-\x20]+", "", address)):
            return Target(Kind.UNSAFE)
        wanted, _, fragment = address.partition("#")
        wanted = unquote(wanted.partition("?")[0])
        if not wanted:
            return Target(Kind.HERE, path, fragment) if address else Target(Kind.MISSING)
        return self._find_file(path, wanted, fragment) or self._not_a_file(path, address, wanted)

    def _find_file(self, path: str, wanted: str, fragment: str) -> Target | None:
        for place in _places(path, wanted):
            for candidate in _candidates(place):
                if candidate in self._slugs:
                    return Target(Kind.HERE if candidate == path else Kind.PAGE, candidate, fragment)
            if place in self._others:
                return Target(Kind.FILE, place)
        return None

    def _not_a_file(self, path: str, address: str, wanted: str) -> Target:
        ours = _OUR_PAGE.fullmatch(address)
        if ours and ours.group(1) in self._pages_here:
            return Target(Kind.ELSEWHERE)
        leaves = not wanted.startswith("/") and _inside(str(PurePosixPath(path).parent), wanted) is None
        return Target(Kind.LEAVES_FOLDER if leaves else Kind.MISSING)


def _places(path: str, wanted: str) -> Iterator[str]:
    """The places an address may mean, the likeliest first.

    An address without an ending is that of a page on a site, where a page may count as a folder of its own.
    """
    here = PurePosixPath(path)
    if wanted.startswith("/"):
        rooted = [wanted.strip("/")]
        rooted.append(rooted[0].partition("/")[2])
        bases, parts = list(_SITE_ROOTS), [part for part in rooted if part]
    else:
        folders = [here.parent]
        if not wanted.casefold().endswith(_ENDINGS):
            is_index = here.stem in _INDEX_NAMES
            folders.append(here.parent.parent if is_index else here.parent / here.stem)
        bases, parts = [f"{folder}/" for folder in dict.fromkeys(folders)], [wanted]
    for part in parts:
        for base in bases:
            place = _inside(base, part)
            if place is not None:
                yield place


def _inside(base: str, wanted: str) -> str | None:
    """The place below the folder's root; None when the address leads out of it."""
    parts: list[str] = []
    for part in [*base.split("/"), *wanted.split("/")]:
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _candidates(place: str) -> Iterator[str]:
    yield place
    bare = next((place[: -len(end)] for end in _PAGE_ENDINGS if place.casefold().endswith(end)), place)
    for stem in dict.fromkeys((bare, place)):
        yield from (stem + ending for ending in _ENDINGS)
    folder = f"{place}/" if place else ""
    yield from (folder + name + ending for name in _INDEX_NAMES for ending in _ENDINGS)
