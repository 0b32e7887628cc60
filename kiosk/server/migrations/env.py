"""How Alembic runs here: on the connection, and so in the transaction, that `kiosk.server.database` gives it."""

from alembic import context

from kiosk.server.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
