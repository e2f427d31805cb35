"""Set-up: one person proposes, another puts into force, and nothing holds before that."""

import datetime

import pytest
from support.bodies import BODIES, REASON
from support.cast import BY_KEY, add_client, add_person, add_subject
from support.contract import operations
from support.issuer import Issuer
from support.parties import KRONE

PROPOSALS = [
    op for op in operations().values()
    if op.id.startswith("propose") and ("county_admin" in op.roles or op.id == "proposeBankAccount")
]


def proposal_path(world, operation):
    county = world.county
    return operation.at(
        county.programme_id if operation.kind == "programme" else county.usual_line_id
    )


def names(operation):
    return operation.id


def without(content, name):
    return {key: value for key, value in content.items() if key != name}


@pytest.mark.parametrize("operation", PROPOSALS, ids=names)
def test_who_proposes_may_not_put_into_force(world, operation):
    content = BODIES[operation.id](world)
    path = proposal_path(world, operation)
    proposes, decides = world.county.who_sets_up(path)
    change = proposes.make(path, content)
    assert change["state"] == "proposed" and change["targetId"] is None
    for reply in proposes.attempt(change, "approve"), proposes.attempt(change, "reject", REASON):
        assert ("four-eyes", "") in reply.expect(403).faults
    approved = decides.do(change, "approve")
    assert approved["state"] == "approved" and approved["targetId"]
    assert approved["proposedBy"] != approved["decidedBy"]
    world.assert_sound()


def test_one_human_with_two_tokens_is_one_person(world, database, recorder):
    entra = Issuer("https://login.entra.test", "RS256")
    entra.publish(database, kinds=["county"], county_ids=[50])
    person = add_person(
        database, world.issuer, "two-tokens", (BY_KEY["trondelag"], "county_admin")
    )
    add_subject(database, entra, "two-tokens@entra", person)
    first = world.client("two-tokens")
    second = first.another(token=entra.token("two-tokens@entra"))
    change = first.make("/v1/programmes", world.county.programme_content())
    second.attempt(change, "approve").refused("four-eyes", 403)


def test_a_rejected_change_makes_nothing_and_stays_rejected(world):
    content = world.county.programme_content()
    change = world.county.propose("/v1/programmes", content)
    rejected = world.county.county_admin_b.do(change, "reject", {"reason": "Ikke nå"})
    assert rejected["state"] == "rejected" and rejected["reason"] == "Ikke nå"
    world.county.county_admin_b.attempt(rejected, "approve").refused("state-conflict", 409)
    codes = [p["code"] for p in world.hub.signatory.items("/v1/programmes")]
    assert content["code"] not in codes


def test_a_change_is_put_into_force_once(world):
    change = world.county.propose("/v1/programmes", world.county.programme_content())
    approved = world.county.county_admin_b.do(change, "approve")
    world.county.county_admin_b.attempt(approved, "approve").refused("state-conflict", 409)
    again = world.county.county_admin_b.attempt(change, "approve")
    again.refused("version-mismatch", 412)


def test_a_programme_is_told_as_it_was_proposed(world):
    content = world.county.programme_content()
    id = world.county.set_up("/v1/programmes", content)
    programme = world.firm.firm.read(f"/v1/programmes/{id}")
    assert {key: programme[key] for key in content if key != "stages"} == {
        key: value for key, value in content.items() if key != "stages"
    }
    assert [s["name"] for s in programme["stages"]] == ["Introduksjon", "Avansert"]
    assert programme["stages"][1]["gates"] == [
        {"kind": "stage_completed", "requiresStage": 1, "percent": None}
    ]


def test_a_programme_may_stand_under_another(world):
    parent = world.county.programme_id
    id = world.county.set_up("/v1/programmes", world.county.programme_content(parentId=parent))
    assert world.county.caseworker.read(f"/v1/programmes/{id}")["parent"]["id"] == parent


