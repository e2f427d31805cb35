"""The party is heard before it is decided."""

from support.bodies import REASON, hearing_exemption, new_hearing


def raised(world, hub, application=None, **changes):
    application = application or hub.county.caseworker.do(hub.apply(), "take")
    return hub.county.caseworker.make(application / "hearings", new_hearing(world, **changes))


def answered(world, hub, application=None):
    hearing = hub.signatory.read(raised(world, hub, application).path)
    return hub.signatory.do(hearing, "answer", {"comment": "Kreditten er fornyet i en annen bank."})


def weighed(world, hub, application=None):
    hearing = hub.county.caseworker.read(answered(world, hub, application).path)
    return hub.county.caseworker.do(hearing, "weigh", {"weighing": "Vi legger fornyelsen til grunn."})


def withdrawn(world, hub):
    return hub.county.caseworker.do(raised(world, hub), "withdraw", REASON)


def exempt(world, hub, application=None, **said):
    application = application or hub.county.caseworker.do(hub.apply(), "take")
    return hub.county.caseworker.make(application / "exempt-hearing", hearing_exemption(world, **said))


def lapse(database, hearing):
    """As if its day had passed."""
    database.run(
        "set session_replication_role = replica;"
        " update trinn.hearings set answer_by = trinn.today() - 1 where id = %s",
        hearing["id"],
    )
