"""A call's form has versions: an application stays on the one that it was begun by, and what was
submitted can be read with it, and proven, for ever."""

import hashlib

import pytest
from support import coapplicants, forms
from support.bodies import REASON
from support.parties import FORM, KRONE

CHOICE = forms.CHOICE
FNR = "31129956715"


def test_a_new_form_of_a_planned_call_is_in_force_at_once(world):
    county = world.county
    planned = county.caseworker.make("/v1/calls", county.call_content(county.usual_line_id))
    call = forms.add(world.hub, planned)
    assert (call["form"]["version"], call["proposedFormVersion"]) == (2, None)
    assert call["form"]["schema"] == forms.WIDER


def test_a_new_form_of_an_open_call_waits_for_another_person(world):
    hub, county = world.hub, world.county
    call = forms.proposed(world, hub)
    assert (call["form"]["version"], call["proposedFormVersion"]) == (1, 2)
    assert hub.signatory.read(call.path)["proposedFormVersion"] is None
    county.caseworker.attempt(call, "approve-form", CHOICE).refused("four-eyes", 403)
    county.caseworker.attempt(call, "forms", forms.new_form()).refused("form-waits", 409)
    approved = county.caseworker_b.do(call, "approve-form", CHOICE)
    assert (approved["form"]["version"], approved["proposedFormVersion"]) == (2, None)
    assert hub.draft(approved)["formVersion"] == 2


def test_a_form_that_was_refused_is_never_in_force(world):
    county = world.county
    call = forms.proposed(world, world.hub)
    county.caseworker_b.attempt(call, "approve-form", {"version": 3}).refused("form-not-proposed")
    call = county.caseworker.do(call, "reject-form", forms.refusal())
    assert (call["form"]["version"], call["proposedFormVersion"]) == (1, None)
    county.caseworker_b.attempt(call, "approve-form", CHOICE).refused("form-not-proposed", 409)
    told = county.caseworker.items(call / "forms")
    assert [(f["version"], f["state"], f["inForce"]) for f in told] == [
        (1, "approved", True),
        (2, "rejected", False),
    ]
    assert told[1]["refusal"] and told[1]["madeBy"] and told[1]["decidedBy"]
    call = forms.add(world.hub, call)
    assert county.caseworker_b.do(call, "approve-form", {"version": 3})["form"]["version"] == 3


def test_an_applicant_is_told_of_forms_that_were_in_force_and_not_by_whom(world):
    hub = world.hub
    call = forms.proposed(world, hub)
    (told,) = hub.signatory.items(call / "forms")
    assert (told["version"], told["madeBy"]) == (1, None)
    hub.signatory.get(call / "forms/2").refused("not-found", 404)
    hub.signatory.get(call / "forms/2/schema").refused("not-found", 404)


def test_a_form_beyond_what_is_understood_is_no_version(world):
    call = world.county.call()
    content = forms.new_form(form={"type": "stuff"})
    reply = world.county.caseworker.attempt(call, "forms", content).expect(422)
    assert all(at.startswith("#/form") for _, at in reply.faults) and reply.faults


@pytest.mark.parametrize(
    "form",
    [
        {"type": "string"},
        {"type": "object", "properties": {}, "required": ["missing"], "additionalProperties": False},
        {"type": "object", "properties": {"goal": {"type": "string", "minLength": 10, "maxLength": 5}}},
    ],
)
def test_a_form_that_nobody_can_answer_is_no_version(world, form):
    reply = world.county.caseworker.attempt(world.county.call(), "forms", forms.new_form(form=form))
    assert [code for code, _ in reply.expect(422).faults] == ["field"]


@pytest.mark.parametrize("form", [{"title": f"Ola {FNR}"}, {"properties": {FNR: {"type": "string"}}}])
def test_a_form_is_public_and_takes_no_fnr(world, form):
    content = forms.new_form(form={"type": "object"} | form)
    reply = world.county.caseworker.attempt(world.county.call(), "forms", content).expect(422)
    assert [code for code, _ in reply.faults] == ["fnr-in-text"]


@pytest.mark.parametrize(
    "answers, at",
    [({"x": int(FNR)}, "x"), ({FNR: "a"}, FNR), ({"x": {FNR: 1}}, f"x/{FNR}"), ({"x": [FNR]}, "x/0")],
)
def test_answers_take_no_fnr_wherever_it_stands(world, answers, at):
    draft = world.hub.draft()
    plan = world.hub.plan(answers=answers)
    reply = world.hub.signatory.put(draft / "plan", plan, draft.etag).expect(422)
    assert reply.faults == [("fnr-in-text", f"#/answers/{at}")]


def test_a_closed_call_gets_no_new_form(world):
    closed = world.county.caseworker.do(world.county.call(), "close", REASON)
    reply = world.county.caseworker.attempt(closed, "forms", forms.new_form())
    reply.refused("state-conflict", 409)


def test_who_has_begun_stays_on_their_form_and_may_submit_by_it(world):
    hub = world.hub
    draft = forms.outdated(world, hub)
    application = hub.signatory.do(draft, "submit")
    assert (application["state"], application["formVersion"]) == ("submitted", 1)


