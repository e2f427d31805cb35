"""A small database of the product's kind, on which the contenders are tried: row-level security by
a setting, a caller statement, a document with three lists."""

import time
import uuid
from dataclasses import replace

import jwt
import psycopg2
from benchlib.load import request
from benchlib.model import Database, Parameter, Read, Statement, Token, Write
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

APPLICATIONS = 1000
COUNTY = "46"

SCHEMA = """
create role trial login;
create table member (county text, subject text, primary key (county, subject));
create table application (
    county text, id uuid, n int unique, title text, version int not null default 1,
    primary key (county, id));
create table item (county text, application uuid, kind int, n int, text text,
    primary key (county, application, kind, n));
create table audit (id bigserial primary key, application uuid, at timestamptz default now());
insert into member values ('46', 'kari'), ('11', 'ola');
insert into application
    select '46', ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, n, 'Søknad ' || n
    from generate_series(1, 1000) n;
insert into item
    select county, id, kind, i, repeat('tekst ', 8) from application,
           generate_series(1, 3) kind, generate_series(1, 12) i;
alter table application enable row level security;
alter table item enable row level security;
create policy own on application
    using (county = (select nullif(current_setting('trial.county', true), '')));
create policy own on item
    using (county = (select nullif(current_setting('trial.county', true), '')));
create function set_caller(county text, subject text) returns text volatile language plpgsql as $$
begin
    perform from member m where m.county = $1 and m.subject = $2;
    if not found then raise 'no such member'; end if;
    return set_config('trial.county', $1, true);
end $$;
grant select on member to trial;
grant select, update on application, item to trial;
grant select, insert on audit to trial;
grant usage on sequence audit_id_seq to trial;
analyze;
"""

DOCUMENT = """
select json_build_object('id', a.id, 'title', a.title,
    'costs', (select json_agg(json_build_object('n', i.n, 'text', i.text) order by i.n)
              from item i where i.county = a.county and i.application = a.id and i.kind = 1),
    'goals', (select json_agg(json_build_object('n', i.n, 'text', i.text) order by i.n)
              from item i where i.county = a.county and i.application = a.id and i.kind = 2),
    'files', (select json_agg(json_build_object('n', i.n, 'text', i.text) order by i.n)
              from item i where i.county = a.county and i.application = a.id and i.kind = 3))
from application a where a.county = $1 and a.id = $2
"""

CALLER = Statement("caller", "select set_caller($1, $2)",
                   (Parameter("claims.county", f"'{COUNTY}'"), Parameter("claims.sub", "'kari'")))


def application_id(n):
    return str(uuid.UUID(f"00000000-0000-4000-8000-{n:012}"))


def create(socket_dir):
    with psycopg2.connect(host=socket_dir, user="postgres", dbname="postgres") as connection:
        connection.cursor().execute(SCHEMA)
    return Database(socket_dir, "postgres", "trial")


def forgetful(database):
    """The same database for a user whose commits need not reach the disk."""
    connection = psycopg2.connect(host=database.socket_dir, user="postgres", dbname="postgres")
    with connection, connection.cursor() as cursor:
        cursor.execute("create role forgetful login; "
                       "alter role forgetful set synchronous_commit = off")
    connection.close()
    return replace(database, user="forgetful")


class Issuer:
    """Mints tokens that the services accept."""

    def __init__(self):
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        pem = self.key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        self.token = Token(pem.decode(), "RS256", "https://issuer.test", "trinn")

    def mint(self, **claims):
        now = int(time.time())
        return jwt.encode({"iss": self.token.issuer, "aud": self.token.audience, "iat": now,
                           "exp": now + 3600, "sub": "kari", "county": COUNTY, **claims}, self.key,
                          "RS256")


def read(issuer):
    headers = {"Authorization": "Bearer " + issuer.mint()}
    document = Statement("document", DOCUMENT, (
        Parameter("claims.county", f"'{COUNTY}'"),
        Parameter("params.id", "('00000000-0000-4000-8000-' || lpad(:n::text, 12, '0'))::uuid")))
    return Read([request("GET", f"/v1/applications/{application_id(n)}", headers, expect=200)
                 for n in range(1, APPLICATIONS + 1)],
                "/v1/applications/:id", issuer.token, [CALLER, document],
                [f"\\set n random(1, {APPLICATIONS})"])


def write():
    """Only its SQL: there is no service that writes."""
    version = Statement("version", "select version from application where n = $1",
                        (Parameter("", ":object + 1"),))
    update = Statement("update", "update application set version = version + 1 where n = $1",
                       (Parameter("", ":object + 1"),))
    audit = Statement("audit", "insert into audit (application) select id from application"
                      " where n = $1", (Parameter("", ":object + 1"),))
    return Write(APPLICATIONS, lambda first, count: [],
                 [[CALLER, version], [CALLER, update, audit]])
