"""A server of one document, in every way that a server can go about it."""

import http.server
import json
import socket
import threading


class Publisher:
    """Answers every GET with `behaviour`, a function of the handler."""

    def __init__(self):
        self.fetches = 0
        self.behaviour = None
        self.closing = threading.Event()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self.server.server_port}/jwks"
        threading.Thread(target=self.server.serve_forever, args=(0.05,)).start()

    def _handler(self):
        publisher = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                publisher.fetches += 1
                try:
                    publisher.behaviour(self)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

            def log_message(self, *_):
                pass

        return Handler

    def publishes(self, *keys, status=200, **more):
        """JSON with these keys."""
        document = {"keys": list(keys)} | more
        self.sends(json.dumps(document).encode("utf-8"), status)

    def sends(self, body, status=200, location=None):
        def behaviour(handler):
            handler.send_response(status)
            handler.send_header("Content-Type", "application/json")
            handler.send_header("Content-Length", str(len(body)))
            if location:
                handler.send_header("Location", location)
            handler.end_headers()
            handler.wfile.write(body)

        self.behaviour = behaviour

    def sends_without_end(self):
        def behaviour(handler):
            handler.send_response(200)
            handler.end_headers()
            while not self.closing.is_set():
                handler.wfile.write(b" " * 65536)

        self.behaviour = behaviour

    def drips(self):
        def behaviour(handler):
            handler.send_response(200)
            handler.end_headers()
            while not self.closing.wait(0.1):
                handler.wfile.write(b" ")

        self.behaviour = behaviour

    def breaks_off(self, body):
        """After all of the body, with more announced."""

        def behaviour(handler):
            handler.send_response(200)
            handler.send_header("Content-Length", str(len(body) + 1))
            handler.end_headers()
            handler.wfile.write(body)
            handler.wfile.flush()
            handler.connection.shutdown(socket.SHUT_RDWR)

        self.behaviour = behaviour

    def stop(self):
        self.closing.set()
        self.server.shutdown()
        self.server.server_close()
