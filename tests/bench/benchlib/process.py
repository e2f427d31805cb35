"""What processes take: memory, time to start."""

import http.client
import os
import socket
import time
from pathlib import Path


def tree(pid):
    """The process and all that descend from it and are alive."""
    children = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            parent = int(stat.rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(entry.name))
    found = [pid]
    for process in found:
        found += children.get(process, [])
    return found


def pss_bytes(pid):
    """Proportional set size of the process and its descendants: pages that several of them share
    are counted once in the sum, pages shared with others in part."""
    return sum(_pss_bytes(process) for process in tree(pid))


def _pss_bytes(pid):
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def cpu_seconds(pid):
    """Processor time of the process and its descendants that are alive."""
    total = 0
    for process in tree(pid):
        try:
            stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        fields = stat.rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def answers(port, path="/"):
    """Whether a GET of `path` on 127.0.0.1 is answered with 200 now."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def exchange(port, wire):
    """Sends the bytes of one request and reads its reply: status and body."""
    with socket.create_connection(("127.0.0.1", port), timeout=600) as connection:
        connection.sendall(wire)
        reply = http.client.HTTPResponse(connection)
        reply.begin()
        return reply.status, reply.read()


def wait_until(condition, timeout_seconds, step_seconds=0.002):
    """The seconds that it took until condition() held; TimeoutError if it did not."""
    begin = time.monotonic()
    while not condition():
        if time.monotonic() - begin > timeout_seconds:
            raise TimeoutError(f"not within {timeout_seconds} s")
        time.sleep(step_seconds)
    return time.monotonic() - begin


def stop(process, timeout_seconds=10):
    """Ends a child that was started with Popen, by force if it does not end in time."""
    process.terminate()
    try:
        process.wait(timeout_seconds)
    except Exception:
        process.kill()
        process.wait()
        raise
