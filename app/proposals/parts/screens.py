"""The screens on which a redacteur takes over a part of a proposal: choosing, and editing the result."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import Response, url_for
from markupsafe import Markup

from app.core.submissions import new_key
from app.pages.link_check import BrokenLink, LinkedText, broken_links_of
from app.proposals.detail_queries import ProposalHead, versions
from app.proposals.forms import TypedDecision
from app.proposals.merge_page import Onward
from app.proposals.named_blocks import named_in
from app.proposals.parts.cutting import CutChange, Part
from app.proposals.parts.forms import PartAction, TypedPart
from app.proposals.parts.plans import Cuts, EditedText, PartPlan, PartWish, name_of
from app.proposals.plans import ChangePlan
from app.proposals.preparing import preview
from app.proposals.reviewing.deciding import is_joint
from app.proposals.rules import WORDLESS
from app.proposals.timeline import Move
from app.text.differences_html import inline_html
from app.web.form_page import form_page


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part with its number on the screen, and its words as differences."""

    number: int
    part: Part
    change: CutChange

    @property
    def differences(self) -> Markup | None:
        """None for what is shown by its name alone."""
        return inline_html(self.part.shown) if self.part.shown else None


def everything(head: ProposalHead, cuts: Cuts) -> TypedPart:
    """The form as it opens: all is ticked."""
    move = Move(proposal_id=head.id, seen_event=head.last_event)
    ticked = frozenset(key for cut in cuts for key in cut.keys)
    return TypedPart(TypedDecision(move, new_key()), PartWish(ticked))


def choose(
    head: ProposalHead,
    cuts: Cuts,
    typed: TypedPart,
    errors: dict[str, str] | None = None,
    *,
    refused: str | None = None,
) -> Response:
    """Every change with a tick; 422 when something has to be mended, 409 when somebody was first."""
    return form_page(
        "proposals/parts/choose.html",
        errors,
        head=head,
        cuts=cuts,
        shown=list(_numbered(cuts)),
        version=versions(head.id)[-1],
        typed=typed,
        decision=typed.decision,
        wish=typed.wish,
        refused=refused,
    )


def edit(
    head: ProposalHead,
    part: PartPlan,
    typed: TypedPart,
    errors: dict[str, str] | None = None,
    *,
    with_preview: bool = False,
) -> Response:
    """The text of each page that would be published, to be edited."""
    texts = [
        (plan, edited_text(plan, typed)) for plan in part.plan.changes if plan.change.kind not in WORDLESS
    ]
    return form_page(
        "proposals/parts/edit.html",
        errors,
        head=head,
        part=part,
        texts=texts,
        typed=typed,
        decision=typed.decision,
        wish=typed.wish,
        preview_html=_preview([text for _, text in texts]) if with_preview else None,
        named=named_in(text.content.body for _, text in texts) if with_preview else None,
        broken=_broken(texts) if with_preview else (),
        joint=is_joint(head.id),
    )


def onward(typed: TypedPart) -> Onward:
    """Where the merged text goes when it is a part, with everything that was chosen before."""
    address = url_for("proposals.take_part", proposal_id=typed.decision.move.proposal_id)
    return Onward(address, (("actie", PartAction.TAKE), *typed.hidden, *typed.hidden_edits))


def edited_text(plan: ChangePlan, typed: TypedPart) -> EditedText:
    """What was typed over the result, or else the result."""
    if known := typed.wish.edits.get(plan.change.position):
        return known
    content = plan.content(typed.decision.settlements) or plan.change.content
    return EditedText(plan.current.id if plan.current else None, content, name_of(content))


def _numbered(cuts: Cuts) -> Iterator[ShownPart]:
    parts = ((cut, part) for cut in cuts for part in cut.parts)
    for number, (cut, part) in enumerate(parts, start=1):
        yield ShownPart(number, part, cut)


def _broken(texts: Sequence[tuple[ChangePlan, EditedText]]) -> tuple[BrokenLink, ...]:
    """The links in the edited texts that would lead nowhere."""
    edited = [LinkedText(text.content.body, text.content.title, plan.change.page_id) for plan, text in texts]
    return tuple(link for links in broken_links_of(edited) for link in links)


def _preview(texts: list[EditedText]) -> Markup:
    """What the pages would look like; of several, each under its title."""
    # Made by the renderer, whose last step is the sanitiser.
    pages = [(text.content.title, Markup(preview(text.content.body))) for text in texts]  # noqa: S704
    titled = [Markup("<h3>{}</h3>").format(title) + page for title, page in pages]
    return Markup("").join(titled if len(pages) > 1 else [page for _, page in pages])
