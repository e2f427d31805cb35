"""Invoices of fagpartnere: for hours that were confirmed, each once, and the evidence of a claim's costs."""

from support import partners
from support.bodies import REASON
from support.parties import KRONE, fresh
from support.partners import reread, sums


def claim_of(hub, grant, number, orgnr):
    content = hub.claim_content(750 * KRONE)
    content["costs"][0] |= {"supplierOrgnr": orgnr, "invoiceNumber": number}
    return hub.signatory.post(grant / "claims", content)


def test_an_invoice_number_is_used_once_of_a_seller(world, agreed):
    one, two = (partners.confirmed(world, world.hub, agreed, 60)["id"] for _ in range(2))
    invoice = partners.invoice_content(world, one, number="Faktura 17a")
    world.hub.signatory.post(agreed / "invoices", invoice).expect(200)
    for number in ("Faktura 17a", "FAKTURA 17A", "faktura 17A"):
        again = invoice | {"number": number, "hoursIds": [two]}
        reply = world.hub.signatory.post(agreed / "invoices", again).refused("invoice-used", 409)
        assert reply.faults == [("invoice-used", "#/number")]
    for number in (" Faktura 18", "Faktura  18", "Faktura 18 "):
        again = invoice | {"number": number, "hoursIds": [two]}
        world.hub.signatory.post(agreed / "invoices", again).refused("validation-failed", 422)


def test_what_is_not_confirmed_is_not_invoiced(world, agreed):
    delivered = partners.delivered(world, world.hub, agreed, 60)
    confirmed = partners.confirmed(world, world.hub, agreed, 60)
    elsewhere = partners.confirmed(world, world.hub)
    nothing = partners.delivered(world, world.hub, agreed, 60)
    nothing = world.firm.firm.do(nothing, "confirm", {"minutes": 0, "dispute": "Kom aldri"})

    def attempt(*ids, **changes):
        content = partners.invoice_content(world, *ids, **changes)
        return world.hub.signatory.post(agreed / "invoices", content)

    assert attempt(delivered["id"]).faults[0] == ("invoice-over-confirmed", "#/amountOre")
    assert ("state-conflict", "#/hoursIds/0") in attempt(delivered["id"]).faults
    assert ("unknown-reference", "#/hoursIds/0") in attempt(elsewhere["id"]).faults
    assert ("nothing-confirmed", "#/hoursIds/0") in attempt(nothing["id"]).faults
    reply = attempt(confirmed["id"], amountOre=1_200 * KRONE + 1)
    assert reply.expect(422).faults == [("invoice-over-confirmed", "#/amountOre")]
    attempt(confirmed["id"], amountOre=1_200 * KRONE).expect(200)
    assert ("state-conflict", "#/hoursIds/0") in attempt(confirmed["id"]).faults


def test_an_invoice_that_was_wrong_is_credited_and_its_hours_are_invoiced_again(world, agreed):
    hub = world.hub.signatory
    hours = partners.confirmed(world, world.hub, agreed, 60)
    wrong = partners.invoice_content(world, hours["id"], amountOre=1)
    hub.post(agreed / "invoices", wrong).expect(200)
    before = sums(reread(world, agreed))
    note = {"number": wrong["number"], "creditNote": fresh("K"), "reason": "Ett øre for mye lite"}

    def attempt(person, **changes):
        etag = reread(world, agreed).etag
        return person.post(agreed / "credit-invoice", note | changes, if_match=etag)

    of_another = attempt(world.fagpartner.fagpartner).refused("invoice-of-another", 403)
    assert of_another.faults == [("invoice-of-another", "#/number")]
    assert attempt(hub, number="F-0").faults == [("unknown-reference", "#/number")]
    assert attempt(hub, creditNote=wrong["number"]).faults == [("invoice-used", "#/creditNote")]
    (credited,) = attempt(hub).expect(200).json["invoices"]
    assert (credited["creditedOn"], credited["creditNote"]) == (str(world.today), note["creditNote"])
    assert attempt(hub, creditNote=fresh("K")).faults == [("invoice-credited", "#/number")]
    assert sums(reread(world, agreed)) == before
    freed = hub.read(hours.path)
    assert (freed["state"], freed["confirmedMinutes"], freed["invoiceNumber"]) == ("confirmed", 60, None)
    for number in (wrong["number"], note["creditNote"]):
        again = partners.invoice_content(world, hours["id"], number=number)
        assert hub.post(agreed / "invoices", again).faults == [("invoice-used", "#/number")]
    reply = claim_of(world.hub, world.accepted(), wrong["number"], world.fagpartner.orgnr)
    reply.refused("invoice-credited", 409)
    hub.post(agreed / "invoices", partners.invoice_content(world, hours["id"])).expect(200)
    world.assert_sound()


