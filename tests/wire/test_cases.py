"""The raw requests of wire-cases.json, whole and cut in two at every byte."""

import json
import pathlib
import time

import pytest
import wire

CASES = json.loads((pathlib.Path(__file__).parent / "wire-cases.json").read_text("utf-8"))["cases"]
# Sent behind every case: answered after a good request, never read after a refused one.
LAST = wire.request("/last", Connection="close")
AT_ONCE = 100


def case_id(case):
    return case["name"].replace(" ", "-").replace("/", "_")


def bytes_of(case):
    return case["send"].encode("latin-1")


def methods_of(case):
    return [part.split(" ")[0] for part in case["send"].split("\r\n\r\n")]


def talk(target, pieces_of_each, methods):
    """Sends each list of pieces on a connection of its own, the n-th pieces of all before the next
    ones. The replies of each connection, and how many requests were routed on all."""
    clients = [target.client() for _ in pieces_of_each]
    for nth in range(max(map(len, pieces_of_each))):
        for client, pieces in zip(clients, pieces_of_each):
            try:
                client.send(pieces[nth])
            except (BrokenPipeError, ConnectionResetError):
                pass
        time.sleep(0.005)
    answers = []
    for client in clients:
        with client:
            answers.append(wire.parse_replies(client.read_to_end(), methods))
    return answers, target.routed([reply for answer in answers for reply in answer])


def check_refused(case, replies, routed):
    assert routed == 0
    assert len(replies) <= 1
    for reply in replies:
        if "status" in case:
            assert reply.status in case["status"]
        assert 400 <= reply.status < 600
        assert reply.fields["content-type"] == "application/problem+json"
        assert reply.fields["connection"] == "close"


def check_routed(count, replies, routed):
    assert len(replies) == count + 1, "each request one answer"
    assert routed == count + 1


@pytest.mark.parametrize("case", CASES, ids=case_id)
def test_a_raw_request_gets_what_its_case_says(target, case):
    target.routed([])
    (replies,), routed = talk(target, [[bytes_of(case) + LAST]], methods_of(case))
    if case["expect"] == "refuse":
        check_refused(case, replies, routed)
    elif case["expect"] == "route":
        check_routed(case["count"], replies, routed)
    elif routed:
        check_routed(1, replies, routed)
    else:
        check_refused(case, replies, routed)


@pytest.mark.parametrize("case", CASES, ids=case_id)
def test_a_refusal_closes_by_itself_and_a_routed_request_does_not(target, case):
    with target.client() as client:
        client.send(bytes_of(case))
        if case["expect"] == "refuse":
            wire.parse_replies(client.read_to_end(), methods_of(case))
        elif case["expect"] == "route":
            for method in methods_of(case)[: case["count"]]:
                client.read_reply(method)
            client.send(LAST)
            client.read_reply()
            assert client.is_closed()


def cuts_of(case):
    """Every place within the head, and of long ones every byte of the first and last lines."""
    length = case["send"].find("\r\n\r\n") + 4
    if length < 4:
        length = len(case["send"])
    return [at for at in range(1, length) if at < 200 or at > length - 50]


@pytest.mark.parametrize("case", CASES, ids=case_id)
def test_the_verdict_does_not_depend_on_how_the_bytes_arrive(target, case):
    data = bytes_of(case) + LAST
    target.routed([])
    (whole,), routed = talk(target, [[data]], methods_of(case))
    cuts = cuts_of(case)
    for first in range(0, len(cuts), AT_ONCE):
        batch = cuts[first : first + AT_ONCE]
        pieces = [[data[:at], data[at:]] for at in batch]
        answers, routed_by_all = talk(target, pieces, methods_of(case))
        for at, answer in zip(batch, answers):
            assert [r.status for r in answer] == [r.status for r in whole], f"cut at {at}"
        assert routed_by_all == routed * len(batch)


@pytest.mark.parametrize("case", CASES, ids=case_id)
def test_a_case_after_a_good_request_fares_as_it_does_alone(target, case):
    first = wire.request("/first")
    methods = ["GET", *methods_of(case)]
    target.routed([])
    (alone,), routed_alone = talk(target, [[bytes_of(case) + LAST]], methods_of(case))
    (replies,), routed = talk(target, [[first + bytes_of(case) + LAST]], methods)
    assert [r.status for r in replies[1:]] == [r.status for r in alone]
    assert routed == routed_alone + 1