def test_a_programme_runs_within_its_period_which_two_persons_change(world):
    county, hub = world.county, world.hub
    over = str(world.today - datetime.timedelta(1))
    programme = county.programme(startsOn=f"{world.today.year - 5}-01-01", endsOn=over)
    path = f"/v1/programmes/{programme}"
    assert county.county_admin.read(path)["state"] == "ended"
    new = {"programmeId": programme, "orgnr": next(world.spare_firms)}
    hub.signatory.post("/v1/enrolments", new).refused("programme-not-active", 409)
    track = {"programmeId": programme, "title": "Løp"}
    hub.signatory.post("/v1/tracks", track).refused("state-conflict", 409)

    content = county.programme_change(programme, name="Forlenget", endsOn=str(world.today), state="active")
    change = county.propose(f"{path}/changes", content)
    assert county.county_admin.read(path)["state"] == "ended"
    county.county_admin.attempt(change, "approve").refused("four-eyes", 403)
    assert county.county_admin_b.do(change, "approve")["targetId"] == programme
    told = county.county_admin.read(path)
    assert (told["state"], told["name"], told["endsOn"]) == ("active", "Forlenget", str(world.today))
    firm = hub.signatory.make("/v1/enrolments", new)
    hub.signatory.post("/v1/tracks", track).expect(201)

    county.change_programme(programme, state="planned")
    firm = hub.recommend(firm)
    hub.signatory.attempt(firm, "enrol", {"stage": 1}).refused("programme-not-active", 409)
    county.change_programme(programme, state="active")
    assert hub.signatory.do(firm, "enrol", {"stage": 1})["state"] == "enrolled"
    world.assert_sound()


def test_hubs_take_firms_through_programmes_that_they_deliver(world):
    """Not an umbrella over others, nor one whose money firms alone apply for."""
    county, hub = world.county, world.hub
    direct = county.programme()
    county.funding_line(programmeId=direct, applicantKinds=["firm"])
    for programme in (county.programme(stages=[]), direct):
        told = [
            hub.signatory.post(path, content | {"programmeId": programme}).expect(422)
            for path, content in (
                ("/v1/enrolments", {"orgnr": world.firm.orgnr}),
                ("/v1/tracks", {"title": "Løp"}),
            )
        ]
        assert [t.faults for t in told] == [[("programme-not-delivered", "#/programmeId")]] * 2


def test_a_gate_leads_back_only(world):
    content = world.county.programme_content()
    content["stages"][1]["gates"] = [{"kind": "stage_completed", "requiresStage": 2}]
    reply = world.county.county_admin.post("/v1/programmes", content)
    reply.refused("validation-failed", 422)
    assert reply.faults == [("stage-gate", "#/stages/1/gates/0/requiresStage")]


def test_a_period_does_not_end_before_it_begins(world):
    content = world.county.programme_content(startsOn="2026-02-01", endsOn="2026-01-31")
    reply = world.county.county_admin.post("/v1/programmes", content)
    assert reply.expect(422).faults == [("period-reversed", "#/endsOn")]


def test_what_a_line_points_at_must_be_the_countys_own(world):
    neighbour = world.neighbour
    content = world.county.funding_line_content(
        programmeId=neighbour.programme_id, legalBasisId=neighbour.legal_basis_id
    )
    reply = world.county.county_admin.post("/v1/funding-lines", content)
    reply.refused("validation-failed", 422)
    assert reply.faults == [
        ("unknown-reference", "#/legalBasisId"),
        ("unknown-reference", "#/programmeId"),
    ]


@pytest.mark.parametrize(
    "path, content, word",
    [
        ("/v1/programmes", lambda c: c.programme_content(), "code"),
        ("/v1/legal-bases", lambda c: c.legal_basis_content(), "reference"),
        ("/v1/funding-lines", lambda c: c.funding_line_content(), "code"),
    ],
)
def test_a_name_in_use_cannot_be_given_again(world, path, content, word):
    first = content(world.county)
    second = world.county.propose(path, content(world.county) | {word: first[word]})
    world.county.set_up(path, first)
    world.county.county_admin_b.attempt(second, "approve").refused("duplicate", 409)
    assert world.county.county_admin.read(second.path)["state"] == "proposed"


def test_a_programme_is_proposed_with_a_code_and_a_profile_that_can_be(world):
    first = world.county.programme_content()
    world.county.set_up("/v1/programmes", first)
    nothing = {"digitalParts": 0, "greenParts": 0}
    wrong = first | {"profile": nothing}
    told = world.county.county_admin.post("/v1/programmes", wrong, dryRun="true").expect(409)
    assert set(told.faults) == {("duplicate", "#/code"), ("profile-empty", "#/profile")}


