"""The daemon's own checks: left out where they are."""

import expected
import pytest
from people import role_of, who_tries
from support.contract import operations
from test_writes import rows, tried

DRY = [row for row in expected.CHANGES if operations()[row[0]].takes_dry_run]


@pytest.mark.parametrize("operation, name, who", rows(DRY))
def test_nobody_tries_a_step_dry_that_is_not_theirs(world, thing, people, operation, name, who):
    operation = operations()[operation]
    path = operation.at(thing(name)["id"])
    for person in sorted(set(who_tries(who)) - who):
        reply = tried(world, people[person], operation, path + "?dryRun=true")
        assert reply.status in (403, 404), (person, reply)


def test_the_document_names_the_roles_that_the_rows_name():
    for row in (*expected.CHANGES, *expected.CREATIONS):
        named = {role_of(person) for person in row[-1]} - {"machine"}
        roles = operations()[row[0]].roles  # none: any role may
        assert not roles or named <= set(roles), row
