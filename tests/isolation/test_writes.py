"""Nobody changes what is not theirs to change; whoever tries leaves no trace in any table."""

import expected
import pytest
from people import who_tries
from support import FLAVOUR, documents
from support.bodies import body_for
from support.contract import operations


def rows(table):
    return [pytest.param(*row, id="-".join(row[:-1])) for row in table]


def tried(world, client, operation, path):
    """As one who knows all that is needed but has no right to it."""
    headers = {"If-Match": "*"} if operation.needs_if_match else {}
    if operation.takes_bytes:
        return client.send("PUT", path, headers=documents.BYTES, data=documents.PDF)
    body = body_for(operation, world)
    if operation.method == "PUT":
        return client.put(path, body, headers=headers)
    return client.post(path, body, headers=headers)


def assert_refused(person, reply):
    """With its own checks the daemon says that it is not theirs or not there. Without them it says
    what the database says, which may be that the daemon has a fault."""
    if FLAVOUR == "nochecks":
        own_fault = reply.status == 500 and reply.code == "internal"
        assert 400 <= reply.status < 500 or own_fault, (person, reply)
    else:
        assert reply.status in (403, 404), (person, reply)


@pytest.mark.parametrize("operation, name, who", rows(expected.CHANGES))
def test_a_thing_is_changed_by_those_whose_step_it_is(
    world, database, thing, people, operation, name, who
):
    operation = operations()[operation]
    path = operation.at(thing(name)["id"])
    body_for(operation, world)
    before = database.contents()
    for person in sorted(set(who_tries(who)) - who):
        assert_refused(person, tried(world, people[person], operation, path))
    assert database.contents() == before


@pytest.mark.parametrize("operation, who", rows(expected.CREATIONS))
def test_a_thing_is_made_by_those_whose_it_is_to_make(
    world, database, people, thing, operation, who
):
    operation = operations()[operation]
    thing("payment.queued")
    body_for(operation, world)
    before = database.contents()
    for person in sorted(set(who_tries(who)) - who):
        assert_refused(person, tried(world, people[person], operation, operation.path))
    assert database.contents() == before
