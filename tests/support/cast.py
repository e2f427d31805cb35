"""Who there is in every world of the tests, and how they get into a database."""

import itertools
import json
from dataclasses import dataclass, field

COUNTY_ROLES = (
    "caseworker",
    "decision_maker",
    "steering_member",
    "programme_lead",
    "secretary",
    "attestant",
    "releaser",
    "finance",
    "archivist",
    "county_admin",
    "auditor",
)
HUB_ROLES = ("hub_editor", "hub_signatory")


def with_check_digit(digits):
    """The organisation or account number that begins with these digits; None if there is none."""
    weights = itertools.cycle((2, 3, 4, 5, 6, 7))
    check = -sum(int(digit) * weight for digit, weight in zip(reversed(digits), weights)) % 11
    return f"{digits}{check}" if check < 10 else None


def numbers(first):
    return filter(None, (with_check_digit(str(n)) for n in itertools.count(first)))


ORGNRS = numbers(31990001)
ACCOUNTS = numbers(1503450001)


@dataclass(frozen=True)
class Organisation:
    """Two persons for each role, the subjects role@key and role_b@key."""

    key: str
    name: str
    municipality: str
    county: int
    roles: tuple
    register: dict = field(default_factory=dict)
    orgnr: str = field(default_factory=ORGNRS.__next__)


COUNTIES = {50: "trondelag", 18: "nordland"}
RETENTION_CLASS = {
    "name": {"nb": "Avslag", "en": "Refusals"},
    "covers": "refusal",
    "countedFrom": "closing",
    "years": 5,
    "isArchived": False,
    "basis": "Bevarings- og kassasjonsplanen 3.2",
}
LETTERHEAD = {
    "name": {"nb": "Prøvefylket fylkeskommune", "en": "Test County Authority"},
    "unit": {"nb": "Seksjon for næring", "en": "Section for Business"},
    "address": "Prøveveien 1, 7700 Steinkjer",
    "email": "post@fylket.example",
    "phone": "74 00 00 00",
}
CAST = [
    Organisation("trondelag", "Trøndelag fylkeskommune", "5006", 50, COUNTY_ROLES),
    Organisation("granlia", "Granlia næringshage AS", "5059", 50, HUB_ROLES),
    Organisation("skarv", "Skarvholmen inkubator AS", "5001", 50, HUB_ROLES),
    Organisation("elvestrand", "Elvestrand Mekaniske AS", "5038", 50, ("firm",)),
    Organisation("fagpartner", "Kysten Kompetanse AS", "5001", 50, ("fagpartner",)),
    Organisation("utenfor", "Utenfor næringshage AS", "0301", 50, HUB_ROLES),
    Organisation("konkurs", "Konkurs næringshage AS", "5001", 50, HUB_ROLES, {"bankrupt": True}),
    Organisation("nordland", "Nordland fylkeskommune", "1804", 18, COUNTY_ROLES),
    Organisation("lofoten", "Lofoten næringshage AS", "1865", 18, HUB_ROLES),
    Organisation("saltdal", "Saltdal inkubator AS", "1840", 18, HUB_ROLES),
    Organisation("fjellbruk", "Fjellbruk AS", "1840", 18, ("firm",)),
]
BY_KEY = {organisation.key: organisation for organisation in CAST}


def seed(database, issuer):
    """Counties, organisations, figures of law and people; no case and no money."""
    with database.lasting():
        issuer.publish(database)
        for organisation in CAST:
            enter_organisation(database, organisation)
        for number, key in COUNTIES.items():
            database.run(
                "insert into trinn.counties (id, organisation_id, number, name)"
                " select %s, id, %s, name from trinn.organisations where orgnr = %s",
                *(number, str(number), BY_KEY[key].orgnr),
            )
            database.run(
                "insert into trinn.letterheads (county_id, name, unit, address, email, phone)"
                " select %s, l.name, l.unit, l.address, l.email, l.phone"
                " from json_populate_record(null::trinn.letterheads, %s) l",
                *(number, json.dumps(LETTERHEAD)),
            )
        database.run(
            "insert into trinn.rule_params (key, basis, valid_from, value, unit, source) values"
            " ('acceptance.days', 'vilkår for tilskudd', '1970-01-01', 30, 'days', 'invented')"
        )
        for organisation in CAST:
            for role in organisation.roles:
                for suffix in ("", "_b"):
                    subject = f"{role}{suffix}@{organisation.key}"
                    add_person(database, issuer, subject, (organisation, role))


def enter_organisation(database, organisation):
    columns = {
        "orgnr": organisation.orgnr,
        "name": organisation.name,
        "form": "AS",
        "municipality_no": organisation.municipality,
    } | organisation.register
    database.run(
        f"insert into trinn.organisations ({', '.join(columns)})"
        f" values ({', '.join(['%s'] * len(columns))})",
        *columns.values(),
    )


def add_person(database, issuer, subject, *roles):
    """Somebody the issuer speaks for, with roles: organisation of the cast and name of the role."""
    person = database.value("insert into trinn.persons (name) values (%s) returning id", subject)
    add_subject(database, issuer, subject, person)
    for organisation, role in roles:
        database.run(
            "insert into trinn.role_assignments (county_id, person_id, organisation_id, role,"
            " valid_from) select %s, %s, id, %s, '2020-01-01' from trinn.organisations"
            " where orgnr = %s",
            *(organisation.county, person, role, organisation.orgnr),
        )
    return person


def add_subject(database, issuer, subject, person):
    """Another token for the same human."""
    database.run(
        "insert into trinn.principals (issuer_id, subject, person_id)"
        " select id, %s, %s from trinn.issuers where iss = %s",
        *(subject, person, issuer.iss),
    )


def add_client(database, issuer, client_id, organisation, role, scopes):
    """A machine of an organisation."""
    database.run(
        "with p as (insert into trinn.principals (issuer_id, subject, client_org_id)"
        "  select i.id, %s, o.id from trinn.issuers i, trinn.organisations o"
        "  where i.iss = %s and o.orgnr = %s returning id, client_org_id)"
        " insert into trinn.role_assignments (county_id, principal_id, organisation_id, role,"
        "  scopes, valid_from) select %s, id, client_org_id, %s, %s, '2020-01-01' from p",
        *(client_id, issuer.iss, organisation.orgnr, organisation.county, role, scopes),
    )
