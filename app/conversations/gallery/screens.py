"""The pages of a beeldverslag: that of one conversation, and the shared one."""

from collections.abc import Mapping

from flask import Response, make_response, render_template

from app.conversations.gallery import queries
from app.conversations.gallery.forms import TypedPicture, TypedReaction, picture_as_it_is
from app.conversations.queries import conversation_at, may_edit
from app.core.permissions import Permission
from app.web.guards import current_actor
from app.web.kept_forms import RESUMED_FIELD
from app.web.naming import findings_in
from app.web.paging import paging

AT_ONCE = 20


def show(number: int | None, typed: TypedPicture, errors: Mapping[str, str] | None = None) -> Response:
    """Either beeldverslag, with the form to add a picture for who may."""
    if number is None:
        return show_shared(typed, errors=errors)
    conversation, pictures = conversation_at(number), queries.pictures_of(number)
    return _answer(
        "conversations/gallery/show.html",
        errors,
        conversation=conversation,
        pictures=pictures,
        shared=queries.shared_among(pictures),
        may_edit=may_edit(number, current_actor()),
        typed=typed,
        findings=findings_in(typed.texts.values()) if errors else (),
    )


def show_shared(
    typed: TypedPicture | None = None,
    *,
    reaction: TypedReaction | None = None,
    answering: int | None = None,
    errors: Mapping[str, str] | None = None,
) -> Response:
    """The growing beeldverslag of the whole, with what people miss in it; `answering` is a reaction."""
    actor = current_actor()
    typed, reaction = typed or TypedPicture(), reaction or TypedReaction()
    place = paging(queries.count_pictures(None), AT_ONCE)
    return _answer(
        "conversations/gallery/shared.html",
        errors,
        pictures=queries.pictures_of(None, limit=place.limit, offset=place.offset),
        paging=place,
        galleries=queries.galleries(),
        reactions=queries.reactions(),
        may_add=actor.may(Permission.CONVERSE),
        may_arrange=actor.may(Permission.CURATE),
        typed=typed,
        findings=findings_in(typed.texts.values()) if errors else (),
        reaction=reaction,
        reaction_findings=findings_in([reaction.text]) if errors else (),
        answering=answering,
    )


def edit(
    picture: queries.ShownPicture,
    typed: TypedPicture,
    errors: Mapping[str, str] | None = None,
    *,
    refused: str | None = None,
) -> Response:
    """The words of one picture, to change."""
    return _answer(
        "conversations/gallery/edit.html",
        errors,
        picture=picture,
        typed=typed,
        findings=findings_in(typed.texts.values()) if errors or refused else (),
        refused=refused,
    )


def ask_before_sharing(picture: queries.ShownPicture) -> Response:
    """The warning that the words with a picture may point at a person, before all conversations show it."""
    typed = picture_as_it_is(picture)
    facts = {"picture": picture, "typed": typed, "findings": findings_in(typed.texts.values())}
    return make_response(render_template("conversations/gallery/share.html", **facts), 422)


def _answer(template: str, errors: Mapping[str, str] | None, **shown: object) -> Response:
    errors = dict(errors or {})
    resumed = errors.pop(RESUMED_FIELD, None)
    page = render_template(template, errors=errors, resumed=resumed, **shown)
    refused = shown.get("refused")
    return make_response(page, 409 if refused else 422 if errors or resumed else 200)
