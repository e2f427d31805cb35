"""A partner of a grant that has nobody here is asked about an amendment by letter, and told by letter what was decided."""

import datetime

import pytest
from support import appeals as ap
from support import coapplicants, documents, grants, letters, onbehalf
from support.bodies import REASON
from support.coapplicants import asked_to_leave, given_back, move, place
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")


@pytest.fixture
def shared(world):
    return coapplicants.by_post(world, world.hub)


def of_case(world, grant, kind):
    """Letters of the kind, the newest first."""
    return [a for a in letters.of_case(world.county.caseworker, {"id": grant["applicationId"]}) if a["kind"] == kind]


def to(party, letter):
    """How it stands with posting it to the partner."""
    (mailing,) = [m for m in letter["mailings"] if m["organisation"]["orgnr"] == party.orgnr]
    return mailing["state"]


def note(world, grant, letter, party):
    clerk = world.county.caseworker
    content = {"letterId": letter["id"], "orgnr": party.orgnr, "how": "posted", "onDay": str(world.today)}
    return clerk.do(clerk.read(f"/v1/applications/{grant['applicationId']}"), "note-notice", content)


def asked(world, amendment, which="leavingPartners"):
    (partner,) = world.hub.signatory.read(amendment.path)[which]
    return world.hub.signatory.read(f"/v1/application-partners/{partner['id']}")


def prepare(world, amendment):
    return world.county.caseworker.attempt(amendment, "prepare", grants.preparation(world, amendment))


def losing(world, grant, party):
    moves = [move(10_000 * KRONE, place("fagpartner", party), place("fagpartner"))]
    return grants.asked(world, world.hub, "budget_move", grant, moves=moves)


def test_one_that_is_to_leave_is_asked_by_letter_and_heard_before_anything_is_decided(world, shared):
    grant, party = shared
    amendment = asked_to_leave(world, world.hub, party, grant)
    partner = asked(world, amendment)
    (letter,) = of_case(world, grant, "partner")
    assert (letter["applicationPartnerId"], to(party, letter)) == (partner["id"], "waiting")
    (told,) = world.county.caseworker.read(amendment.path)["leavingPartners"]
    assert told["isUnposted"]
    prepare(world, amendment).refused("partner-unposted", 409)
    coapplicants.day_passed(world, partner)
    prepare(world, amendment).refused("partner-unposted", 409)
    (task,) = [t for t in world.county.caseworker.items("/v1/tasks", limit=1000)
               if t["operationId"] == "noteNotice" and t["path"].endswith(f"/{grant['applicationId']}")]
    assert task["dueOn"]
    note(world, grant, letter, party)
    partner = asked(world, amendment)
    assert partner["answerBy"] == str(world.today + datetime.timedelta(12))  # five days on its way, and seven
    prepare(world, amendment).refused("partner-not-heard", 409)
    coapplicants.day_passed(world, partner)
    grants.decided(world, world.hub, amendment)
    after = world.hub.signatory.read(grant.path)
    assert [bool(p["leftOn"]) for p in after["partners"]] == [True]


def composed(world, letter, language="nb"):
    """As trinn-jobs would set it, with usual spaces."""
    content = world.database.value(
        "select trinn.act_as_system(county_id) from trinn.letters where id = %s;"
        " select trinn.compose_letter(jsonb_populate_record(l, jsonb_build_object('language', %s::text)))::text"
        " from trinn.letters l where id = %s",
        *(letter["id"], language, letter["id"]),
    )
    return content.replace("\u00a0", " ")


def test_its_letter_says_what_is_asked_and_until_when(world, shared):
    grant, party = shared
    amendment = asked_to_leave(world, world.hub, party, grant)
    (letter,) = of_case(world, grant, "partner")
    told = composed(world, letter)
    for what in ("Skal dere gå ut av", party.orgnr[:3], amendment["reason"], "40 000,00", "én uke", "fra dere fikk brevet"):
        assert what in told
    assert "Are you to leave" in composed(world, letter, "en")


