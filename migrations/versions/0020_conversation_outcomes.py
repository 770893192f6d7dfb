"""What comes out of a conversation before it is a bouwsteen."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "canvas_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=32), nullable=True),
        sa.Column("model_part", sa.String(length=32), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("group_number", sa.Integer(), nullable=True),
        sa.Column("client_key", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_canvas_entry_conversation_id_conversation"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_canvas_entry"),
        sa.UniqueConstraint("client_key", name="uq_canvas_entry_client_key"),
    )
    op.create_index("ix_canvas_entry_conversation_id", "canvas_entry", ["conversation_id"])
    op.create_table(
        "gallery_picture",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("alt", sa.Text(), nullable=False),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("added_by_id", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["account.id"], name="fk_gallery_picture_added_by_id_account"
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_gallery_picture_conversation_id_conversation"
        ),
        sa.ForeignKeyConstraint(
            ["sha256"], ["attachment.sha256"], name="fk_gallery_picture_sha256_attachment"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_gallery_picture"),
    )
    op.create_index("ix_gallery_picture_conversation_id", "gallery_picture", ["conversation_id"])
    op.create_index("ix_gallery_picture_sha256", "gallery_picture", ["sha256"])
    op.create_table(
        "gallery_file",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["attachment.sha256"], name="fk_gallery_file_sha256_attachment"),
        sa.PrimaryKeyConstraint("sha256", name="pk_gallery_file"),
    )
    op.create_table(
        "gallery_reaction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name="fk_gallery_reaction_author_id_account"),
        sa.PrimaryKeyConstraint("id", name="pk_gallery_reaction"),
    )
    op.create_table(
        "closing_word",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("mood", sa.String(length=32), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("client_key", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_closing_word_conversation_id_conversation"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_closing_word"),
        sa.UniqueConstraint("client_key", name="uq_closing_word_client_key"),
    )
    op.create_index("ix_closing_word_conversation_id", "closing_word", ["conversation_id"])


def downgrade() -> None:
    op.drop_table("closing_word")
    op.drop_table("gallery_reaction")
    op.drop_table("gallery_file")
    op.drop_table("gallery_picture")
    op.drop_table("canvas_entry")
