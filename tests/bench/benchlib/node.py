"""Starts the Fastify service that the daemon is compared with (node/server.mjs)."""

import contextlib
import json
import os
import subprocess

from . import BENCH_DIR, BUILD_DIR, process

NODE_DIR = BENCH_DIR / "node"
WORKERS = 2


def install():
    """The packages of the lock file, in the service's own folder."""
    installed = NODE_DIR / "node_modules" / ".package-lock.json"
    if not installed.exists() or \
            installed.stat().st_mtime < (NODE_DIR / "package-lock.json").stat().st_mtime:
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=NODE_DIR,
                       check=True)
        installed.touch()


@contextlib.contextmanager
def service(read, database, *, port, connections, pipeline):
    """The service for a model.Read, ready on `port`, with so many connections of each worker
    that requests share, if `pipeline`, or else have to themselves."""
    install()
    config = {
        "port": port,
        "workers": WORKERS,
        "connections": connections,
        "pipeline": pipeline,
        "database": {"host": database.socket_dir, "port": database.port, "user": database.user,
                     "database": database.name, "options": database.options},
        "token": {"publicKey": read.token.public_key, "algorithms": [read.token.algorithm],
                  "issuer": read.token.issuer, "audience": read.token.audience},
        "route": read.route,
        "statements": [{"name": statement.name, "text": statement.text,
                        "values": [parameter.node for parameter in statement.parameters]}
                       for statement in read.statements],
    }
    BUILD_DIR.mkdir(parents=True, exist_ok=True)
    path = BUILD_DIR / "node.json"
    path.write_text(json.dumps(config), encoding="utf-8")
    with subprocess.Popen(["node", NODE_DIR / "server.mjs", path], stdout=subprocess.PIPE,
                          text=True, env={**os.environ, "NODE_ENV": "production"}) as child:
        try:
            if child.stdout.readline().strip() != "ready":
                raise RuntimeError("the Node service does not start")
            yield child
        finally:
            process.stop(child)
