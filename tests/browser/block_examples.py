"""Examples of the pages about bouwstenen."""

from tests.browser.examples import ANONYMOUS, READER, REDACTEUR, WRITER, Example

BLOCK_PAGES: dict[str, tuple[Example, ...]] = {
    "building_blocks.ask_code": (
        Example("ask-code", "/volg"),
        Example("wrong-code", "/volg?code=geen-code"),
    ),
    "building_blocks.follow": (Example("follow", "{follow}", (ANONYMOUS, READER)),),
    "building_blocks.import_form": (Example("import-blocks", "/bouwstenen/importeren", (WRITER,)),),
    "building_blocks.index": (
        Example("blocks", "/bouwstenen", (READER,)),
        Example("blocks-chosen", "/bouwstenen?zoek=spreekkamer&soort=tip&deel=hart", (READER,)),
        Example("no-such-blocks", "/bouwstenen?zoek=onvindbaar", (READER,)),
    ),
    "building_blocks.intake": (Example("intake", "/redactie/bouwstenen", (REDACTEUR,)),),
    "building_blocks.show": (
        Example("block", "{block}", (READER, REDACTEUR)),
        Example("withdrawn-block", "{withdrawn_block}", (READER,)),
        Example("merged-block", "{merged_block}", (WRITER,)),
    ),
    "building_blocks.step_form": (
        Example("adjust-block", "{waiting_block}/aanpassen", (WRITER,)),
        Example("merge-block", "{waiting_block}/samenvoegen", (REDACTEUR,)),
        Example("park-block", "{waiting_block}/parkeren", (REDACTEUR,)),
    ),
}
NO_BLOCKS_YET = (
    Example("empty-blocks", "/bouwstenen", (READER,), empty=True),
    Example("empty-intake", "/redactie/bouwstenen", (REDACTEUR,), empty=True),
)
