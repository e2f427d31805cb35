"""Grants on conditions."""

from support.bodies import REASON


def condition(kind="before_payment", **changes):
    return {"kind": kind, "text": "Avtalen med fagpartneren er underskrevet."} | changes


def decided(hub, *conditions):
    """A grant that is accepted, on these conditions; the application."""
    county = hub.county
    recommended = county.recommend(hub.apply())
    content = county.decision(recommended, conditions=list(conditions))
    application = county.decision_maker.do(recommended, "decide", content)
    hub.accept(hub.signatory.read(county.grant_of(application).path))
    return hub.signatory.read(application.path)


def of(hub, application):
    """Those of the newest decision, as the recipient reads them."""
    decision = hub.signatory.items(application / "decisions")[-1]
    return [hub.signatory.read(f"/v1/conditions/{c['id']}") for c in decision["conditions"]]


def given(hub, **changes):
    (one,) = of(hub, decided(hub, condition(**changes)))
    return one


def report(hub, one, **changes):
    return hub.signatory.do(one, "report", {"report": "Avtalen er lagt ved"} | changes)


def reported(world, hub):
    return report(hub, given(hub))


def met(world, hub):
    return hub.county.caseworker.do(reported(world, hub), "confirm")


def waiver_asked(world, hub):
    return hub.county.caseworker.do(given(hub), "ask-waiver", REASON)


def waived(world, hub):
    return hub.county.decision_maker.do(waiver_asked(world, hub), "waive")
