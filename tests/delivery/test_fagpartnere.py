"""The register of fagpartnere, and what hubs agree on with them: engagements, and what each sees of them."""

import datetime

from support import partners
from support.bodies import REASON
from support.delivery import new_firm
from support.parties import KRONE, fresh
from support.partners import reread, sums


def attempt_entry(world, person, **changes):
    content = partners.entry_content(orgnr=new_firm(world)) | changes
    return person.post("/v1/fagpartnere", content)


def without_people(world, municipality="5001"):
    """A fagpartner that nobody answers for here."""
    content = partners.entry_content(orgnr=new_firm(world, municipality))
    return world.hub.signatory.make("/v1/fagpartnere", content)


# ---- the register


def test_hubs_and_the_county_enter_fagpartnere(world):
    by_hub = attempt_entry(world, world.hub.hub_editor).expect(201).json
    assert by_hub["registeredBy"]["orgnr"] == world.hub.orgnr
    for person in (world.county.caseworker, world.county.programme_lead):
        made = attempt_entry(world, person).expect(201).json
        assert (made["state"], made["registeredBy"]) == ("active", None)
        assert made["competences"] == partners.entry_content()["competences"]
    for person in (world.firm.firm, world.fagpartner.fagpartner, world.county.finance):
        attempt_entry(world, person).refused("forbidden", 403)


def test_the_county_is_no_fagpartner(world):
    reply = attempt_entry(world, world.hub.hub_editor, orgnr=world.county.orgnr).expect(422)
    assert reply.faults == [("not-outside", "#/orgnr")]


def test_an_organisation_is_in_the_register_once(world):
    orgnr = new_firm(world)
    first = attempt_entry(world, world.hub.signatory, orgnr=orgnr).expect(201).json
    again = attempt_entry(world, world.other_hub.signatory, orgnr=orgnr).refused("duplicate", 409)
    assert again.faults == [("duplicate", "#/orgnr")]
    entry = world.county.caseworker.read(f"/v1/fagpartnere/{first['id']}")
    assert world.county.caseworker.do(entry, "retire", REASON)["state"] == "retired"
    attempt_entry(world, world.other_hub.signatory, orgnr=orgnr).expect(201)
    world.assert_sound()


def test_whom_the_register_does_not_take(world):
    hub = world.hub.signatory
    attempt_entry(world, hub, orgnr="974760674").refused("validation-failed", 422)
    attempt_entry(world, hub, orgnr="974760673").refused("validation-failed", 422)
    bankrupt = new_firm(world)
    world.database.run(
        "update trinn.organisations set bankrupt = true where orgnr = %s", bankrupt
    )
    attempt_entry(world, hub, orgnr=bankrupt).refused("applicant-insolvent", 409)
    twice = [{"code": "robotikk", "level": 1}, {"code": "robotikk", "level": 2}]
    reply = attempt_entry(world, hub, competences=twice).refused("validation-failed", 422)
    assert reply.faults == [("not-unique", "#/competences/1/code")]


def test_an_entry_is_found_by_competence_level_place_and_text(world):
    code = "drone"
    levels = {}
    for level, municipality in ((1, "5001"), (3, "5001"), (3, "5059")):
        content = partners.entry_content(
            orgnr=new_firm(world, municipality),
            competences=[{"code": code, "level": level}, {"code": "lean", "level": 3}],
            description=f"Kurs {code} i {municipality}",
        )
        levels[world.hub.signatory.make("/v1/fagpartnere", content)["id"]] = level, municipality

    def found(**query):
        items = world.other_hub.signatory.items("/v1/fagpartnere", **query)
        return [levels.get(item["id"]) for item in items]

    assert found(competence=code) == [(3, "5059"), (3, "5001"), (1, "5001")]
    assert found(competence=code, level=2) == [(3, "5059"), (3, "5001")]
    assert found(competence=code, level=2, municipality="5001") == [(3, "5001")]
    assert found(q=f"KURS {code.upper()} I 5059") == [(3, "5059")]
    assert found(q="100 %_") == []
    assert found(competence=code, state="retired") == []
    assert found(competence=code, limit=1) == found(competence=code)


