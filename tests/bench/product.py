"""What the benchmarks know of Trinn: its database with the rows, its daemon, its requests and the
SQL behind them. The figures need nothing else of it (figures.py)."""

from benchlib.model import Database, Pages, Read, Report, Write
from figures import NotReady


class Product:
    """A durable cluster in `folder`, seeded once and kept, with

    1 000 000 applications of one county, spread over hubs of which one is big and one has 500;
    1 000 000 payments;
    applications to submit and to decide, on 100 funding lines and on one.
    """

    ready_path = "/readyz"

    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        """Starts the cluster (tests/support/pg-cluster start --durable), seeds it if need be."""
        return self

    def __exit__(self, *exception):
        """Stops the cluster."""

    @property
    def database(self) -> Database:
        """As the daemon logs in."""
        raise NotReady("no database yet")

    def start(self, workers):
        """Starts the daemon without waiting: its Popen and its port on 127.0.0.1."""
        raise NotReady("no daemon yet")

    def application_read(self) -> Read:
        """GET /v1/applications/{id} for some hundred applications of 2 KiB and more, each with
        three lists of children; the statements are the daemon's own."""
        raise NotReady("no application to read yet")

    def write(self, name, one_line) -> Write:
        """POST submit or decide, as `name` says, with what the daemon runs for load and apply; all
        on one funding line, or on 100 in turn."""
        raise NotReady(f"no {name} yet")

    def pages(self, port) -> list[Pages]:
        """For the callers caseworker, big_hub and small_hub, the first page and the last full one
        of the list of applications, found by asking the daemon."""
        raise NotReady("no list yet")

    def page_items(self, body) -> int:
        """How many applications are on a page."""
        raise NotReady("no list yet")

    def payment_report(self) -> Report:
        """The report over all payments as CSV."""
        raise NotReady("no report yet")
