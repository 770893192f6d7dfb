"""One example row for every table, in an order that respects the references between them."""

AT = "2026-11-03 10:00:00+00:00"
TEXTS = {"title": "Voorbeeld", "lead": "Een voorbeeld.", "body": "Tekst.\n"}
CHANGE = {
    "position": 1,
    "kind": "edit",
    "page_id": 1,
    "base_revision_id": 1,
    **TEXTS,
    "slug": "",
    "section_anchor": "",
}
RENDERED = {"renderer_version": 1, "html": "", "text": "", "headings": [], "segments": [], "change_size": {}}
NOTES = {"change_note": "", "reason": "Voorbeeld", "minor": False}

ROWS: tuple[tuple[str, dict[str, object]], ...] = (
    ("account", {"id": 1, "name": "Sam (voorbeeld)", "kind": "local", "active": True, "created_at": AT}),
    ("account_role", {"account_id": 1, "role": "member"}),
    ("login_session", {"token_hash": "a", "account_id": 1, "created_at": AT, "ends_at": AT}),
    ("sign_in_attempt", {"account_key": "sam", "address": "192.0.2.1", "at": AT, "ok": True}),
    (
        "outbox",
        {"kind": "index_page", "key": "page=1", "payload": {"page": 1}, "available_at": AT, "attempts": 0},
    ),
    ("submission", {"key": "1:a", "account_id": 1, "result_url": "/", "created_at": AT}),
    ("topic", {"id": 1, "slug": "openheid", "name": "Openheid", "position": 1}),
    ("topic_synonym", {"word_key": "open", "topic_id": 1, "word": "Open"}),
    ("chapter", {"id": 1, "slug": "themas", "title": "Thema's", "position": 1}),
    ("page", {"id": 1, "title_key": "voorbeeld", "chapter_id": 1, "position": 1, "created_at": AT}),
    ("page_slug", {"slug": "voorbeeld", "page_id": 1, "current": True}),
    (
        "revision",
        {"id": 1, "page_id": 1, "number": 1, **TEXTS, **NOTES, "origin": "seed", "authored_at": AT}
        | {"published_at": AT, "sha256": "a"},
    ),
    ("revision_author", {"revision_id": 1, "account_id": 1, "part": "author"}),
    ("revision_topic", {"revision_id": 1, "topic_id": 1}),
    ("rendering", {"revision_id": 1, **RENDERED}),
    ("page_link", {"page_id": 1, "target_key": "elders", "heading": ""}),
    ("page_event", {"page_id": 1, "kind": "moved", "actor_id": 1, "at": AT, "reason": "", "data": {}}),
    (
        "attachment",
        {"sha256": "a", "media_type": "image/png", "file_name": "a.png", "size": 1, "created_at": AT},
    ),
    ("attachment_use", {"page_id": 1, "sha256": "a", "alt": "Een voorbeeld"}),
    ("proposal", {"id": 1, "last_event": 1, "created_at": AT}),
    ("proposal_author", {"proposal_id": 1, "account_id": 1}),
    ("proposal_version", {"id": 1, "proposal_id": 1, "number": 1, "sent_by_id": 1, "sent_at": AT, **NOTES}),
    ("proposal_change", {"id": 1, "version_id": 1, **CHANGE}),
    ("proposal_change_topic", {"change_id": 1, "topic_id": 1}),
    ("change_rendering", {"change_id": 1, **RENDERED}),
    (
        "proposal_event",
        {"id": 1, "proposal_id": 1, "seq": 1, "step": "send", "state_after": "submitted", "version_id": 1}
        | {"at": AT, "reason": "", "data": {}},
    ),
    ("publication", {"change_id": 1, "revision_id": 1, "event_id": 1}),
    ("draft", {"id": 1, "author_id": 1, "version": 1, **NOTES, "created_at": AT, "updated_at": AT}),
    ("draft_change", {"id": 1, "draft_id": 1, **CHANGE}),
    ("draft_change_topic", {"change_id": 1, "topic_id": 1}),
    (
        "draft_conflict",
        {"change_id": 1, "base_revision_id": 1, "revision_id": 1, "position": 1, "part": "body"}
        | {"base_text": "a", "current_text": "b", "proposed_text": "c", "choice": "huidig", "own_text": ""},
    ),
    (
        "protection",
        {"page_id": 1, "proposers": "everybody", "decision_rule": "two", "reason": "Voorbeeld"}
        | {"set_by_id": 1, "set_at": AT},
    ),
    ("after_check", {"revision_id": 1, "cause": "emergency", "due_at": AT, "words": ""}),
    ("revision_hiding", {"revision_id": 1, "reason": "Voorbeeld", "asked_by_id": 1, "asked_at": AT}),
    ("sentence_provenance", {"page_id": 1, "sentence_key": "a", "revision_id": 1}),
    ("provenance_state", {"page_id": 1, "revision_id": 1}),
    (
        "conflict",
        {"change_id": 1, "revision_id": 1, "position": 1, "part": "body", "base_text": "a"}
        | {"current_text": "b", "proposed_text": "c", "own_text": ""},
    ),
    (
        "change_choice",
        {"event_id": 1, "change_id": 1, "position": 1, "kind": "text", "taken": True}
        | {"old_text": "a", "new_text": "b", "reason": ""},
    ),
    (
        "review",
        {"proposal_id": 1, "version_id": 1, "account_id": 1, "verdict": "agree", "words": "", "at": AT},
    ),
    ("presence", {"account_id": 1, "subject": "page:1", "place": "", "seen_at": AT}),
    ("co_author_request", {"proposal_id": 1, "account_id": 1, "words": "", "asked_at": AT, "answer": ""}),
    (
        "discussion",
        {"id": 1, "proposal_id": 1, "version_id": 1, "quote": "", "prefix": "", "suffix": ""}
        | {"created_at": AT},
    ),
    ("comment", {"discussion_id": 1, "author_id": 1, "body": "Voorbeeld", "at": AT}),
    (
        "format_version",
        {"id": 1, "format": "questions", "number": 1, "intro": "", "agenda": [], "questions": []}
        | {"reason": "", "made_at": AT},
    ),
    ("format_suggestion", {"format": "questions", "author_id": 1, "text": "a", "at": AT, "answer": ""}),
    (
        "conversation",
        {"id": 1, "title": "Voorbeeld", "format_version_id": 1, "social_task": "", "status": "planned"}
        | {"starts_at": AT, "place": "online", "location": "", "seats": 8, "public": True, "notes": ""}
        | {"names_units": False, "is_example": True, "core_reason": "", "code": "a", "version": 1}
        | {"created_at": AT},
    ),
    (
        "conversation_member",
        {"conversation_id": 1, "part": "host", "account_id": 1, "answer": "accepted", "asked_at": AT},
    ),
    ("conversation_unit", {"conversation_id": 1, "name": "Voorbeeld", "work_kind": "policy"}),
    ("planned_task", {"conversation_id": 1, "step": "hold", "due_on": "2026-11-03"}),
    (
        "conversation_message",
        {"conversation_id": 1, "kind": "thanks", "subject": "", "body": "", "changed_by_id": 1}
        | {"changed_at": AT},
    ),
    (
        "facilitator_availability",
        {"account_id": 1, "part": "facilitator", "begins_on": "2026-11-03"}
        | {"ends_on": "2026-11-04", "note": ""},
    ),
    (
        "canvas_entry",
        {"id": 1, "conversation_id": 1, "field": "stands_out", "text": "a", "position": 1}
        | {"client_key": "a", "created_at": AT},
    ),
    ("earlier_line", {"id": 1, "conversation_id": 1, "field": "stands_out", "text": "a", "at": AT}),
    (
        "gallery_picture",
        {"conversation_id": 1, "sha256": "a", "alt": "", "caption": "", "story": "", "position": 1}
        | {"added_by_id": 1, "added_at": AT},
    ),
    ("gallery_file", {"sha256": "a"}),
    ("gallery_reaction", {"author_id": 1, "text": "a", "at": AT, "answer": ""}),
    ("begun_part", {"conversation_id": 1, "position": 0, "at": AT}),
    ("closing_word", {"conversation_id": 1, "mood": "good", "line": "", "client_key": "a", "at": AT}),
    (
        "sign_up",
        {"conversation_id": 1, "account_id": 1, "work_kind": "policy", "state": "seated", "at": AT},
    ),
    ("statement", {"id": 1, "conversation_id": 1, "text": "a", "made_by_id": 1, "made_at": AT}),
    (
        "statement_answer",
        {"statement_id": 1, "voter_key": "a", "opinion": "agree", "reason": ""},
    ),
    (
        "building_block",
        {"id": 1, "conversation_id": 1, "entry_id": 1, "status": "used", "version": 1, "origin_key": "a"}
        | {"is_example": True, "handed_in": True, "last_event": 1, "created_at": AT},
    ),
    (
        "building_block_revision",
        {"block_id": 1, "number": 1, "kind": "dilemma", "text": "a", "at": AT},
    ),
    ("building_block_topic", {"block_id": 1, "topic_id": 1}),
    ("building_block_word", {"word": "voorbeeld", "block_id": 1}),
    (
        "building_block_event",
        {"block_id": 1, "seq": 1, "step": "note", "status_after": "noted", "reason": "", "data": {}}
        | {"at": AT},
    ),
    ("code_attempt", {"address": "192.0.2.1", "at": AT}),
    (
        "sentence_source",
        {"revision_id": 1, "position": 0, "block_id": 1, "page_id": 1, "begins": 0, "ends": 9},
    ),
    (
        "thread",
        {"id": 1, "slug": "voorbeeld", "title": "Voorbeeld", "summary": "", "version": 1}
        | {"created_at": AT},
    ),
    ("thread_block", {"thread_id": 1, "block_id": 1, "placed_at": AT}),
    ("thread_suggestion", {"thread_id": 1, "words": [], "block_ids": [], "made_at": AT}),
    ("dilemma", {"block_id": 1, "first": "a", "second": "b", "opened_at": AT}),
    ("dilemma_choice", {"block_id": 1, "voter_key": "a", "side": "first", "reason": "", "at": AT}),
    ("picture_visit", {"account_id": 1, "seen_at": AT}),
    ("import_source", {"id": 1, "name": "voorbeeld", "state_sha": "", "created_at": AT}),
    (
        "import_item",
        {
            "source_id": 1,
            "path": "a.md",
            "commit_id": "",
            "content_sha": "a",
            "page_id": 1,
            "exact": True,
            "imported_at": AT,
        },
    ),
)