def test_a_value_is_set_right_from_the_day_it_began(world):
    county, approver = world.county, world.county.decision_maker
    wrong = BODIES["proposeRuleParam"](world) | {"key": "journal.public_days", "validFrom": str(world.today), "value": 10}

    def values():
        return [p["value"] for p in world.hub.signatory.items("/v1/rule-params") if p["key"] == wrong["key"]]

    def warned(told):
        return [w["code"] for w in told.expect(200).json["warnings"]]

    county.set_up("/v1/rule-params", wrong)
    right = wrong | {"value": 1}
    told = county.county_admin.post("/v1/rule-params", right, dryRun="true")
    assert warned(told) == ["rule-replaced"] and "10" in told.text
    change = county.propose("/v1/rule-params", right)
    assert values() == [10]
    assert warned(approver.get(change / "permitted-actions")) == ["rule-replaced"]
    approver.do(change, "approve")
    assert values() == [1]
    kept = county.county_admin.items("/v1/setup-changes")
    assert [c["content"]["value"] for c in kept if c["content"].get("key") == wrong["key"]] == [1, 10]


def test_a_later_value_goes_before_an_earlier_one_while_it_holds(world):
    content = BODIES["proposeRuleParam"](world) | {"key": "journal.check_days", "validFrom": "2020-01-01"}
    world.county.set_up("/v1/rule-params", content | {"value": 1})
    world.county.set_up("/v1/rule-params", content | {"value": 2, "validFrom": "2021-01-01", "validTo": "2021-12-31"})
    world.county.set_up("/v1/rule-params", content | {"value": 3, "validFrom": "2023-01-01"})

    def values_on(day):
        listed = world.hub.signatory.items("/v1/rule-params", onDate=day)
        return [p["value"] for p in listed if p["key"] == content["key"]]

    assert [values_on(f"{year}-06-01") for year in range(2019, 2025)] == [[], [1], [2], [1], [3], [3]]


def test_a_county_does_not_change_what_the_law_says(world):
    for days in (7, 21, 42):
        content = BODIES["proposeRuleParam"](world) | {"key": "appeal.days", "value": days}
        reply = world.county.county_admin.post("/v1/rule-params", content).expect(422)
        assert reply.faults == [("rule-common", "#/key")]


def test_a_figure_that_nothing_reads_is_no_countys(world):
    content = BODIES["proposeRuleParam"](world) | {"key": "meetings.early_days", "value": 1}
    wrong = {
        "rule-unknown": ("#/key", {"key": "meetings.erly_days"}),
        "rule-unit": ("#/unit", {"unit": "ore"}),
        "rule-bounds": ("#/value", {"value": 100_000}),
    }
    for code, (pointer, change) in wrong.items():
        reply = world.county.county_admin.post("/v1/rule-params", content | change, dryRun="true")
        assert reply.expect(422).faults == [(code, pointer)]
    world.county.county_admin.post("/v1/rule-params", content, dryRun="true").expect(204)


def test_a_rule_is_listed_on_the_days_it_holds(world):
    content = BODIES["proposeRuleParam"](world) | {
        "key": "notice.post_days",
        "validFrom": "2021-01-01",
        "validTo": "2021-12-31",
    }
    world.county.set_up("/v1/rule-params", content)

    def keys_on(day):
        return [p["key"] for p in world.hub.signatory.items("/v1/rule-params", onDate=day)]

    assert content["key"] in keys_on("2021-12-31")
    assert content["key"] not in keys_on("2022-01-01")
    assert "appeal.days" in keys_on("2022-01-01")


def test_more_money_comes_to_the_line_with_the_second_signature(world):
    line = world.county.funding_line(1_000 * KRONE)
    before = world.county.county_admin.read(f"/v1/funding-lines/{line}")

    def available():
        balances = world.county.finance.get(
            "/v1/ledger/balances", fundingLineId=line, year=world.year
        )
        return {b["account"]: b["balanceOre"] for b in balances.json["items"]}.get("available")

    assert available() == 1_000 * KRONE
    content = world.county.appropriation_content(500 * KRONE, source="Statsbudsjettet")
    change = world.county.propose(f"/v1/funding-lines/{line}/appropriations", content)
    assert available() == 1_000 * KRONE
    world.county.county_admin_b.do(change, "approve")
    assert available() == 1_500 * KRONE
    known = {"If-None-Match": before.etag}
    told = world.county.county_admin.get(before.path, headers=known).expect(200).json
    assert [a["amountOre"] for a in told["appropriations"]] == [1_000 * KRONE, 500 * KRONE]
    sources = ["Regionale utviklingsmidler", "Statsbudsjettet"]
    assert [a["source"] for a in told["appropriations"]] == sources
    world.assert_sound()


def test_a_role_holds_from_the_second_signature_on(world):
    content = BODIES["proposeRoleAssignment"](world) | {"personName": "Siv Berg"}
    newcomer = world.client(content["subject"])
    change = world.county.propose("/v1/role-assignments", content)
    newcomer.get("/v1/applications").refused("unauthenticated", 401)
    world.county.county_admin_b.do(change, "approve")
    newcomer.get("/v1/applications").expect(200)
    roles = world.county.county_admin.items("/v1/role-assignments")
    assert [r["role"] for r in roles if r["person"]["name"] == "Siv Berg"] == ["caseworker"]
    world.assert_sound()


