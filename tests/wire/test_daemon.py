"""What the daemon itself sends on a connection: no content where none may be, and the next reply right
behind."""

import pytest

SUBJECT = "caseworker@trondelag"


@pytest.fixture(scope="module")
def ask(wire_daemon, issuer):
    """Speaks on one connection for all of a test, as a caseworker or as nobody."""
    token = issuer.token(SUBJECT)

    def connect():
        client = wire_daemon.client(timeout_s=30)

        def send(path, method="GET", known=True, **fields):
            if known:
                fields["Authorization"] = f"Bearer {token}"
            return client.ask(path, method, **fields)

        return client, send

    return connect


def lasting(reply):
    """Fields that do not differ from one answer to the next."""
    passing = ("date", "traceparent", "content-length")
    return {name: value for name, value in reply.fields.items() if name not in passing}


PATHS = {
    "/livez": 200,
    "/readyz": 200,
    "/metrics": 200,
    "/openapi.json": 200,
    "/v1/me": 200,
    "/v1/calls": 200,
    "/v1/applications?limit=1": 200,
    "/v1/applications?nonsense=1": 400,
    "/v1/applications/1": 404,
    "/nowhere": 404,
}


@pytest.mark.parametrize("path", PATHS)
def test_head_is_answered_as_get_without_the_content(ask, path):
    client, send = ask()
    with client:
        got, head = send(path), send(path, "HEAD")
        assert (got.status, head.status) == (PATHS[path], PATHS[path])
        assert lasting(head) == lasting(got)
        assert head.fields["content-length"] == got.fields["content-length"] or path == "/metrics"
        assert not client.data
        assert send("/livez").status == 200


@pytest.mark.parametrize("method", ["HEAD", "GET", "POST", "PATCH", "PUT", "DELETE"])
@pytest.mark.parametrize("path", ["/livez", "/v1/me", "/v1/applications", "/nowhere"])
def test_a_refused_request_leaves_the_connection_in_step(ask, path, method):
    client, send = ask()
    with client:
        reply = send(path, method, known=False)
        assert reply.status in (200, 401, 404, 405)
        assert ("allow" in reply.fields) == (reply.status == 405)
        if reply.status != 200 and method != "HEAD":
            assert reply.fields["content-type"] == "application/problem+json"
            assert int(reply.fields["content-length"]) == len(reply.body) > 0
        assert not client.data
        assert send("/livez").status == 200


@pytest.mark.parametrize("path", ["/livez", "/v1/me", "/v1/applications"])
def test_methods_are_told_without_content(ask, path):
    client, send = ask()
    with client:
        reply = send(path, "OPTIONS", known=False)
        assert (reply.status, reply.fields["allow"][:9]) == (204, "GET, HEAD")
        assert "content-length" not in reply.fields
        assert "content-type" not in reply.fields
        assert not client.data
        assert send("/livez").status == 200


def test_that_nothing_is_new_is_told_without_content(ask, world):
    call = world.county.usual_call
    path = f"/v1/calls/{call['id']}"
    client, send = ask()
    with client:
        etag = send(path).fields["etag"]
        for method in ("GET", "HEAD"):
            reply = send(path, method, If_None_Match=etag)
            assert (reply.status, reply.fields["etag"]) == (304, etag)
            assert "content-length" not in reply.fields
            assert "content-type" not in reply.fields
            assert not client.data
            assert send(path, method, If_None_Match='"another"').status == 200
