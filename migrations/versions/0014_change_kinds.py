"""What the other kinds of changes ask for, versions that were rebased, and the form that saved a draft."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("proposal_version") as batch:
        batch.add_column(sa.Column("rebased_from_id", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            "fk_proposal_version_rebased_from_id_proposal_version",
            "proposal_version",
            ["rebased_from_id"],
            ["id"],
        )
    with op.batch_alter_table("proposal_change") as batch:
        batch.add_column(sa.Column("guide_position", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("restored_revision_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("replacement_page_id", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            "fk_proposal_change_restored_revision_id_revision", "revision", ["restored_revision_id"], ["id"]
        )
        batch.create_foreign_key(
            "fk_proposal_change_replacement_page_id_page", "page", ["replacement_page_id"], ["id"]
        )
    with op.batch_alter_table("draft_change") as batch:
        batch.add_column(sa.Column("guide_position", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("restored_revision_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("replacement_page_id", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            "fk_draft_change_restored_revision_id_revision", "revision", ["restored_revision_id"], ["id"]
        )
        batch.create_foreign_key(
            "fk_draft_change_replacement_page_id_page", "page", ["replacement_page_id"], ["id"]
        )
    with op.batch_alter_table("draft", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("form_key", sa.Text(), nullable=False, server_default=""))
        batch.add_column(sa.Column("form_step", sa.Integer(), nullable=False, server_default="0"))
        batch.create_unique_constraint("uq_draft_author_id_form_key", ["author_id", "form_key"])
    op.create_table(
        "draft_change_topic",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("change_id", "topic_id", name="pk_draft_change_topic"),
        sa.ForeignKeyConstraint(
            ["change_id"], ["draft_change.id"], name="fk_draft_change_topic_change_id_draft_change"
        ),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name="fk_draft_change_topic_topic_id_topic"),
    )


def downgrade() -> None:
    op.drop_table("draft_change_topic")
    with op.batch_alter_table("draft") as batch:
        batch.drop_constraint("uq_draft_author_id_form_key", type_="unique")
        batch.drop_column("form_step")
        batch.drop_column("form_key")
    with op.batch_alter_table("draft_change") as batch:
        batch.drop_constraint("fk_draft_change_replacement_page_id_page", type_="foreignkey")
        batch.drop_column("replacement_page_id")
        batch.drop_constraint("fk_draft_change_restored_revision_id_revision", type_="foreignkey")
        batch.drop_column("restored_revision_id")
        batch.drop_column("guide_position")
    with op.batch_alter_table("proposal_change") as batch:
        batch.drop_constraint("fk_proposal_change_replacement_page_id_page", type_="foreignkey")
        batch.drop_column("replacement_page_id")
        batch.drop_constraint("fk_proposal_change_restored_revision_id_revision", type_="foreignkey")
        batch.drop_column("restored_revision_id")
        batch.drop_column("guide_position")
    with op.batch_alter_table("proposal_version") as batch:
        batch.drop_constraint("fk_proposal_version_rebased_from_id_proposal_version", type_="foreignkey")
        batch.drop_column("rebased_from_id")