def test_one_that_loses_a_part_is_asked_by_letter_too(world, shared):
    grant, party = shared
    amendment = losing(world, grant, party)
    partner = asked(world, amendment, "stayingPartners")
    prepare(world, amendment).refused("partner-unposted", 409)
    (letter,) = of_case(world, grant, "partner")
    assert "Skal deres del av" in composed(world, letter) and "30 000,00" in composed(world, letter)
    note(world, grant, letter, party)
    coapplicants.day_passed(world, partner)
    grants.decided(world, world.hub, amendment)


def test_one_that_gets_more_is_asked_and_its_yes_is_enough(world, shared):
    grant, party = shared
    moves = [move(10_000 * KRONE, place("fagpartner"), place("fagpartner", party))]
    amendment = grants.asked(world, world.hub, "budget_move", grant, moves=moves)
    (letter,) = of_case(world, grant, "partner")
    assert "Dere må si ja" in composed(world, letter)
    prepare(world, amendment).refused("partner-unconfirmed", 409)
    partner = asked(world, amendment, "stayingPartners")
    world.hub.signatory.do(partner, "enter-paper", coapplicants.paper(world))
    grants.decided(world, world.hub, amendment)


def test_its_yes_by_letter_is_enough_where_it_leaves(world, shared):
    grant, party = shared
    amendment = asked_to_leave(world, world.hub, party, grant)
    world.hub.signatory.do(asked(world, amendment), "enter-paper", coapplicants.paper(world))
    grants.decided(world, world.hub, amendment)


def test_who_has_left_is_told_by_letter_and_has_its_time_to_appeal_from_that(world, shared):
    grant, party = shared
    (first,) = of_case(world, grant, "decision")
    note(world, grant, first, party)
    amendment = asked_to_leave(world, world.hub, party, grant)
    world.hub.signatory.do(asked(world, amendment), "enter-paper", coapplicants.paper(world))
    grants.decided(world, world.hub, amendment)
    decision = world.hub.signatory.items(f"/v1/applications/{grant['applicationId']}/decisions")[-1]
    assert decision["appealBy"] is None and decision["unposted"]
    letter = of_case(world, grant, "decision")[0]
    assert letter["decisionId"] == decision["id"] and to(party, letter) == "waiting"
    note(world, grant, letter, party)
    decision = world.hub.signatory.items(f"/v1/applications/{grant['applicationId']}/decisions")[-1]
    assert decision["appealBy"] >= str(world.today + datetime.timedelta(26))


def test_who_has_left_is_answered_by_letter_when_it_appeals(world, shared):
    grant, party = shared
    amendment = asked_to_leave(world, world.hub, party, grant)
    world.hub.signatory.do(asked(world, amendment), "enter-paper", coapplicants.paper(world))
    grants.decided(world, world.hub, amendment)
    county, case = world.county, world.hub.signatory.read(f"/v1/applications/{grant['applicationId']}")
    part = coapplicants.partner_of(county.caseworker, case)
    content = ap.appeal(world.hub, case) | {"enteredFor": {"name": "Daglig leder", "onDay": str(world.today)}}
    appeal = ap.reconsidered(world, world.hub, county.caseworker.make(part / "appeals", content))
    ap.settle(world.hub, appeal, county.decision_maker_b)
    (letter,) = of_case(world, grant, "appeal")
    assert to(party, letter) == "waiting"
    note(world, grant, letter, party)


def test_a_question_that_is_over_before_it_was_posted_is_not_posted(world, shared):
    grant, party = shared
    amendment = asked_to_leave(world, world.hub, party, grant)
    world.hub.signatory.do(amendment, "withdraw", REASON)
    (letter,) = of_case(world, grant, "partner")
    assert to(party, letter) == "dropped"
    assert of_case(world, grant, "partner_kept") == []