def test_a_fagpartner_takes_back_what_it_entered_wrong_until_it_is_claimed(world, agreed):
    hub, partner = world.hub, world.fagpartner.fagpartner
    hours = partners.confirmed(world, hub, agreed, 60)
    wrong = partners.invoice_content(world, hours["id"], amountOre=120 * KRONE)
    partner.post(agreed / "invoices", wrong).expect(200)
    assert partner.permitted(agreed)["credit-invoice"]["permitted"]
    note = {"number": wrong["number"], "creditNote": fresh("K"), "reason": "Et null for lite"}
    credited = partner.do(reread(world, agreed), "credit-invoice", note)
    assert [i["creditNote"] for i in credited["invoices"] if i["number"] == wrong["number"]] == [note["creditNote"]]
    assert hub.signatory.read(hours.path)["state"] == "confirmed"
    right = partners.invoice_content(world, hours["id"], amountOre=1_200 * KRONE)
    partner.post(agreed / "invoices", right).expect(200)
    claim_of(hub, world.accepted(), right["number"], world.fagpartner.orgnr).expect(201)
    late = note | {"number": right["number"], "creditNote": fresh("K")}
    partner.attempt(reread(world, agreed), "credit-invoice", late).refused("invoice-claimed", 409)
    world.assert_sound()


def test_what_is_invoiced_for_less_than_it_is_worth_says_why(world, agreed):
    hours = partners.confirmed(world, world.hub, agreed, 60)
    short = partners.invoice_content(world, hours["id"])
    del short["reason"]
    reply = world.hub.signatory.post(agreed / "invoices", short)
    assert reply.refused("validation-failed", 422).faults == [("invoice-short", "#/reason")]
    short["reason"] = "Rabatt etter avtalen"
    (entered,) = world.hub.signatory.post(agreed / "invoices", short).expect(200).json["invoices"]
    assert entered["reason"] == short["reason"]


def test_a_mistyped_number_is_corrected_and_is_free_again(world, agreed):
    hub, partner = world.hub, world.fagpartner.fagpartner
    hours, other = (partners.confirmed(world, hub, agreed, 60) for _ in range(2))
    typed, right = fresh('F"'), fresh("F")
    partner.post(agreed / "invoices", partners.invoice_content(world, hours["id"], number=typed)).expect(200)
    body = {"number": typed, "correctNumber": right, "reason": "Skrivefeil"}
    refused = hub.signatory.attempt(reread(world, agreed), "correct-invoice", body)
    assert refused.refused("invoice-of-another", 403).faults == [("invoice-of-another", "#/number")]
    before = hub.signatory.read(hours.path)
    corrected = partner.do(reread(world, agreed), "correct-invoice", body)
    assert [i["number"] for i in corrected["invoices"]] == [right]
    follows = hub.signatory.read(hours.path)
    assert (follows["state"], follows["invoiceNumber"]) == ("invoiced", right)
    assert follows.etag != before.etag
    freed = partners.invoice_content(world, other["id"], number=typed)
    hub.signatory.post(agreed / "invoices", freed).expect(200)
    taken = {"number": right, "correctNumber": typed.lower(), "reason": "Skrivefeil"}
    refused = partner.attempt(reread(world, agreed), "correct-invoice", taken)
    assert refused.refused("invoice-used", 409).faults == [("invoice-used", "#/correctNumber")]
    claim_of(hub, world.accepted(), right, world.fagpartner.orgnr).expect(201)
    back = {"number": right, "correctNumber": fresh("F"), "reason": "Skrivefeil"}
    partner.attempt(reread(world, agreed), "correct-invoice", back).refused("invoice-claimed", 409)
    world.assert_sound()


def test_an_invoice_in_a_claim_is_not_credited(world, agreed):
    hub = world.hub.signatory
    hours = partners.confirmed(world, world.hub, agreed)
    invoice = partners.invoice_content(world, hours["id"])
    hub.post(agreed / "invoices", invoice).expect(200)
    claim = claim_of(world.hub, world.accepted(), invoice["number"].lower(), world.fagpartner.orgnr)
    content = {"number": invoice["number"], "reason": "Feil beløp"}
    reply = hub.post(agreed / "credit-invoice", content, if_match=reread(world, agreed).etag)
    assert reply.refused("invoice-claimed", 409).faults == [("invoice-claimed", "#/number")]
    claim = world.county.caseworker.read(f"/v1/claims/{claim.expect(201).json['id']}")
    world.county.caseworker.do(claim, "reject", REASON)
    hub.do(reread(world, agreed), "credit-invoice", content)
    assert hub.read(hours.path)["state"] == "confirmed"
    world.assert_sound()


