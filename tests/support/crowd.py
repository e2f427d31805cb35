"""Clients that do not stop asking while something happens to what they ask."""

import contextlib
import threading


class Crowd(contextlib.AbstractContextManager):
    """Each is a thread that works between enter and exit; who comes to grief fails the test."""

    def __init__(self, number):
        self.stopping = threading.Event()
        self.failures = []
        self.threads = [threading.Thread(target=self._run, args=(n,)) for n in range(number)]

    def work(self, number):
        """Of one of them, until self.stopping."""
        raise NotImplementedError

    def _run(self, number):
        try:
            self.work(number)
        except BaseException as failure:
            self.failures.append(failure)
            raise

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stopping.set()
        for thread in self.threads:
            thread.join()
        assert not self.failures
