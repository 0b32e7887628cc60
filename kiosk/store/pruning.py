"""Deleting what nobody needs any more: windows that are on the server, or never counted, for three months.

Day totals, runs, completions and answers stay; a run keeps the focused time of its deleted windows.
"""

import sqlite3

KEPT_MS = 90 * 86_400_000
"""How long a delivered window can be looked up and exported."""

BATCH = 500
"""Windows deleted at once: some milliseconds of the writer's time, so that ticks never wait for it."""


def prune(db: sqlite3.Connection, now_ms: int) -> bool:
    """Delete one batch of old delivered and withdrawn windows; tells whether there may be more of them."""
    old = (
        "SELECT id FROM windows INDEXED BY windows_done WHERE state IN ('delivered', 'withdrawn')"
        " AND started_ms < :before AND coalesce(settled_ms, 0) < :before ORDER BY started_ms, id LIMIT :batch"
    )
    values = {"before": now_ms - KEPT_MS, "batch": BATCH}
    db.execute(
        "UPDATE runs SET pruned_ms = pruned_ms + gone.active_ms"  # noqa: S608 - ours
        f"  FROM (SELECT run, sum(active_ms) AS active_ms FROM windows WHERE id IN ({old}) GROUP BY run) AS gone"
        " WHERE runs.id = gone.run",
        values,
    )
    return db.execute(f"DELETE FROM windows WHERE id IN ({old})", values).rowcount == BATCH  # noqa: S608 - ours
