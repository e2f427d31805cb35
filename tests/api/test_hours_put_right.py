"""What rests on a fagpartner's hours: what the firm owes for its stage, and what is put right of them."""

import pytest
from support import copayments as c
from support import partners
from support.specimens import drop_out

pytestmark = pytest.mark.usefixtures("sound")


# ---- what the firm owes


def place_with_hours(world):
    """What the world's firm owes for a place in a stage that has not begun, and hours ordered for it."""
    hub = world.hub
    share = c.raised(world, orgnr=world.firm.orgnr)
    enrolment = hub.signatory.read(f"/v1/enrolments/{share['enrolmentId']}")
    track = hub.track(programmeId=enrolment["programme"]["id"])
    engagement = partners.agreed(world, hub, trackId=track["id"])
    return share, enrolment, partners.ordered(world, hub, engagement, minutes=100)


def warned(hub, enrolment):
    found = hub.signatory.read(enrolment / "permitted-actions")["warnings"]
    return [w["code"] for w in found if w["code"] in ("share-credited", "share-stays", "hours-unentered")]


@pytest.mark.parametrize("confirmed", (None, 100, 0))
def test_who_got_hours_before_the_stage_began_owes_for_them(world, confirmed):
    hub = world.hub
    share, enrolment, hours = place_with_hours(world)
    assert warned(hub, enrolment) == ["share-credited", "hours-unentered"]
    hours = world.fagpartner.fagpartner.do(hours, "deliver", partners.delivery(world, 100))
    if confirmed is not None:
        content = {"minutes": confirmed} | ({} if confirmed else {"dispute": "Ingen kom"})
        world.firm.firm.do(hours, "confirm", content)
    stays = confirmed != 0
    assert warned(hub, enrolment) == ["share-stays" if stays else "share-credited"]
    drop_out(hub, enrolment)
    told = c.reread(hub, share)
    assert (told["state"], told["openOre"]) == (("due", c.SHARE_ORE) if stays else ("credited", 0))
    assert warned(hub, hub.signatory.read(enrolment.path)) == []


def test_hours_of_another_programme_are_not_got_for_the_share(world):
    hub = world.hub
    share, enrolment, _ = place_with_hours(world)
    partners.delivered(world, hub, minutes=60)
    drop_out(hub, enrolment)
    assert c.reread(hub, share)["state"] == "credited"
