"""Numbers and enumerations as they are written in Dutch."""

from collections.abc import Sequence


def number_nl(value: int) -> str:
    """A whole number with a point between thousands: 120.000."""
    return f"{value:,}".replace(",", ".")


def count_nl(value: int, one: str, many: str) -> str:
    """A number with its word: "1 voorstel", "0 voorstellen"."""
    return f"{number_nl(value)} {one if value == 1 else many}"


def and_nl(words: Sequence[str]) -> str:
    """One after the other: "Noor", "Noor en Sam", "Noor, Sam en Fenna"."""
    return " en ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
