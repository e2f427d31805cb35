"""What holds for every command of the document: versions, keys, dry runs, media types.

A command is brought to where it succeeds, refused in every way, done once, and asked for again.
"""

import contextlib
import json
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from support.commands import COMMANDS, nowhere, ready
from support.daemon import wait_until

# Whose answer holds what is told once: see test_delivery.
TOLD_ONCE = {"createAccessRequest", "createCalendarFeed"}
# What a colleague has no part in.
ONES_OWN = {"discardSavedFilter"}


def these(condition=lambda op: True):
    """A test for each of the commands that are so."""
    chosen = [op for op in COMMANDS if condition(op)]
    return pytest.mark.parametrize("operation", chosen, ids=lambda op: op.id)


@contextlib.contextmanager
def unchanged(database):
    """No row of any table is another afterwards."""
    before = database.contents()
    yield
    assert database.contents() == before


@these()
def test_refused_it_changes_nothing_and_done_it_is_done_once(world, database, operation):
    command = ready(world, operation)
    with unchanged(database):
        refuse(operation, command)
    key = str(uuid.uuid4())
    reply = do(database, operation, command, key)
    with unchanged(database):
        ask_again(operation, command, key, reply)


# ---- refused, and never done


def refuse(operation, command):
    if operation.needs_if_match:
        without_the_version_read_it_is_refused(command)
        with_another_version_it_is_refused(command)
        a_version_without_its_quotes_is_told_so(command)
    if operation.needs_key:
        without_a_key_it_is_refused(command)
    if operation.takes_dry_run:
        a_dry_run_says_that_it_may_be_done_and_does_not_do_it(command)
    if operation.has_body:
        content_of_another_type_is_refused(command)
    if operation.needs_body:
        no_content_where_some_is_needed_is_refused(command)
    elif not operation.has_body:
        content_where_none_is_taken_is_refused(command)


def without_the_version_read_it_is_refused(command):
    command.send(headers={"If-Match": None}).refused("precondition-required", 428)


def with_another_version_it_is_refused(command):
    tag = command.etag
    for other in ('"v99999"', f"W/{tag}", '"v0"', '""', f'{tag}, "v9"', tag.upper()):
        command.send(headers={"If-Match": other}).refused("version-mismatch", 412)


def a_version_without_its_quotes_is_told_so(command):
    for bare in (command.etag.strip('"'), "", '"', "W/v1"):
        reply = command.send(headers={"If-Match": bare}).refused("bad-parameter", 400)
        assert "If-Match" in reply.json["detail"]


def without_a_key_it_is_refused(command):
    command.send(headers={"Idempotency-Key": None}).refused("idempotency-key-required", 400)
    command.send(headers={"Idempotency-Key": "bare"}).refused("idempotency-key-invalid", 400)


def a_dry_run_says_that_it_may_be_done_and_does_not_do_it(command):
    reply = command.send(dryRun="true").expect(204)
    assert reply.content == b"" and not reply.location and not reply.etag
    command.send(dryRun="true", headers={"Idempotency-Key": None}).expect(204)


OTHER_TYPES = (None, "", "text/plain", "application/xml", "application/jsonp", "application/json5")


def content_of_another_type_is_refused(command):
    data = json.dumps(command.body).encode()
    for media_type in OTHER_TYPES:
        reply = command.send(body=None, data=data, headers={"Content-Type": media_type})
        reply.refused("unsupported-media-type", 415)


def no_content_where_some_is_needed_is_refused(command):
    headers = {"Content-Type": "application/json"}
    command.send(body=None, headers=headers).refused("malformed-body", 400)


def content_where_none_is_taken_is_refused(command):
    command.send(body={"note": "?"}).refused("malformed-body", 400)


# ---- done once


def do(database, operation, command, key):
    """The answer; while it was under way, the same key was told to wait."""
    if not is_repeated(operation):
        return command.send(key=key).expect(200, 201, 202)
    with ThreadPoolExecutor(1) as pool:
        with database.commands_held():
            first = pool.submit(command.send, command.person.another(), key=key)
            wait_until(database.n_waiting, 5, "the lock")
            reply = command.send(key=key).refused("idempotency-in-flight", 409)
            assert int(reply.headers["Retry-After"]) >= 1
        return first.result().expect(200, 201, 202)


def is_repeated(operation):
    return operation.needs_key and operation.id not in TOLD_ONCE


def ask_again(operation, command, key, reply):
    if operation.needs_if_match:
        a_version_is_good_for_one_change(command, reply)
    if is_repeated(operation):
        the_same_key_again_gives_the_answer_that_was_given(command, key, reply)
    if operation.needs_key and operation.has_body:
        the_same_key_with_another_content_is_refused(command, key)
    if operation.needs_key and operation.needs_if_match:
        the_same_key_of_another_person_is_another_key(command, key)


def a_version_is_good_for_one_change(command, reply):
    assert reply.etag != command.etag
    command.send().refused("version-mismatch", 412)


def the_same_key_again_gives_the_answer_that_was_given(command, key, first):
    again = command.send(key=key)
    assert again.replayed and not first.replayed
    assert (again.status, again.content) == (first.status, first.content)
    assert (again.etag, again.location) == (first.etag, first.location)


def the_same_key_with_another_content_is_refused(command, key):
    spaced = json.dumps(command.body, indent=1).encode() + b"\n"
    headers = {"Content-Type": "application/json"}
    reply = command.send(key=key, body=None, data=spaced, headers=headers)
    reply.refused("idempotency-key-reused", 422)


def the_same_key_of_another_person_is_another_key(command, key):
    reply = command.send(command.colleague, key=key)
    assert not reply.replayed
    if command.operation.id in ONES_OWN:
        reply.refused("not-found", 404)
    else:
        reply.refused("version-mismatch", 412)


# ---- by themselves


@these(lambda op: op.needs_if_match)
def test_a_star_is_any_version(world, operation):
    ready(world, operation).send(headers={"If-Match": "*"}).expect(200, 201, 202)


@these(lambda op: op.has_body)
def test_json_is_json_however_it_is_written(world, operation):
    command = nowhere(world, operation)
    data = json.dumps(command.body).encode()
    headers = {"Content-Type": "Application/JSON; charset=utf-8"}
    # Understood, whatever the state of what it names: bodies are made once.
    command.send(body=None, data=data, headers=headers).expect(404, 409, 200, 201, 202)


@these(lambda op: op.kind)
def test_on_what_is_not_there_it_is_not_found(world, operation):
    command = nowhere(world, operation)
    command.send().refused("not-found", 404)
    command.path = operation.at("none")
    command.send().refused("not-found", 404)
