"""What a benchmark measures, in terms that each contender can be given."""

from collections.abc import Callable
from dataclasses import dataclass, field


PAGE_ITEMS = 50


@dataclass(frozen=True)
class Database:
    """Where a contender finds the data, and as whom it logs in."""
    socket_dir: str
    name: str
    user: str
    port: int = 5432
    options: str = ""  # settings of its sessions, as the product's own


@dataclass(frozen=True)
class Parameter:
    """Where each contender takes a parameter of a statement from.

    node     "claims.NAME" of the token, "params.NAME" of the path, "=TEXT" or "null"
             (node/server.mjs)
    pgbench  an SQL expression, which may use pgbench's :variables
    """
    node: str
    pgbench: str


@dataclass(frozen=True)
class Statement:
    """SQL with $1, $2 … for its parameters, as the daemon sends it."""
    name: str
    text: str
    parameters: tuple = ()


@dataclass(frozen=True)
class Token:
    """What a service must know to verify the tokens in the requests."""
    public_key: str
    algorithm: str
    issuer: str
    audience: str


@dataclass(frozen=True)
class Read:
    """A GET that is one segment. `requests` as of load.request(), all with status 200."""
    requests: list
    route: str
    token: Token
    statements: list
    variables: list = field(default_factory=list)  # pgbench's lines that set its variables
    constants: dict = field(default_factory=dict)  # of pgbench's variables, those with a fixed text


@dataclass(frozen=True)
class Write:
    """A POST that is several segments, each an implicit transaction. It is done to objects that are
    numbered from 0 and can be used once each: requests(first, count) gives the requests for some,
    and in the segments' parameters for pgbench the number is :object."""
    objects: int
    requests: Callable[[int, int], list]
    segments: list
    variables: list = field(default_factory=list)  # as in Read
    constants: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Pages:
    """The requests for the first and the last page of PAGE_ITEMS of one caller's list."""
    caller: str
    first: tuple
    last: tuple


@dataclass(frozen=True)
class Report:
    """A CSV download of `rows` lines after its head, and the SQL commands, run in one transaction,
    that make COPY write the same lines to stdout."""
    request: tuple
    rows: int
    commands: list


@dataclass(frozen=True)
class Aggregate:
    """A GET of figures over `rows` rows, and the segment that counts them."""
    request: tuple
    rows: int
    count: list
    constants: dict = field(default_factory=dict)  # as in Read