def test_an_entry_is_changed_by_those_it_belongs_to(world):
    entry = partners.fagpartner(world, world.hub)
    changed = partners.entry_content(contact="Ada", competences=[{"code": "lean", "level": 1}])

    def attempt(person):
        fresh_entry = person.read(entry.path)
        return person.put(entry.path, changed, fresh_entry.etag)

    for person in (world.fagpartner.fagpartner, world.county.caseworker, world.hub.hub_editor):
        told = attempt(person).expect(200).json
        assert (told["contact"], told["competences"]) == ("Ada", [{"code": "lean", "level": 1}])
    attempt(world.other_hub.signatory).refused("fagpartner-keeper", 403)
    world.other_hub.signatory.attempt(entry, "retire", REASON).refused("forbidden", 403)
    actions = world.other_hub.signatory.permitted(entry)
    assert not actions["change"]["permitted"] and not actions["retire"]["permitted"]
    world.assert_sound()


# ---- engagements


def test_an_engagement_is_proposed_by_a_hub_and_agreed_to_by_the_fagpartner(world):
    engagement = partners.proposed(world, world.hub)
    assert (engagement["state"], engagement["isLocal"]) == ("proposed", None)
    assert engagement["fagpartner"]["orgnr"] == world.fagpartner.orgnr
    reply = world.hub.signatory.attempt(engagement, "agree", {"note": "Avtalt"})
    reply.refused("partner-agrees", 403)
    engagement = world.fagpartner.fagpartner.do(engagement, "agree", {})
    assert engagement["state"] == "agreed" and sums(engagement) == [0, 0, 0]
    engagement = world.hub.signatory.do(engagement, "end", REASON)
    assert engagement["state"] == "ended"
    world.hub.signatory.post(engagement / "hours", partners.order_content(world)).refused(
        "state-conflict", 409
    )
    world.assert_sound()


def test_for_a_fagpartner_without_users_the_signatory_says_how_it_agreed(world):
    partner = without_people(world)
    content = partners.engagement_content(world, world.hub, fagpartnerId=partner["id"])
    engagement = world.hub.hub_editor.make("/v1/engagements", content)
    world.hub.hub_editor.attempt(engagement, "agree", {"note": "Ja"}).refused("forbidden", 403)
    signatory = world.hub.signatory
    signatory.attempt(engagement, "agree", {}).refused("validation-failed", 422)
    engagement = signatory.do(engagement, "agree", {"note": "Avtalt på telefon 3. mai"})
    assert engagement["agreedNote"] == "Avtalt på telefon 3. mai"


def test_a_proposal_is_declined_or_taken_back(world):
    for person in (world.fagpartner.fagpartner, world.hub.signatory):
        engagement = partners.proposed(world, world.hub)
        assert person.do(engagement, "decline", REASON)["state"] == "declined"


def test_related_parties_are_declared(world):
    content = partners.engagement_content(world, world.hub)
    for wrong in ({"isRelated": True}, {"relation": "Samme eier"}):
        reply = world.hub.signatory.post("/v1/engagements", content | wrong)
        assert reply.expect(422).faults == [("relation-declaration", "#/relation")]
    related = {"isRelated": True, "relation": "Næringshagen eier 40 % av fagpartneren"}
    made = world.hub.signatory.post("/v1/engagements", content | related).expect(201).json
    assert made["isRelated"] and made["relation"] == related["relation"]
    del content["isRelated"]
    world.hub.signatory.post("/v1/engagements", content).refused("validation-failed", 422)


