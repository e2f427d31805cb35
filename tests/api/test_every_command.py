"""What holds for every command of the document: versions, keys, dry runs, media types.

A command is brought to where it succeeds, refused in every way, done once, and asked for again.
"""

import json
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest
from support.client import Reply
from support.commands import COMMANDS, Command, nowhere, ready
from support.daemon import wait_until


def these(condition):
    """A test for each of the commands that are so."""
    chosen = [op for op in COMMANDS if condition(op)]
    return pytest.mark.parametrize("operation", chosen, ids=lambda op: op.id)


# Whose answer holds what is told once: see test_delivery.
TOLD_ONCE = {"createCalendarFeed"}
each_versioned = these(lambda op: op.needs_if_match)
each_keyed = these(lambda op: op.needs_key)
each_repeated = these(lambda op: op.needs_key and op.id not in TOLD_ONCE)
each_with_content = these(lambda op: op.has_body)
each_without_content = these(lambda op: not op.has_body)


@pytest.fixture(scope="module")
def standing():
    """By operationId: a command that is refused in every way here, and never done."""
    return {}


@pytest.fixture
def untouched(world, database, operation, standing):
    """Such a command. Refusing it has changed no row of any table."""
    if operation.id not in standing:
        standing[operation.id] = ready(world, operation)
    before = database.contents()
    yield standing[operation.id]
    assert database.contents() == before


@dataclass
class Done:
    command: Command
    key: str
    reply: Reply


@pytest.fixture(scope="module")
def finished():
    """By operationId: a command that was done."""
    return {}


@pytest.fixture
def done(world, database, operation, finished):
    """Such a command. Asking for it again changes nothing."""
    if operation.id not in finished:
        command, key = ready(world, operation), str(uuid.uuid4())
        reply = command.send(key=key).expect(200, 201, 202)
        finished[operation.id] = Done(command, key, reply)
    before = database.contents()
    yield finished[operation.id]
    assert database.contents() == before


# ---- refused, and never done


@each_versioned
def test_without_the_version_read_it_is_refused(untouched):
    untouched.send(headers={"If-Match": None}).refused("precondition-required", 428)


@each_versioned
def test_with_another_version_it_is_refused(untouched):
    tag = untouched.etag
    for other in ('"v99999"', f"W/{tag}", '"v0"', '""', f'{tag}, "v9"', tag.upper()):
        untouched.send(headers={"If-Match": other}).refused("version-mismatch", 412)


@each_versioned
def test_a_version_without_its_quotes_is_told_so(untouched):
    for bare in (untouched.etag.strip('"'), "", '"', 'W/v1'):
        reply = untouched.send(headers={"If-Match": bare}).refused("bad-parameter", 400)
        assert "If-Match" in reply.json["detail"]


@each_keyed
def test_without_a_key_it_is_refused(untouched):
    untouched.send(headers={"Idempotency-Key": None}).refused("idempotency-key-required", 400)
    untouched.send(headers={"Idempotency-Key": "bare"}).refused("idempotency-key-invalid", 400)


@these(lambda op: op.takes_dry_run)
def test_a_dry_run_says_that_it_may_be_done_and_does_not_do_it(untouched):
    reply = untouched.send(dryRun="true").expect(204)
    assert reply.content == b"" and not reply.location and not reply.etag
    untouched.send(dryRun="true", headers={"Idempotency-Key": None}).expect(204)


OTHER_TYPES = (None, "", "text/plain", "application/xml", "application/jsonp", "application/json5")


@each_with_content
def test_content_of_another_type_is_refused(untouched):
    data = json.dumps(untouched.body).encode()
    for media_type in OTHER_TYPES:
        headers = {"Content-Type": media_type}
        reply = untouched.send(body=None, data=data, headers=headers)
        reply.refused("unsupported-media-type", 415)


@each_with_content
def test_json_is_json_however_it_is_written(world, operation):
    command = nowhere(world, operation)
    data = json.dumps(command.body).encode()
    headers = {"Content-Type": "Application/JSON; charset=utf-8"}
    command.send(body=None, data=data, headers=headers).expect(404, 200, 201, 202)


@each_with_content
def test_no_content_where_some_is_needed_is_refused(untouched):
    headers = {"Content-Type": "application/json"}
    untouched.send(body=None, headers=headers).refused("malformed-body", 400)


@each_without_content
def test_content_where_none_is_taken_is_refused(untouched):
    untouched.send(body={"note": "?"}).refused("malformed-body", 400)


@these(lambda op: op.kind)
def test_on_what_is_not_there_it_is_not_found(world, operation):
    command = nowhere(world, operation)
    command.send().refused("not-found", 404)
    command.path = operation.at("none")
    command.send().refused("not-found", 404)


# ---- done once


@each_versioned
def test_a_version_is_good_for_one_change(done):
    assert done.reply.etag != done.command.etag
    done.command.send().refused("version-mismatch", 412)


@each_versioned
def test_a_star_is_any_version(world, operation):
    ready(world, operation).send(headers={"If-Match": "*"}).expect(200, 201, 202)


@each_repeated
def test_the_same_key_again_gives_the_answer_that_was_given(done):
    first, again = done.reply, done.command.send(key=done.key)
    assert again.replayed and not first.replayed
    assert (again.status, again.content) == (first.status, first.content)
    assert (again.etag, again.location) == (first.etag, first.location)


@these(lambda op: op.needs_key and op.has_body)
def test_the_same_key_with_another_content_is_refused(done):
    spaced = json.dumps(done.command.body, indent=1).encode()
    headers = {"Content-Type": "application/json"}
    reply = done.command.send(key=done.key, body=None, data=spaced, headers=headers)
    reply.refused("idempotency-key-reused", 422)


@these(lambda op: op.needs_key and op.needs_if_match)
def test_the_same_key_of_another_person_is_another_key(done):
    reply = done.command.send(done.command.colleague, key=done.key)
    assert not reply.replayed
    reply.refused("version-mismatch", 412)


@each_repeated
def test_the_same_key_while_the_first_is_under_way_is_told_to_wait(world, database, operation):
    """The first is held up at its last statement, the one that stores its reply."""
    command, key = ready(world, operation), str(uuid.uuid4())
    connection = database.connect()
    connection.autocommit = False
    connection.cursor().execute("lock table trinn.idempotency_keys in exclusive mode")
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(command.send, command.person.another(), key=key)
        wait_until(lambda: database.backends("wait_event_type = 'Lock'"), 5, "the lock")
        reply = command.send(key=key).refused("idempotency-in-flight", 409)
        assert int(reply.headers["Retry-After"]) >= 1
        connection.rollback()
        connection.close()
        first = first.result().expect(200, 201, 202)
    again = command.send(key=key)
    assert again.replayed and again.content == first.content
