"""The server's tables, as SQLAlchemy Core knows them. `migrations` makes them; a test holds the two together.

    classes ──< students ──< tokens
                    └──────< runs ──< events      the ledger, and the outbox towards Timeback in the same rows

Times are milliseconds since 1970 UTC (`_ms`).
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows by itself only in a column that it calls INTEGER, which has 64 bits there.
_RowId = BigInteger().with_variant(Integer, "sqlite")

classes = Table(
    "classes",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
)

students = Table(
    "students",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False, unique=True),  # in small letters: how Timeback knows the student
    Column("class_id", ForeignKey(classes.c.id), index=True),
    Column("created_ms", BigInteger, nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("student_id", ForeignKey(students.c.id), nullable=False, index=True),
    Column("digest", String(64), nullable=False, unique=True),  # SHA-256 of the token; the token itself is nowhere
    Column("created_ms", BigInteger, nullable=False),
    Column("revoked_ms", BigInteger),
)

runs = Table(
    "runs",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("run_id", String(36), nullable=False, unique=True),  # in small letters
    Column("student_id", ForeignKey(students.c.id), nullable=False, index=True),
    Column("activity", Text, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("run", ForeignKey(runs.c.id), nullable=False),
    Column("kind", String(16), nullable=False),  # ledger.Kind
    Column("at_ms", BigInteger, nullable=False),  # a window's start, a completion's end
    Column("active_ms", Integer, nullable=False),
    Column("inactive_ms", Integer, nullable=False),
    Column("body", Text, nullable=False),  # the message as it came, JSON in ASCII
    Column("received_ms", BigInteger, nullable=False),
    Column("state", String(16), nullable=False),  # outbox.State
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("next_try_ms", BigInteger, nullable=False, server_default="0"),
    Column("claimed_until_ms", BigInteger, nullable=False, server_default="0"),
    Column("reason", Text, nullable=False, server_default=""),
    UniqueConstraint("run", "kind", "at_ms"),
)

_UNSETTLED = text("state <> 'delivered'")
Index("ix_events_unsettled", events.c.run, events.c.id, postgresql_where=_UNSETTLED, sqlite_where=_UNSETTLED)

progress = Table(
    "progress",
    metadata,
    Column("run", ForeignKey(runs.c.id), primary_key=True, autoincrement=False),
    Column("page", Integer, nullable=False),
    Column("answers", Text, nullable=False),  # JSON, each answer in the shape of lessons.codec, with its changedMs
    Column("updated_ms", BigInteger, nullable=False),  # by the machine's clock, never ahead of the server's
    Column("started_ms", BigInteger, nullable=False, server_default="0"),  # when the run was begun
)

finish_requests = Table(
    "finish_requests",
    metadata,
    Column("run", ForeignKey(runs.c.id), primary_key=True, autoincrement=False),
    Column("claim", Text, nullable=False),  # the request as it came, JSON in ASCII
    Column("result", Text),  # JSON: the metrics; none while the claim is parked
    Column("reason", Text, nullable=False),  # why it is parked
    Column("received_ms", BigInteger, nullable=False),
)

run_aliases = Table(
    "run_aliases",
    metadata,
    Column("run", ForeignKey(runs.c.id), primary_key=True, autoincrement=False),
    Column("canonical", ForeignKey(runs.c.id), nullable=False, index=True),  # is itself nobody's alias
    Column("counted_ms", BigInteger, nullable=False),  # focused time that the canonical run was already paid for
)

ledger_names = Table(
    "ledger_names",
    metadata,
    Column("name", String(36), primary_key=True),  # one row, drawn when the table was made
)
