"""What readers of a page may see of a bouwsteen that it names."""

from app.building_blocks.kinds import BuildingBlockStatus
from app.text.block_cards import CardState

_STATES = {
    BuildingBlockStatus.NOTED: CardState.NOTED,
    BuildingBlockStatus.SUBMITTED: CardState.WAITING,
    BuildingBlockStatus.ACCEPTED: CardState.SHOWN,
    BuildingBlockStatus.USED: CardState.SHOWN,
    BuildingBlockStatus.PARKED: CardState.PARKED,
    BuildingBlockStatus.WITHDRAWN: CardState.WITHDRAWN,
}


def state_of(status: BuildingBlockStatus) -> CardState:
    """Whether its words are shown: only of what the redactie took in. Merged ones are what they became."""
    return _STATES.get(status, CardState.WITHDRAWN)
