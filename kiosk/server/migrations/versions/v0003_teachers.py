"""Teachers, how they sign in, what they did; and what each kiosk last said of its students."""

import sqlalchemy as sa
from alembic import op

revision = "0003_teachers"
down_revision = "0003_devices"

_row_id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _make_accounts()
    _make_log()
    op.create_table(
        "presence",
        sa.Column("student_id", _row_id, nullable=False),
        sa.Column("source", sa.String(64), nullable=False),
        sa.Column("lesson", sa.Text),
        sa.Column("page", sa.Integer),
        sa.Column("pages", sa.Integer),
        sa.Column("focus", sa.String(8), nullable=False),
        sa.Column("since_ms", sa.BigInteger, nullable=False),
        sa.Column("today_ms", sa.Integer, nullable=False),
        sa.Column("today_xp", sa.Float, nullable=False),
        sa.Column("unsent", sa.Integer, nullable=False),
        sa.Column("safety", sa.String(12), nullable=False),
        sa.Column("seen_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("student_id", "source", name="pk_presence"),
        sa.ForeignKeyConstraint(["student_id"], ["students.id"], name="fk_presence_student_id"),
    )


def _make_accounts() -> None:
    op.create_table(
        "teachers",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("is_admin", sa.Boolean, nullable=False),
        sa.Column("password", sa.Text),
        sa.Column("created_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_teachers"),
        sa.UniqueConstraint("email", name="uq_teachers_email"),
    )
    op.create_table(
        "teacher_classes",
        sa.Column("teacher_id", _row_id, nullable=False),
        sa.Column("class_id", _row_id, nullable=False),
        sa.PrimaryKeyConstraint("teacher_id", "class_id", name="pk_teacher_classes"),
        sa.ForeignKeyConstraint(["teacher_id"], ["teachers.id"], name="fk_teacher_classes_teacher_id"),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name="fk_teacher_classes_class_id"),
    )
    for table in ("teacher_sessions", "sign_in_links"):
        op.create_table(
            table,
            sa.Column("digest", sa.String(64), nullable=False),
            sa.Column("teacher_id", _row_id, nullable=False),
            sa.Column("expires_ms", sa.BigInteger, nullable=False),
            sa.PrimaryKeyConstraint("digest", name=f"pk_{table}"),
            sa.ForeignKeyConstraint(["teacher_id"], ["teachers.id"], name=f"fk_{table}_teacher_id"),
        )
        op.create_index(f"ix_{table}_teacher_id", table, ["teacher_id"])
    op.create_table(
        "failed_sign_ins",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("who", sa.String(64), nullable=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_failed_sign_ins"),
    )
    op.create_index("ix_failed_sign_ins_who_at_ms", "failed_sign_ins", ["who", "at_ms"])


def _make_log() -> None:
    op.create_table(
        "audit_log",
        sa.Column("id", _row_id, nullable=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.Column("teacher", sa.Text, nullable=False),
        sa.Column("student_id", _row_id),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_log"),
        sa.ForeignKeyConstraint(["student_id"], ["students.id"], name="fk_audit_log_student_id"),
    )
    op.create_index("ix_audit_log_student_id", "audit_log", ["student_id"])
    op.create_table(
        "corrections",
        sa.Column("event", _row_id, nullable=False),
        sa.Column("student_id", _row_id, nullable=False),
        sa.Column("made_ms", sa.BigInteger, nullable=False),
        sa.Column("done_ms", sa.BigInteger),
        sa.PrimaryKeyConstraint("event", name="pk_corrections"),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name="fk_corrections_event"),
        sa.ForeignKeyConstraint(["student_id"], ["students.id"], name="fk_corrections_student_id"),
    )
