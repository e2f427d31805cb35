"""lib/auth as a process."""

import subprocess


class Judge:
    """The process of accept.c."""

    def __init__(self, program, issuer, audience):
        self.process = subprocess.Popen(
            [program, issuer, audience],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def _send(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def trust(self, jwks):
        self._send(f"keys {jwks}")

    def verdict(self, token):
        self._send(f"token {token}")
        return self.process.stdout.readline().strip()

    def stop(self):
        """Fails if a key was unusable or a sanitizer complained."""
        _, complaints = self.process.communicate(timeout=10)
        assert (self.process.returncode, complaints) == (0, "")