def test_a_claims_cost_with_the_same_invoice_is_its_evidence(world, agreed):
    hours = partners.confirmed(world, world.hub, agreed)
    invoice = partners.invoice_content(world, hours["id"], number=fresh("Faktura"))
    world.hub.signatory.post(agreed / "invoices", invoice).expect(200)
    assert world.hub.signatory.read(hours.path)["claimId"] is None
    grant = world.accepted()
    content = world.hub.claim_content(750 * KRONE)
    cost = content["costs"][0]
    cost |= {"invoiceNumber": invoice["number"].upper(), "amountOre": 1_250 * KRONE + 1}
    cost["supplierOrgnr"] = world.fagpartner.orgnr
    reply = world.hub.signatory.post(grant / "claims", content)
    assert reply.faults == [("invoice-exceeded", "#/costs/0/amountOre")]
    cost["amountOre"] = 1_250 * KRONE
    claim = world.hub.signatory.make(grant / "claims", content)
    assert world.hub.signatory.read(hours.path)["claimId"] == claim["id"]
    assert reread(world, agreed)["invoices"][0]["claimId"] == claim["id"]
    behind = {"engagementId": agreed["id"], "amountOre": 1_000 * KRONE, "confirmedMinutes": 600}
    behind |= {"isRelated": False, "relation": None}
    for person in (world.hub.signatory, world.county.caseworker):
        assert person.read(claim.path)["costs"][0]["partnerInvoice"] == behind
    assert world.county.attestant.read(claim.path)["costs"][0]["partnerInvoice"] is None
    assert world.county.caseworker.read(hours.path)["claimId"] == claim["id"]
    for person in (world.firm.firm, world.fagpartner.fagpartner):
        assert person.read(hours.path)["claimId"] is None
    world.county.caseworker.do(claim, "reject", REASON)
    assert world.hub.signatory.read(hours.path)["claimId"] is None
    world.assert_sound()


def test_firms_that_hire_a_specialist_together_confirm_each_its_own_and_one_invoice_is_claimed(
    world, agreed
):
    hub, seller = world.hub.signatory, world.fagpartner.fagpartner
    one, (two,) = world.firm.firm, world.one_person((world.outsider, "firm"))
    partners.follow(world, world.hub, world.outsider.orgnr)
    firms = [
        {"orgnr": party.orgnr, "parts": parts}
        for party, parts in ((world.firm, 3), (world.outsider, 1))
    ]
    order = partners.order(world, world.hub, agreed, minutes=240, firms=firms)
    for hours, firm, other in zip(order["hours"], (one, two), (two, one)):
        path = f"/v1/hours/{hours['id']}"
        done = seller.do(
            hub.read(path), "deliver", partners.delivery(world, hours["orderedMinutes"])
        )
        other.get(path).refused("not-found", 404)
        [waits] = [task for task in firm.items("/v1/tasks", limit=1000) if task["path"] == path]
        assert waits["operationId"] == "confirmHours"
        confirmed = {"minutes": 180} if firm is one else {"minutes": 45, "dispute": "Gikk tidlig"}
        firm.do(done, "confirm", confirmed)
    told = hub.read(order.path)
    assert [h["state"] for h in told["hours"]] == ["confirmed", "confirmed"]
    assert [h["confirmedMinutes"] for h in told["hours"]] == [180, 45]

    ids = [h["id"] for h in order["hours"]]
    too_much = partners.invoice_content(world, *ids, amountOre=4_500 * KRONE + 1)
    reply = seller.post(agreed / "invoices", too_much).expect(422)
    assert reply.faults == [("invoice-over-confirmed", "#/amountOre")]
    invoice = partners.invoice_content(world, *ids, amountOre=4_500 * KRONE)
    seller.post(agreed / "invoices", invoice).expect(200)
    grant = world.accepted()
    claim = claim_of(world.hub, grant, invoice["number"], world.fagpartner.orgnr).expect(201).json
    assert [h["claimId"] for h in hub.read(order.path)["hours"]] == [claim["id"]] * 2
    assert claim["costs"][0]["partnerInvoice"]["confirmedMinutes"] == 225
    world.assert_sound()


def test_a_fagpartners_invoice_is_claimed_by_the_hub_it_was_sent_to(world, agreed):
    seller = world.fagpartner.orgnr
    theirs = world.accepted(world.other_hub)
    one, two = (partners.confirmed(world, world.hub, agreed, 60)["id"] for _ in range(2))
    ours = partners.invoice_content(world, one)
    world.hub.signatory.post(agreed / "invoices", ours).expect(200)
    reply = claim_of(world.other_hub, theirs, ours["number"].lower(), seller)
    assert reply.refused("invoice-used", 409).faults == [("invoice-used", "#/costs/0/invoiceNumber")]
    claimed = partners.invoice_content(world, two)
    claim_of(world.other_hub, theirs, claimed["number"], seller).expect(201)
    reply = world.hub.signatory.post(agreed / "invoices", claimed)
    assert reply.refused("invoice-used", 409).faults == [("invoice-used", "#/number")]
    claim_of(world.hub, world.accepted(), ours["number"], seller).expect(201)
    world.assert_sound()


def test_an_engaged_fagpartners_invoice_is_entered_before_it_is_claimed(world, agreed):
    """Of a supplier that the hub has not engaged any will do."""
    grant = world.accepted()
    hours = partners.confirmed(world, world.hub, agreed, 60)
    content = partners.invoice_content(world, hours["id"])
    seller = world.fagpartner.orgnr
    reply = claim_of(world.hub, grant, content["number"], seller)
    told = reply.refused("invoice-not-entered", 409)
    assert told.faults == [("invoice-not-entered", "#/costs/0/invoiceNumber")]
    world.hub.signatory.post(agreed / "invoices", content).expect(200)
    claim_of(world.hub, grant, content["number"], seller).expect(201)
    claim_of(world.hub, grant, fresh("F"), world.outsider.orgnr).expect(201)
    world.assert_sound()