def test_nobody_gets_a_role_twice_at_a_time(world):
    """Two alike would leave the holder to choose between them in every request."""
    content = BODIES["proposeRoleAssignment"](world) | {"validTo": "2030-12-31"}
    both = [world.county.propose("/v1/role-assignments", content) for _ in range(2)]
    world.county.county_admin_b.do(both[0], "approve")
    approved = world.county.county_admin_b.attempt(both[1], "approve")
    approved.refused("role-held", 409)
    admin = world.county.county_admin
    again = content | {"validFrom": "2030-12-31", "validTo": "2031-12-31"}
    reply = admin.post("/v1/role-assignments", again).refused("role-held", 409)
    assert reply.faults == [("role-held", "#/role")]
    world.client(content["subject"]).get("/v1/applications").expect(200)
    world.county.set_up("/v1/role-assignments", again | {"validFrom": "2031-01-01"})
    world.county.set_up("/v1/role-assignments", content | {"role": "secretary"})


def test_a_machine_is_not_made_a_person(world, database):
    add_client(database, world.issuer, "klient", BY_KEY["granlia"], "hub_editor", [])
    content = BODIES["proposeRoleAssignment"](world) | {"subject": "klient"}
    for sent in (content, without(content, "personName")):
        reply = world.county.county_admin.post("/v1/role-assignments", sent).expect(422)
        assert reply.faults == [("subject-machine", "#/subject")]


def test_somebody_new_has_a_name(world):
    content = without(BODIES["proposeRoleAssignment"](world), "personName")
    reply = world.county.county_admin.post("/v1/role-assignments", content).expect(422)
    assert reply.faults == [("required", "#/personName")]


def test_a_subject_that_became_a_machine_is_refused_the_second_signature(world, database):
    content = BODIES["proposeRoleAssignment"](world)
    change = world.county.propose("/v1/role-assignments", content)
    add_client(database, world.issuer, content["subject"], BY_KEY["granlia"], "hub_editor", [])
    reply = world.county.county_admin_b.attempt(change, "approve").expect(422)
    assert reply.faults == [("subject-machine", "#/subject")]


@pytest.mark.parametrize("role, party", [("releaser", "hub"), ("hub_editor", "county"),
                                         ("firm", "county"), ("fagpartner", "county")])
def test_the_county_and_its_parties_have_roles_of_their_own(world, role, party):
    place = {"role": role, "orgnr": getattr(world, party).orgnr}
    content = BODIES["proposeRoleAssignment"](world) | place
    reply = world.county.county_admin.post("/v1/role-assignments", content).expect(422)
    assert reply.faults == [("role-place", "#/orgnr")]


def test_another_token_joins_the_person_it_is_of(world, database):
    entra = Issuer("https://joined.entra.test", "RS256")
    entra.publish(database, kinds=["county"], county_ids=[50])
    person = add_person(
        database, world.issuer, "joins", (BY_KEY["trondelag"], "county_admin")
    )
    content = without(BODIES["proposeRoleAssignment"](world), "personName") | {
        "issuer": entra.iss, "subject": "joins@entra", "personId": str(person)
    }
    world.county.set_up("/v1/role-assignments", content)
    first = world.client("joins")
    second = first.another(token=entra.token("joins@entra"))
    assert second.read("/v1/me")["person"]["id"] == str(person)
    change = first.make("/v1/programmes", world.county.programme_content())
    reply = second.attempt(change, "approve", headers={"Act-As": "county_admin"})
    reply.refused("four-eyes", 403)
    content["personId"] = world.county.county_admin.read("/v1/me")["person"]["id"]
    reply = world.county.county_admin.post("/v1/role-assignments", content).expect(422)
    assert reply.faults == [("subject-other-person", "#/personId")]
    world.assert_sound()


def test_no_token_joins_a_person_of_another_county(world, database):
    here_too = add_person(
        database, world.issuer, "here-too", (BY_KEY["trondelag"], "caseworker"),
        (BY_KEY["nordland"], "releaser"),
    )
    elsewhere = world.neighbour.county_admin.read("/v1/me")["person"]["id"]
    for person in (here_too, elsewhere, 10**15):
        content = BODIES["proposeRoleAssignment"](world) | {"personId": str(person)}
        reply = world.county.county_admin.post("/v1/role-assignments", content).expect(422)
        assert reply.faults == [("unknown-reference", "#/personId")]


