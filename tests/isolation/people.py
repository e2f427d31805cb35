"""Who tries: one person in each role of the county and of the hub whose things they are, and
strangers to both."""

from support.cast import (
    COUNTY_ROLES,
    HUB_ROLES,
    Organisation,
    add_client,
    add_person,
    enter_organisation,
)

COUNTY = frozenset(COUNTY_ROLES)
OWNER = frozenset(HUB_ROLES)
# A firm and a fagpartner that the hub works with, and others of their kind.
STRANGERS = frozenset({"other firm", "other fagpartner"})
PEERS = frozenset(f"other {role}" for role in HUB_ROLES) | STRANGERS
PEERS |= {"other machine", "firm", "fagpartner"}
NEIGHBOURS = frozenset(f"neighbour {role}" for role in (*COUNTY_ROLES, *HUB_ROLES, "firm"))
EVERYBODY = COUNTY | OWNER | PEERS | NEIGHBOURS
OF_THE_COUNTY = EVERYBODY - NEIGHBOURS

# Who works on cases, who on their assessment, who with the county's money.
CASES = COUNTY - {"steering_member", "county_admin"}
ASSESSING = CASES - {"attestant", "releaser", "finance"}
# County staff who follow what hubs do with firms.
FOLLOWING = ASSESSING
PAYING = frozenset({"attestant", "releaser", "finance", "auditor"})

MACHINE = "skarv-machine"
SCOPES = [
    "trinn:read",
    "trinn:applications.read",
    "trinn:applications.write",
    "trinn:grants.read",
    "trinn:grants.write",
    "trinn:payments.read",
    "trinn:delivery.read",
    "trinn:delivery.write",
    "trinn:copayments.read",
    "trinn:copayments.write",
    "trinn:enrolments.read",
    "trinn:enrolments.write",
]


def anywhere(*roles):
    """Whoever has one of these roles, in whatever county and organisation."""
    return frozenset(name for name in EVERYBODY if role_of(name) in roles) | (
        {"other machine"} if "hub_signatory" in roles else frozenset()
    )


def role_of(name):
    return name.split()[-1]


def who_tries(who):
    """Everybody near, and of the neighbours those whose role reaches such a thing at home."""
    roles = {role_of(name) for name in who}
    return sorted(OF_THE_COUNTY | {name for name in NEIGHBOURS if role_of(name) in roles})


def clients(world):
    """By name."""
    found = world.county.everybody() | world.hub.everybody()
    found |= {f"other {role}": c for role, c in world.other_hub.everybody().items()}
    found |= world.firm.everybody() | world.fagpartner.everybody()
    for party in (world.neighbour, world.neighbour_hub, world.neighbour_firm):
        found |= {f"neighbour {role}": c for role, c in party.everybody().items()}
    found |= {name: stranger(world, role_of(name)) for name in STRANGERS}
    found["other machine"] = machine(world)
    assert found.keys() == EVERYBODY
    return found


def stranger(world, role):
    """The one person of an organisation that nobody works with."""
    organisation = Organisation(f"other-{role}", f"Ukjent {role} AS", "5001", 50, (role,))
    enter_organisation(world.database, organisation)
    subject = f"{role}@{organisation.key}"
    add_person(world.database, world.issuer, subject, (organisation, role))
    return world.client(subject)


def machine(world):
    organisation = world.other_hub.organisation
    add_client(world.database, world.issuer, MACHINE, organisation, "hub_signatory", SCOPES)
    token = world.issuer.token(client_id=MACHINE, scope=" ".join(SCOPES))
    return world.nobody.another(token=token, name=MACHINE)
