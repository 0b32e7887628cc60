"""Lessons that are handed out, launched and paused, and what kiosks are told of it."""

import sqlalchemy as sa
from alembic import op

revision = "0004_handout"
down_revision = "0003_teachers"

_row_id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "lessons",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("lesson", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("added_ms", sa.BigInteger, nullable=False),
        sa.Column("package", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_lessons"),
        sa.UniqueConstraint("digest", name="uq_lessons_digest"),
    )
    op.create_index("ix_lessons_lesson", "lessons", ["lesson"])
    op.create_table(
        "assignments",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("lesson", sa.Text, nullable=False),
        sa.Column("class_id", _row_id),
        sa.Column("student_id", _row_id),
        sa.Column("from_day", sa.String(10)),
        sa.Column("until_day", sa.String(10)),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("created_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_assignments"),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name="fk_assignments_class_id"),
        sa.ForeignKeyConstraint(["student_id"], ["students.id"], name="fk_assignments_student_id"),
    )
    op.create_index("ix_assignments_class_id", "assignments", ["class_id"])
    op.create_index("ix_assignments_student_id", "assignments", ["student_id"])
    op.create_table(
        "launches",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("student_id", _row_id, nullable=False),
        sa.Column("lesson", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("launched_ms", sa.BigInteger, nullable=False),
        sa.Column("expires_ms", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("state_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_launches"),
        sa.ForeignKeyConstraint(["student_id"], ["students.id"], name="fk_launches_student_id"),
    )
    op.create_index("ix_launches_student_id", "launches", ["student_id"])
    op.create_table(
        "pauses",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("class_id", _row_id, nullable=False),
        sa.Column("started_ms", sa.BigInteger, nullable=False),
        sa.Column("ends_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pauses"),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name="fk_pauses_class_id"),
    )
    op.create_index("ix_pauses_class_id", "pauses", ["class_id"])
    op.create_table(
        "announcements",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("class_id", _row_id),
        sa.Column("student_id", _row_id),
        sa.Column("launch", _row_id),
        sa.Column("pause", _row_id),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_announcements"),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name="fk_announcements_class_id"),
        sa.ForeignKeyConstraint(["student_id"], ["students.id"], name="fk_announcements_student_id"),
        sa.ForeignKeyConstraint(["launch"], ["launches.id"], name="fk_announcements_launch"),
        sa.ForeignKeyConstraint(["pause"], ["pauses.id"], name="fk_announcements_pause"),
    )
    op.create_index("ix_announcements_at_ms", "announcements", ["at_ms"])
