"""standin.py PORT SOCKET-DIR: does as if it were the daemon on the trial's database, so that the
figures can be tried without one. Its writes do nothing."""

import http.server
import json
import re
import sys
import threading

import psycopg2
import trial

REPORT_ROWS = 300000
REPORT_BATCH = 10000
LOCAL = threading.local()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        found = re.fullmatch(r"/v1/applications/([0-9a-f-]{36})", self.path)
        if found:
            self.reply(document(found[1]))
        elif self.path.startswith("/v1/applications"):
            self.reply(json.dumps({"items": list(range(50))}))
        elif self.path == "/v1/report":
            self.stream()
        else:
            self.reply("{}")

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.reply("{}")

    def reply(self, text):
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def stream(self):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.chunk("n,text\n")
        for first in range(0, REPORT_ROWS, REPORT_BATCH):
            self.chunk("".join(f"{n},text\n" for n in range(first, first + REPORT_BATCH)))
        self.chunk("")

    def chunk(self, text):
        self.wfile.write(f"{len(text):x}\r\n{text}\r\n".encode())

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128

    def handle_error(self, *_):
        """Clients go when they have enough."""


def document(application):
    if not hasattr(LOCAL, "cursor"):
        connection = psycopg2.connect(host=sys.argv[2], user="postgres", dbname="postgres")
        connection.autocommit = True
        LOCAL.cursor = connection.cursor()
    LOCAL.cursor.execute(trial.DOCUMENT.replace("$1", "%s").replace("$2", "%s::uuid"),
                         (trial.COUNTY, application))
    return json.dumps(LOCAL.cursor.fetchone()[0])


if __name__ == "__main__":
    Server(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
