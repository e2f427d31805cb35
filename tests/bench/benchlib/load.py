"""Builds and runs the load tool."""

import json
import subprocess

from . import BENCH_DIR, BUILD_DIR, ROOT_DIR

CFLAGS = ["-std=gnu17", "-D_GNU_SOURCE", "-O2", "-g", "-Wall", "-Wextra"]
LOAD_SOURCES = ["load.c", "load_run.c", "load_message.c"]
ECHO_SOURCES = ["echo.c"]
BASE_SOURCES = [f"lib/base/{name}.c" for name in ("arena", "buf", "date", "fail", "num")]

# As long as what the load tool puts in their place (load_message.h).
UUID_MARK = "{uuid" + "." * 30 + "}"
N_MARK = "{n" + "." * 9 + "}"


class LoadError(RuntimeError):
    """The load tool could not measure, or what it measured is worthless."""


def build(name, sources, flags=()):
    """The path of the program, compiled anew if a source is newer."""
    program = BUILD_DIR / name
    inputs = [BENCH_DIR / source for source in sources]
    inputs += [ROOT_DIR / source for source in BASE_SOURCES]
    newest = max(path.stat().st_mtime for path in [*inputs, *BENCH_DIR.glob("*.h")])
    if not program.exists() or program.stat().st_mtime < newest:
        BUILD_DIR.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cc", *CFLAGS, *flags, f"-I{ROOT_DIR}", "-o", program, *inputs, "-lm"],
                       check=True)
    return program


def request(method, path, headers=None, body=None, expect=0):
    """One request for write_requests(). In path, header values and body, {uuid} is a random UUID
    and {n} the number of the request with 12 digits. `body` is a text, or anything else to be sent
    as JSON; `expect` the status that is well, 0 any of 2xx."""
    if body is not None and not isinstance(body, str):
        body = json.dumps(body, separators=(",", ":"), ensure_ascii=False)
    head = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1"]
    head += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if body is not None or method == "POST":
        body = _mark(body or "")
        head.append(f"Content-Length: {len(body.encode())}")
    return _mark("\r\n".join(head)).encode() + b"\r\n\r\n" + (body or "").encode(), expect


def _mark(text):
    return text.replace("{uuid}", UUID_MARK).replace("{n}", N_MARK)


def write_requests(path, requests):
    """The file from which the load tool reads what it sends."""
    with open(path, "wb") as file:
        for wire, expect in requests:
            file.write(b"%d %d\n" % (len(wire), expect))
            file.write(wire)
    return path


def run(requests_path, port, *, program=None, strict=True, **options):
    """One run of the load tool with its options (`--first-n` is first_n); what it printed. With
    `strict`, raises unless each request got the reply it expects: a number from errors is none."""
    program = program or build("load", LOAD_SOURCES)
    command = [program, "--port", str(port)]
    for name, value in options.items():
        command += ["--" + name.replace("_", "-"), str(value)]
    done = subprocess.run([*command, requests_path], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise LoadError(done.stderr.strip())
    result = json.loads(done.stdout)
    if strict:
        check(result)
    return result


def check(result):
    wrong = {name: result[name] for name in ("unexpected", "connect_errors", "io_errors",
                                             "framing_errors", "unfinished") if result[name]}
    if wrong or not result["completed"]:
        raise LoadError(f"{wrong or 'nothing completed'}, statuses {result['statuses']}")
