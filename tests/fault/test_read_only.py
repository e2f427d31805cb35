"""The database takes no writes, as while another takes over from it: what is read is answered, and what
is written can be repeated."""

import contextlib

from load import Write
from support.daemon import wait_until


@contextlib.contextmanager
def read_only(database):
    """Each session, from its next transaction on."""
    database.run("alter system set default_transaction_read_only = on")
    database.run("select pg_reload_conf()")
    try:
        yield
    finally:
        database.run("alter system reset default_transaction_read_only")
        database.run("select pg_reload_conf()")


def test_a_database_that_takes_no_writes_is_read_and_a_write_is_repeated(world, database):
    hub, programme = world.hub.signatory, world.county.programme_id

    def refused():
        write = Write(programme)
        reply = write.send(hub)
        return (write, reply) if reply.status != 201 else None

    with read_only(database):
        write, reply = wait_until(refused, 10, "a refusal")
        reply.refused("unavailable", 503)
        assert reply.headers["Retry-After"]
        hub.get("/v1/tracks").expect(200)
    write.finish(hub)
    hub.read(f"/v1/tracks/{write.id}")