def test_they_are_related_if_either_says_so(world):
    """Then or later; that they are not after all is for the county, and the figures follow."""
    hub, partner, county = world.hub, world.fagpartner.fagpartner, world.county.programme_lead
    said = {"isRelated": True, "relation": "Vi eier 40 % av næringshagen"}
    agreed = partner.do(partners.proposed(world, hub), "agree", said)
    assert (agreed["isRelated"], agreed["relation"]) == (True, said["relation"])
    no = {"isRelated": False} | REASON
    for person in (hub.signatory, partner):
        person.attempt(agreed, "correct-relation", no).refused("relation-stands", 403)
    right = county.do(agreed, "correct-relation", no)
    assert (right["isRelated"], right["relation"]) == (False, None)
    (former,) = right["formerRelations"]
    assert former == said | REASON | {"replacedOn": str(world.today)}

    partners.follow(world, hub, world.firm.orgnr)
    partners.delivered(world, hub, partner.read(right.path))
    related = lambda: [  # noqa: E731
        f["relatedDeliveredMinutes"]
        for f in county.items("/v1/reports/fagpartnere")
        if f["trackId"] == right["trackId"]
    ]
    before = related()
    hub.signatory.do(hub.signatory.read(right.path), "correct-relation", said | REASON)
    assert [after - was for after, was in zip(related(), before)] == [600]
    world.assert_sound()


def test_a_related_party_without_people_is_engaged_by_two_persons_of_the_hub(world):
    hub = world.hub.signatory
    entry = partners.entered(world, world.hub, new_firm(world))
    related = {"isRelated": True, "relation": "Eier"}
    made = partners.proposed(world, world.hub, fagpartnerId=entry["id"], **related)
    said = {"note": "Avtalt i møte"}
    told = hub.permitted(made)["agree"]
    assert [why["code"] for why in told["reasons"]] == ["four-eyes"]
    hub.attempt(made, "agree", said).refused("four-eyes", 403)
    (second,) = world.one_person((world.hub, "hub_signatory"))
    assert second.do(made, "agree", said)["state"] == "agreed"
    world.assert_sound()


def test_what_cannot_be_engaged(world):
    content = partners.engagement_content(world, world.hub)
    hub = world.hub.signatory
    entry = partners.entry_content(orgnr=world.hub.orgnr)
    refused = hub.post("/v1/fagpartnere", entry).expect(422)
    assert refused.faults == [("own-partner", "#/orgnr")]
    own = world.other_hub.signatory.make("/v1/fagpartnere", entry)
    theirs = world.other_hub.track()
    for changes, fault in (
        ({"fagpartnerId": "999999999"}, ("unknown-reference", "#/fagpartnerId")),
        ({"fagpartnerId": own["id"]}, ("own-partner", "#/fagpartnerId")),
        ({"trackId": theirs["id"]}, ("unknown-reference", "#/trackId")),
        ({"hourlyOre": 10_000 * KRONE + 1}, ("too-large-value", "#/hourlyOre")),
        ({"endsOn": "2020-01-01", "startsOn": "2019-01-01"}, ("date-passed", "#/endsOn")),
    ):
        reply = hub.post("/v1/engagements", content | changes)
        assert reply.expect(422).faults == [fault], reply
    gone = without_people(world)
    world.county.caseworker.do(gone, "retire", REASON)
    reply = hub.post("/v1/engagements", content | {"fagpartnerId": gone["id"]})
    reply.refused("state-conflict", 409)


