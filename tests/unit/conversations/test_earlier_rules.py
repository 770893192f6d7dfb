"""What went from a field, and which of it is offered again."""

from app.conversations.canvas.earlier_rules import Gone, lost_lines, lost_notes, offered_lines
from app.conversations.canvas.rules import KnownLine, Line
from app.core.clock import now


def offered(gone: list[str], standing: list[str]) -> list[str]:
    lines = [Gone(number, text, now()) for number, text in enumerate(gone, 1)]
    return [line.text for line in offered_lines(lines, standing)]


def test_what_is_taken_away_or_written_over_is_lost() -> None:
    current = [KnownLine(1, "Tijd"), KnownLine(2, "Durf")]
    assert lost_lines(current, [Line(2, "Moed")]) == ["Tijd", "Durf"]


def test_what_moved_or_was_typed_on_is_not_lost() -> None:
    current = [KnownLine(1, "Tijd"), KnownLine(2, "Durf")]
    assert lost_lines(current, [Line(None, "Durf"), Line(1, "Tijd voor elkaar")]) == []


def test_a_line_of_the_notes_is_lost_unless_it_stands_there_or_was_typed_on() -> None:
    assert lost_notes(["Tijd", "Durf", "Rust"], ["Rust", "Tijd voor elkaar"]) == ["Durf"]


def test_ten_thousand_lines_of_one_letter_are_looked_through_at_once() -> None:
    many = [chr(number) for number in range(0x4E00, 0x4E00 + 10_000)]
    assert len(lost_notes(many, many[::2])) == 5_000


def test_each_line_is_offered_once_the_last_to_go_first_and_not_when_it_stands_there() -> None:
    assert offered(["Rust", "Durf", "Rust", "Tijd"], ["Tijd"]) == ["Rust", "Durf"]


def test_the_beginning_of_another_line_is_not_offered() -> None:
    assert offered(["Tijd", "Tijd voor", "Tijd voor elkaar", "Du"], ["Durf"]) == ["Tijd voor elkaar"]
