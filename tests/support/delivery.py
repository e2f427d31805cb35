"""Firms on their way with a hub, put there by SQL where only what comes of it is of interest."""

from support.cast import ORGNRS
from support.parties import fresh

ENROL = """
select trinn.set_caller(%s, %s, null, null, null);
insert into trinn.enrolments (county_id, hub_id, programme_version, programme_id, state, stage, firm_id)
select trinn.caller_county(), trinn.caller_org(), 1, %s, %s, %s, id
from trinn.organisations where orgnr = %s;
set local session_replication_role = replica;
update trinn.enrolment_steps set at = at - make_interval(days => %s) where enrolment_id = currval('trinn.enrolments_id_seq');
set local session_replication_role = origin;
select trinn.new_guard('enrolment', id), trinn.audit('enrolment', id, 'enrol', 'enrolment', id, null, null)
from (select currval('trinn.enrolments_id_seq') as id) e;
select currval('trinn.enrolments_id_seq')::text
"""


def new_firm(world, municipality="5059"):
    """The number of a firm nobody knows."""
    orgnr = next(ORGNRS)
    world.database.run(
        "insert into trinn.organisations (orgnr, name, form, municipality_no)"
        " values (%s, %s, 'AS', %s)",
        *(orgnr, fresh("Bedrift"), municipality),
    )
    return orgnr


def enrolled(world, hub, orgnr=None, programme=None, state="active", stage=2, days_ago=0):
    """The id of the enrolment of a firm, a new one if none is given, that the hub follows since then."""
    hand = f"hub_signatory@{hub.organisation.key}"
    programme = programme or hub.county.programme_id
    orgnr = orgnr or new_firm(world)
    return world.database.value(
        ENROL, *(world.issuer.iss, hand, programme, state, stage, orgnr, days_ago)
    )
