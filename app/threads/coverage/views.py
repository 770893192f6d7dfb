"""What conversations were not about yet."""

from flask import render_template
from flask.typing import ResponseReturnValue

from app.conversations.kinds import ModelPart, WorkKind
from app.core.permissions import Permission
from app.threads.blueprint import bp
from app.threads.coverage.queries import blocks_by_part, conversations_by_work
from app.threads.coverage.rules import cover
from app.topics.queries import all_topics
from app.web.guards import requires


@bp.get("/dekking")
@requires(Permission.READ_CONVERSATIONS)
def coverage() -> ResponseReturnValue:
    """Themes by part of the model, and by kind of work."""
    topics = all_topics()
    ids, parts, kinds = [topic.id for topic in topics], list(ModelPart), list(WorkKind)
    return render_template(
        "threads/coverage.html",
        topics=topics,
        parts=parts,
        kinds=kinds,
        by_part=cover(blocks_by_part(), ids, parts),
        by_work=cover(conversations_by_work(), ids, kinds),
    )
