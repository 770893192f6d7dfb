"""Which sentences each text of a page was the first to say."""

from app.text.tracing.sentences import trace
from app.text.tracing.stretches import StretchCutter


class FirstWords:
    """Reads the texts of one page from the oldest on; `known` are the keys of what was said before them.

    A stretch that an earlier text held is not read again, so a small change costs little in a long text.
    """

    def __init__(self, known: set[str]) -> None:
        self._known = known
        self._read: set[str] = set()
        self._cutter = StretchCutter()

    def of(self, text: str) -> set[str]:
        """The keys of the sentences that no text before this one said."""
        stretches = set(self._cutter.cut(text)) - self._read
        self._read |= stretches
        found = {sentence.key for stretch in stretches for sentence in trace(stretch)} - self._known - {""}
        self._known |= found
        return found
