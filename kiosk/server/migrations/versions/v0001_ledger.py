"""Students with their tokens, runs, and the ledger of events."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_row_id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "classes",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_classes"),
        sa.UniqueConstraint("name", name="uq_classes_name"),
    )
    op.create_table(
        "students",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("class_id", _row_id),
        sa.Column("created_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_students"),
        sa.UniqueConstraint("email", name="uq_students_email"),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name="fk_students_class_id"),
    )
    op.create_index("ix_students_class_id", "students", ["class_id"])
    op.create_table(
        "tokens",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("student_id", _row_id, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("created_ms", sa.BigInteger, nullable=False),
        sa.Column("revoked_ms", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_tokens"),
        sa.UniqueConstraint("digest", name="uq_tokens_digest"),
        sa.ForeignKeyConstraint(["student_id"], ["students.id"], name="fk_tokens_student_id"),
    )
    op.create_index("ix_tokens_student_id", "tokens", ["student_id"])
    op.create_table(
        "runs",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("run_id", sa.String(36), nullable=False),
        sa.Column("student_id", _row_id, nullable=False),
        sa.Column("activity", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
        sa.UniqueConstraint("run_id", name="uq_runs_run_id"),
        sa.ForeignKeyConstraint(["student_id"], ["students.id"], name="fk_runs_student_id"),
    )
    op.create_index("ix_runs_student_id", "runs", ["student_id"])
    op.create_table(
        "events",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("run", _row_id, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.Column("active_ms", sa.Integer, nullable=False),
        sa.Column("inactive_ms", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("received_ms", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
        sa.Column("next_try_ms", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("claimed_until_ms", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("reason", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.UniqueConstraint("run", "kind", "at_ms", name="uq_events_run_kind_at_ms"),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name="fk_events_run"),
    )
    unsettled = sa.text("state <> 'delivered'")
    op.create_index("ix_events_unsettled", "events", ["run", "id"], postgresql_where=unsettled, sqlite_where=unsettled)
