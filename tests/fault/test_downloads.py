"""Who takes a report and goes away, or stops taking it, does not keep a server process."""

import socket
import struct
import time

import pytest
from support.daemon import wait_until

ROWS = 8_000
FREED_S = 13  # ten, and what a machine loses that has other things to do

# Copies of one paid payment, its claim and its posting, past all that would check them; each a good kilobyte.
MANY = """
set session_replication_role = replica;
do $$
declare
	p trinn.payments;
	c trinn.claims;
	t trinn.postings;
begin
	select * into strict p from trinn.payments where state = 'paid';
	select * into strict c from trinn.claims where id = p.claim_id;
	select * into strict t from trinn.postings where object_kind = 'payment' and object_id = p.id;
	for n in 1..{rows} loop
		t.id := t.id + 100000; t.object_id := t.object_id + 1000;
		c.id := c.id + 1000; c.number := c.number + 1;
		p.id := p.id + 1000; p.claim_id := c.id; p.reference := n || repeat('x', 1500);
		insert into trinn.claims values (c.*);
		insert into trinn.payments values (p.*);
		insert into trinn.postings values (t.*);
	end loop;
end $$;
"""
EXPORTING = "application_name = 'trinnd export' and state <> 'idle'"
FREE = "application_name = 'trinnd export' and state = 'idle' and query <> ''"  # and prepared
CONNECTIONS = 4  # for exports, of two workers


@pytest.fixture(scope="module")
def auditor(world, database):
    """Whose report is too long for any buffer."""
    world.paid()
    database.run(MANY.format(rows=ROWS))
    return world.county.auditor


def begin(auditor, daemon, database):
    """A download of which hardly anything was taken. The one before took its connection along."""
    wait_until(lambda: len(database.backends(FREE)) == CONNECTIONS, 10, "all that can export")
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(("127.0.0.1", daemon.port))
    connection.sendall(
        b"GET /v1/reports/payments?format=json HTTP/1.1\r\nHost: trinn\r\nAuthorization: Bearer "
        + auditor.token.encode()
        + b"\r\n\r\n"
    )
    assert connection.recv(1024).startswith(b"HTTP/1.1 200 ")
    return connection


def freed_after_s(database):
    begun = time.monotonic()
    wait_until(lambda: not database.backends(EXPORTING), 2 * FREED_S, "the end of the export")
    return time.monotonic() - begun


def stall(connection):
    pass


def kill(connection):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def close(connection):
    connection.close()


@pytest.mark.parametrize("fault", [stall, kill, close], ids=lambda fault: fault.__name__)
def test_a_download_that_nobody_takes_frees_its_server_process(
    auditor, daemon, database, figures, fault
):
    connection = begin(auditor, daemon, database)
    assert database.backends(EXPORTING)
    fault(connection)
    freed = freed_after_s(database)
    connection.close()
    figures(f"freed after {freed:.1f} s")
    assert freed <= FREED_S


def test_after_all_that_a_report_is_whole(auditor):
    report = auditor.get("/v1/reports/payments", format="json").expect(200).json
    assert report["count"] == len(report["items"]) == ROWS + 1
