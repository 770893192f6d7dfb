"""The owner of a page, the day it is looked at again, and its protection."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("page") as batch:
        batch.add_column(sa.Column("replacement_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("owner_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("review_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("outdated_since", sa.DateTime(timezone=True), nullable=True))
        batch.create_foreign_key("fk_page_replacement_id_page", "page", ["replacement_id"], ["id"])
        batch.create_foreign_key("fk_page_owner_id_account", "account", ["owner_id"], ["id"])
        batch.create_index("ix_page_owner_id", ["owner_id"])
        batch.create_index("ix_page_review_on", ["review_on"])
    op.create_table(
        "protection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("proposers", sa.String(length=32), nullable=False),
        sa.Column("decision_rule", sa.String(length=32), nullable=False),
        sa.Column("decider_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("set_by_id", sa.Integer(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lifted_by_id", sa.Integer(), nullable=True),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_protection"),
        sa.ForeignKeyConstraint(["decider_id"], ["account.id"], name="fk_protection_decider_id_account"),
        sa.ForeignKeyConstraint(["lifted_by_id"], ["account.id"], name="fk_protection_lifted_by_id_account"),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_protection_page_id_page"),
        sa.ForeignKeyConstraint(["set_by_id"], ["account.id"], name="fk_protection_set_by_id_account"),
    )
    op.create_index("ix_protection_page_id", "protection", ["page_id"])
    op.create_index(
        "uq_protection_page",
        "protection",
        ["page_id"],
        unique=True,
        sqlite_where=sa.text("lifted_at IS NULL"),
        postgresql_where=sa.text("lifted_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("protection")
    with op.batch_alter_table("page") as batch:
        batch.drop_column("outdated_since")
        batch.drop_column("verified_at")
        batch.drop_index("ix_page_review_on")
        batch.drop_column("review_on")
        batch.drop_index("ix_page_owner_id")
        batch.drop_constraint("fk_page_owner_id_account", type_="foreignkey")
        batch.drop_column("owner_id")
        batch.drop_constraint("fk_page_replacement_id_page", type_="foreignkey")
        batch.drop_column("replacement_id")