def test_local_is_measured_when_it_is_agreed(world):
    county = world.county
    county.set_up("/v1/hub-areas", county.hub_area_content(world.hub, "5053"))
    tomorrow = str(world.today + datetime.timedelta(1))
    later = county.hub_area_content(world.hub, "5054", validFrom=tomorrow)
    county.set_up("/v1/hub-areas", later)
    for municipality, is_local in (("5053", True), ("5054", False), ("5055", False)):
        partner = without_people(world, municipality)
        content = partners.engagement_content(world, world.hub, fagpartnerId=partner["id"])
        engagement = world.hub.signatory.make("/v1/engagements", content)
        engagement = world.hub.signatory.do(engagement, "agree", {"note": "Ja"})
        assert engagement["isLocal"] == is_local
        found = world.hub.signatory.items("/v1/fagpartnere", local="true", limit=1000)
        assert (partner["id"] in [item["id"] for item in found]) == is_local
        world.database.run(
            "update trinn.organisations set municipality_no = '0301' where orgnr = %s",
            partner["organisation"]["orgnr"],
        )
        assert reread(world, engagement)["isLocal"] == is_local


# ---- figures


def test_figures_tell_what_local_fagpartnere_delivered_on_a_track(world):
    county, hub = world.county, world.hub
    municipality = world.fagpartner.organisation.municipality
    county.set_up("/v1/hub-areas", county.hub_area_content(hub, municipality))
    engagement = partners.agreed(world, hub)
    partners.confirmed(world, hub, engagement, 90)
    partners.delivered(world, hub, engagement, 30)
    afar = without_people(world, "5055")
    afar = partners.proposed(world, hub, fagpartnerId=afar["id"], trackId=engagement["trackId"])
    afar = hub.signatory.do(afar, "agree", {"note": "Ja"})
    assert (engagement["isLocal"], afar["isLocal"]) == (True, False)
    hours = partners.ordered(world, hub, afar, minutes=40)
    hub.signatory.do(hours, "deliver", partners.delivery(world, 40))

    def figures(person, **period):
        found = person.items("/v1/reports/fagpartnere", **period)
        return [f for f in found if f["trackId"] == engagement["trackId"]]

    for person in (world.county.programme_lead, world.hub.hub_editor):
        (figure,) = figures(person)
        assert (figure["deliveredMinutes"], figure["confirmedMinutes"]) == (160, 90)
        assert (figure["localDeliveredMinutes"], figure["localConfirmedMinutes"]) == (120, 90)
        assert figure["localBasisPoints"] == 7_500
        assert figure["relatedDeliveredMinutes"] == 0
    assert figures(world.other_hub.signatory) == []
    assert figures(world.county.programme_lead, to=str(world.today - datetime.timedelta(1))) == []
    assert figures(world.county.programme_lead, **{"from": str(world.today)}) != []


# ---- one fagpartner and several hubs


def test_hubs_of_one_fagpartner_do_not_see_each_other(world):
    ours = partners.with_confirmed_hours(world, world.hub)
    theirs = partners.with_confirmed_hours(world, world.other_hub)
    listed = world.fagpartner.fagpartner.items("/v1/engagements", limit=1000)
    assert {ours["id"], theirs["id"]} <= {item["id"] for item in listed}
    for hub, other in ((world.hub, theirs), (world.other_hub, ours)):
        seen = {item["id"] for item in hub.signatory.items("/v1/engagements", limit=1000)}
        assert other["id"] not in seen
        for path in (other.path, other / "hours", other / "permitted-actions"):
            hub.signatory.get(path).refused("not-found", 404)


def test_a_fagpartner_sees_its_own_engagements_only(world):
    partner = without_people(world)
    content = partners.engagement_content(world, world.hub, fagpartnerId=partner["id"])
    engagement = world.hub.signatory.make("/v1/engagements", content)
    engagement = world.hub.signatory.do(engagement, "agree", {"note": "Ja"})
    partners.follow(world, world.hub, world.firm.orgnr)
    hours = partners.ordered(world, world.hub, engagement)
    person = world.fagpartner.fagpartner
    for path in (engagement.path, engagement / "hours", hours.path):
        person.get(path).refused("not-found", 404)
    delivery = partners.delivery(world)
    person.attempt(hours, "deliver", delivery).refused("not-found", 404)
    person.attempt(engagement, "decline", REASON).refused("not-found", 404)
