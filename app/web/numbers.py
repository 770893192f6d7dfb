"""Numbers as they are written in Dutch."""


def number_nl(value: int) -> str:
    """A whole number with a point between thousands: 120.000."""
    return f"{value:,}".replace(",", ".")


def count_nl(value: int, one: str, many: str) -> str:
    """A number with its word: "1 voorstel", "0 voorstellen"."""
    return f"{number_nl(value)} {one if value == 1 else many}"
