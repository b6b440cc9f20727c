"""The block of now at which a review changed the desk last, by chain, in the store."""

from sqlalchemy import Connection, insert, select, update

from secretariat.store.schema import reviewed


def reviewed_block(connection: Connection, genesis: str) -> int | None:
    """Give the block at which the desk was changed last on the chain with this genesis hash; None where it never was."""
    found: int | None = connection.execute(select(reviewed.c.block).where(reviewed.c.genesis == genesis)).scalar()
    return found


def write_reviewed(connection: Connection, genesis: str, block: int) -> None:
    """Remember the block at which the desk is changed, in the transaction that is open."""
    if not connection.execute(update(reviewed).where(reviewed.c.genesis == genesis).values(block=block)).rowcount:
        connection.execute(insert(reviewed).values(genesis=genesis, block=block))
