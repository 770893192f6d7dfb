"""Cuts running Dutch text into sentences, so that changes can be shown, merged and traced per sentence."""

import re
from typing import NamedTuple

from app.text.cutting.dutch_stops import NEVER_LAST, RARELY_LAST, SENTENCE_STARTERS

_LONGEST_ABBREVIATION = 24

_SKIPPED_OR_STOP = re.compile(
    r"""
      (?P<ticks> `++ )
    | (?P<comment> <!-- )
    | (?P<skipped>
          \[\[ [^\[\]\n]*+ \]\]
        | \{\{ [^{}\n]*+ \}\}
        | !?\[ (?: [^\[\]] | !?\[ [^\[\]]*+ \] (?: \( [^()]*+ \) )? )*+ \]
              (?: \( (?: [^()] | \( [^()]*+ \) )*+ \) | \[ [^\[\]]*+ \] )
        | < [^<>\s] [^<>]*+ >
        | (?: https?:// | www\. ) [^\s<>()\[\]]*
              [^\s<>()\[\].,;:!?'"*_…]
      )
    | (?P<blank> \n [ \t]*+ \n \s*+ )
    | (?P<stop> [.!?…]++ )
      (?: ["'”’»)\]*_~] | </\w++> )*+
      (?P<marks> (?: [ \t]*+ \n?+ [ \t]*+ \[ (?: \[bouwsteen:\d++\] | \^ [^\[\]\s]++ ) \] )*+ )
      (?P<space> \s*+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_TICKS = re.compile(r"`+")
_OPENERS = "*_~(\"'“‘«‹„["
_CLITIC_START = re.compile(r"['’‘](?:s|t|n|k|m|r)\s+[^\W\d_a-zà-ÿ]")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class Sentence(NamedTuple):
    """The span of one sentence in the source, with its source marks and the white space after it."""

    start: int
    end: int


def cut_sentences(source: str, start: int, end: int) -> tuple[Sentence, ...]:
    """Cuts `source[start:end]`, one block of prose, into sentences whose spans cover it exactly.

    Takes time in proportion to the length, whatever the text holds.
    """
    sentences: list[Sentence] = []
    opened = start
    for boundary in _boundaries(source, start, end):
        sentences.append(Sentence(opened, boundary))
        opened = boundary
    if opened < end:
        sentences.append(Sentence(opened, end))
    return tuple(sentences)


def _boundaries(source: str, start: int, end: int) -> list[int]:
    found: list[int] = []
    code_ends = code_span_ends(source, start, end)
    comments_end = end
    opened = position = start
    while match := _SKIPPED_OR_STOP.search(source, position, end):
        position = match.end()
        if match["ticks"]:
            position = code_ends.get(match.start(), position)
        elif match["comment"]:
            closed = source.find("-->", position, comments_end)
            position, comments_end = (closed + 3, comments_end) if closed >= 0 else (position, position)
        elif match["skipped"] is None and position < end and _is_end(source, match, opened):
            found.append(position)
            opened = position
    return found


def code_span_ends(source: str, start: int, end: int) -> dict[int, int]:
    """Where the code span that begins at each run of backticks ends: behind the next run as long as it."""
    ends: dict[int, int] = {}
    next_of_length: dict[int, int] = {}
    for run in reversed(list(_TICKS.finditer(source, start, end))):
        length = run.end() - run.start()
        if length in next_of_length:
            ends[run.start()] = next_of_length[length]
        next_of_length[length] = run.end()
    return ends


def _is_end(source: str, match: re.Match[str], opened: int) -> bool:
    if match["blank"]:
        return bool(source[opened : match.start()].strip())
    marks, space = match["marks"], match["space"]
    if not space and not marks:
        return False
    if space.count("\n") > 1:
        return True
    following = match.end()
    if not _can_start_a_sentence(source, following):
        return False
    before = source[match.start() - 1] if match.start() > opened else ""
    if not before or before in "([":
        return False
    return match["stop"] != "." or not _is_part_of_a_word(source, match.start(), opened, following)


def _can_start_a_sentence(source: str, position: int) -> bool:
    if _CLITIC_START.match(source, position):
        return True
    while position < len(source) and source[position] in _OPENERS:
        position += 1
    return position < len(source) and not source[position].islower() and source[position] not in ",;:.)"


def _is_part_of_a_word(source: str, stop: int, opened: int, following: int) -> bool:
    """True when the full stop at `stop` belongs to an abbreviation, an initial or the number of an item."""
    word = _word_before(source, stop, opened)
    if _is_item_number(source, word, stop, opened):
        return True
    letters = word.rsplit(".", 1)[-1]
    if word.casefold() in NEVER_LAST:
        return True
    if len(letters) == 1 and letters.isalpha() and word.casefold() not in RARELY_LAST:
        return _next_word(source, following) not in SENTENCE_STARTERS
    return word.casefold() in RARELY_LAST and source[following].isdigit()


def _word_before(source: str, stop: int, opened: int) -> str:
    begin = stop
    furthest = max(opened, stop - _LONGEST_ABBREVIATION)
    while begin > furthest and (source[begin - 1].isalnum() or source[begin - 1] in "./"):
        begin -= 1
    return source[begin:stop]


def _is_item_number(source: str, word: str, stop: int, opened: int) -> bool:
    line_start = source.rfind("\n", max(opened, stop - 2 * _LONGEST_ABBREVIATION), stop) + 1
    ahead = source[max(line_start, opened) : stop - len(word)]
    if ahead.strip(" \t>*-+"):
        return False
    return len(word) == 1 or (word.isdigit() and len(word) <= 3)


def _next_word(source: str, position: int) -> str:
    while position < len(source) and source[position] in _OPENERS:
        position += 1
    word = _FIRST_WORD.match(source, position)
    return word[0] if word else ""