def test_whoever_was_asked_by_letter_is_told_by_letter_that_nothing_comes_of_it(world, shared):
    grant, party = shared
    amendment = asked_to_leave(world, world.hub, party, grant)
    note(world, grant, of_case(world, grant, "partner")[0], party)
    decided = grants.decided(world, world.hub, amendment, outcome="refused")
    (letter,) = of_case(world, grant, "partner_kept")
    assert to(party, letter) == "waiting"
    told = composed(world, letter)
    for what in ("Dere går ikke ut av", decided["outcome"]["grounds"], "avslo endringen"):
        assert what in told
    assert "Nothing comes of that" in composed(world, letter, "en")
    note(world, grant, letter, party)
    again = losing(world, world.hub.signatory.read(grant.path), party)
    note(world, grant, of_case(world, grant, "partner")[0], party)
    world.hub.signatory.do(again, "withdraw", REASON)
    letter = of_case(world, grant, "partner_kept")[0]
    assert "blir som den var" in composed(world, letter) and "Endringen er trukket" in composed(world, letter)


def test_who_has_people_here_is_asked_here(world):
    grant = coapplicants.shared(world, world.hub, world.firm)
    moves = [given_back(40_000 * KRONE, place("fagpartner", world.firm))]
    asked_to_leave(world, world.hub, world.firm, grant, moves=moves)
    assert of_case(world, grant, "partner") == []


# ---- what it says by letter


def said_no(world, **changes):
    return onbehalf.said(world, reason="Vi vil fullføre vår del") | changes


def document(world, amendment):
    case = world.hub.signatory.read(f"/v1/applications/{amendment['applicationId']}")
    documents.clean(world, world.hub.signatory, case)


def test_its_no_by_letter_is_entered_by_a_caseworker_and_weighed(world, shared):
    grant, party = shared
    clerk, amendment = world.county.caseworker, asked_to_leave(world, world.hub, party, grant)
    partner = asked(world, amendment)
    document(world, amendment)
    world.hub.signatory.attempt(partner, "enter-refusal", said_no(world)).refused("forbidden", 403)
    content = said_no(world, documentId=coapplicants.paper(world)["documentId"])
    partner = clerk.do(partner, "enter-refusal", content)
    assert (partner["state"], partner["reason"]) == ("declined", content["reason"])
    (told,) = clerk.read(amendment.path)["leavingPartners"]
    assert (told["state"], told["reason"]) == ("declined", content["reason"])
    posts = world.county.archivist.items("/v1/journal-posts", applicationId=grant["applicationId"], limit=100)
    told = {p["title"].split(":")[0]: p["party"]["orgnr"] for p in posts if p["party"]}
    assert told["Svar fra partner om endring av tilskudd"] == told["Spørsmål til partner om endring av tilskudd"] == party.orgnr
    assert told["Søknad"] != party.orgnr
    clerk.attempt(partner, "enter-refusal", content).refused("state-conflict", 409)
    grants.decided(world, world.hub, amendment)


def test_its_yes_is_entered_by_a_caseworker_too(world, shared):
    grant, party = shared
    amendment = asked_to_leave(world, world.hub, party, grant)
    document(world, amendment)
    partner = world.county.caseworker.do(asked(world, amendment), "enter-paper", coapplicants.paper(world))
    assert (partner["state"], partner["confirmedBy"]) == ("confirmed", "Kari Foss, daglig leder")
    grants.decided(world, world.hub, amendment)


def test_who_has_people_here_says_so_here(world):
    grant = coapplicants.shared(world, world.hub, world.firm)
    amendment = asked_to_leave(world, world.hub, world.firm, grant)
    partner = coapplicants.leaving(world.firm, amendment)
    world.county.caseworker.attempt(partner, "enter-refusal", said_no(world)).refused("partner-answers-itself", 409)




def test_a_no_is_not_older_than_the_question(world, shared):
    grant, party = shared
    partner = asked(world, asked_to_leave(world, world.hub, party, grant))
    early = said_no(world, receivedOn=str(world.today - datetime.timedelta(1)))
    faults = world.county.caseworker.attempt(partner, "enter-refusal", early).expect(422).faults
    assert faults == [("said-before", "#/receivedOn")]