def test_a_draft_that_takes_the_new_form_is_told_what_does_not_fit(world):
    hub = world.hub
    draft = forms.outdated(world, hub, forms.STRICTER)
    beforehand = hub.signatory.attempt(draft, "take-form", dryRun="true").expect(200).json
    reply = hub.signatory.attempt(draft, "take-form").expect(200)
    taken = reply.json["application"]
    assert (taken["formVersion"], taken["answers"]) == (2, draft["answers"])
    misfits = [(m["code"], m["pointer"]) for m in reply.json["misfits"]]
    assert misfits == [("required", "#/answers/partners")]
    assert beforehand["warnings"] == reply.json["misfits"]
    refusal = hub.signatory.post(draft / "submit", if_match=reply.etag).expect(422)
    assert refusal.faults == [("required", "#/answers/partners")]
    again = hub.signatory.post(draft / "take-form", if_match=reply.etag)
    again.refused("form-in-force", 409)


def test_what_was_submitted_stays_on_its_form(world):
    hub, county = world.hub, world.county
    call = county.call()
    returned = county.caseworker.do(hub.apply(call), "return", REASON)
    forms.renew(hub, county.caseworker.read(call.path))
    returned = hub.signatory.read(returned.path)
    hub.signatory.attempt(returned, "take-form").refused("state-conflict", 409)
    assert hub.signatory.do(returned, "submit")["formVersion"] == 1


def test_a_submission_is_read_with_its_form_whatever_came_after(world):
    hub = world.hub
    call = world.county.call()
    application = hub.apply(call)
    forms.renew(hub, world.county.caseworker.read(call.path))
    for reader in (hub.signatory, world.county.caseworker):
        told = reader.read(application / "submissions/1")
        assert (told["form"]["version"], told["form"]["schema"]) == (1, FORM)
        assert told["content"]["answers"] == application["answers"]
    hub.signatory.get(application / "submissions/2").refused("not-found", 404)


def test_a_stranger_can_recompute_the_digests(world):
    """From the bytes alone, as the contract says."""
    hub = world.hub
    application = hub.apply()
    told = hub.signatory.read(application / "submissions/1")
    content = hub.signatory.get(application / "submissions/1/content").expect(200)
    assert hashlib.sha256(content.content).hexdigest() == told["sha256"]
    assert content.json == told["content"]
    path = f"/v1/calls/{application['call']['id']}/forms/{told['form']['version']}/schema"
    schema = hub.signatory.get(path).expect(200)
    assert hashlib.sha256(schema.content).hexdigest() == told["form"]["sha256"]
    assert schema.json == told["form"]["schema"]


def test_what_was_changed_between_two_submissions_is_told_as_people_read_it(world):
    hub, county = world.hub, world.county
    application = hub.apply()
    returned = county.caseworker.do(application, "return", REASON)
    draft = hub.signatory.read(returned.path)
    draft = hub.signatory.save(draft, "plan", hub.plan(title="Et bedre løp", firms=[]))
    costs = hub.costs(100_000 * KRONE)
    costs["costs"].reverse()
    hub.signatory.do(hub.signatory.save(draft, "cost-plan", costs), "submit")
    told = county.caseworker.read(application / "compare-submissions")
    assert (told["from"]["number"], told["to"]["number"]) == (1, 2)
    changes = {c["pointer"]: c for c in told["changes"]}
    assert set(changes) == {"/title", "/firms/0"}
    assert changes["/title"]["label"] == "tittel" and changes["/title"]["after"] == "Et bedre løp"
    gone = changes["/firms/0"]
    assert (gone["change"], gone["after"]) == ("removed", None)
    assert gone["item"] == {"orgnr": world.firm.orgnr}
    back = hub.signatory.get(application / "compare-submissions", **{"from": 2, "to": 1})
    back.refused("bad-parameter", 400)
    nothing = hub.signatory.get(application / "compare-submissions", **{"from": 2, "to": 2})
    assert nothing.expect(200).json["changes"] == []
    hub.signatory.get(application / "compare-submissions", to=3).refused("not-found", 404)


def test_what_was_changed_of_those_who_take_part_is_told_field_by_field(world):
    hub, county = world.hub, world.county
    application = coapplicants.apply(hub, world.firm)
    returned = county.caseworker.do(application, "return", REASON)
    partner = coapplicants.partner_of(hub.signatory, hub.signatory.read(returned.path))
    hub.signatory.do(partner, "remove", REASON)
    anew = coapplicants.new_partner(world) | {"task": "Måler hos seg"}
    hub.signatory.make(returned / "partners", anew)
    draft = hub.signatory.read(returned.path)
    plan = hub.plan()
    plan["firms"][0]["stage"] = 2
    plan["fagpartnere"][0] |= {"role": "kursholder", "hours": 50}
    hub.signatory.save(draft, "plan", plan)
    coapplicants.confirm(coapplicants.partner_of(hub.signatory, hub.signatory.read(draft.path)), world.firm)
    hub.signatory.do(hub.signatory.read(draft.path), "submit")
    told = county.caseworker.read(application / "compare-submissions")
    assert {(c["pointer"], c["label"], c["before"], c["after"]) for c in told["changes"]} == {
        ("/partners/0/task", "oppgave", "Prøver kameraet hos seg", "Måler hos seg"),
        ("/firms/0/stage", "trinn", 1, 2),
        ("/fagpartnere/0/role", "rolle", "veileder", "kursholder"),
        ("/fagpartnere/0/hours", "timer", 40, 50),
    }