def test_a_role_of_tomorrow_and_of_yesterday_does_not_hold(world, database):
    for name, period in (
        ("early", {"valid_from": "2199-01-01"}),
        ("late", {"valid_to": "2020-01-02"}),
    ):
        add_person(database, world.issuer, name, (BY_KEY["trondelag"], "caseworker"))
        (column, day), *_ = period.items()
        database.run(
            f"update trinn.role_assignments set {column} = %s where person_id ="
            " (select person_id from trinn.principals where subject = %s)",
            *(day, name),
        )
        world.client(name).get("/v1/applications").refused("forbidden", 403)


def test_a_machine_takes_neither_step(world, database):
    county = BY_KEY["trondelag"]
    add_client(database, world.issuer, "county-machine", county, "county_admin", ["trinn:setup"])
    token = world.issuer.token(client_id="county-machine", scope="trinn:setup")
    machine = world.nobody.another(token=token)
    reply = machine.post("/v1/programmes", world.county.programme_content())
    assert reply.status == 403, reply


def test_accounts_have_check_digits(world):
    content = BODIES["proposeBankAccount"](world) | {"orgnr": "319900013", "account": "15034500019"}
    reply = world.county.caseworker.post("/v1/bank-accounts", content)
    assert reply.expect(422).faults == [
        ("account-invalid", "#/account"),
        ("orgnr-invalid", "#/orgnr"),
        ("unknown-reference", "#/orgnr"),
    ]


@pytest.mark.parametrize("path, proposes, role, decides", [
    ("/v1/bank-accounts", "caseworker", "saksbehandler", "caseworker_b"),
    ("/v1/rule-params", "county_admin", "beslutter", "decision_maker"),
])
def test_who_gives_roles_decides_on_no_account_and_no_figure(world, path, proposes, role, decides):
    county = world.county
    content = BODIES["proposeBankAccount" if proposes == "caseworker" else "proposeRuleParam"](world)
    change = getattr(county, proposes).make(path, content)
    seen = county.county_admin_b.read(change.path)
    for step, body in (("approve", None), ("reject", REASON)):
        reply = county.county_admin_b.attempt(seen, step, body).refused("role-not-allowed", 403)
        assert role in reply.json["detail"]
    told = county.county_admin_b.permitted(change)
    assert not told["approve"]["permitted"] and not told["reject"]["permitted"]

    def waits_for(person):
        return [task["path"] for task in person.items("/v1/tasks", limit=1000)]

    assert change.path in waits_for(getattr(county, decides))
    assert change.path not in waits_for(county.county_admin_b)
    assert getattr(county, decides).do(change, "approve")["state"] == "approved"


def test_no_administrator_asks_for_an_account(world):
    content = BODIES["proposeBankAccount"](world)
    world.county.county_admin.post("/v1/bank-accounts", content).refused("forbidden", 403)


def test_a_caseworker_sees_what_is_asked_of_accounts_and_nothing_else_of_the_set_up(world):
    county = world.county
    account = county.propose("/v1/bank-accounts", BODIES["proposeBankAccount"](world))
    programme = county.propose("/v1/programmes", county.programme_content())
    found = [c["id"] for c in county.caseworker_b.items("/v1/setup-changes", state="proposed")]
    assert account["id"] in found and programme["id"] not in found
    county.caseworker_b.get(programme.path).refused("not-found", 404)


def test_an_applicant_sees_its_own_account_only(world):
    for hub in (world.hub, world.other_hub):
        world.county.give_account(hub)
    seen = {a["organisation"]["orgnr"] for a in world.hub.signatory.items("/v1/bank-accounts")}
    assert seen == {world.hub.orgnr}


def test_proposals_are_found_by_state(world):
    change = world.county.propose("/v1/programmes", world.county.programme_content())
    found = [c["id"] for c in world.county.auditor.items("/v1/setup-changes", state="proposed")]
    assert change["id"] in found
    world.county.county_admin_b.do(change, "approve")
    found = [c["id"] for c in world.county.auditor.items("/v1/setup-changes", state="proposed")]
    assert change["id"] not in found


def test_legal_bases_and_lines_are_listed_for_all(world):
    line = world.county.usual_line_id
    assert line in [item["id"] for item in world.firm.firm.items("/v1/funding-lines")]
    bases = [item["id"] for item in world.firm.firm.items("/v1/legal-bases")]
    assert world.county.legal_basis_id in bases


