"""The choice from the queue, as the address has it."""

from werkzeug.datastructures import MultiDict

from app.proposals.kinds import ChangeKind
from app.proposals.queue.kinds import QueueSize
from app.proposals.queue.rules import QueueChoice
from app.text.slugs import slugify
from app.web.labels import label


def kind_word(kind: ChangeKind | None) -> str:
    """How a kind of change is written in an address; empty for none."""
    return slugify(label(kind)) if kind else ""


KINDS = {kind_word(kind): kind for kind in ChangeKind}
SIZES = {size.value: size for size in QueueSize}


def read_choice(args: MultiDict[str, str]) -> QueueChoice:
    """What was chosen; a word that means nothing chooses nothing."""
    return QueueChoice(
        topic=args.get("thema", ""),
        size=SIZES.get(args.get("grootte", "")),
        kind=KINDS.get(args.get("soort", "")),
        unfollowed=args.get("niemand", "") == "1",
        mine=args.get("mij", "") == "1",
    )
