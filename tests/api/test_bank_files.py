"""Bank files of a creditor: what they tell is counted once, and matched with the creditor's own."""

import base64
import datetime

import pytest
from support import copayments as c
from support.bodies import REASON
from support.copayments import SHARE_ORE
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")
AGAIN = {"reason": "Firmaet betaler i avdrag, sier banken"}
FORMATS = pytest.mark.parametrize("write", [c.table, c.camt])


@FORMATS
def test_a_payment_is_matched_by_its_kid(world, write):
    hub = world.hub
    copayment = c.invoiced(world)
    file = c.send(hub, write(world, (copayment["kid"], SHARE_ORE)))
    assert file["entries"] == {"matched": 1} and file["format"] in ("csv", "camt.054")
    copayment = c.reread(hub, copayment)
    assert (copayment["state"], copayment["openOre"]) == ("paid", 0)
    (entry,) = c.entries(hub, fileId=file["id"])
    assert entry["copaymentId"] == copayment["id"]
    assert copayment["entries"][-1]["bankEntryId"] == entry["id"]


@FORMATS
def test_parts_are_paid_one_by_one_and_what_is_too_much_is_to_go_back(world, write):
    hub = world.hub
    copayment = c.invoiced(world)
    part = (copayment["kid"], SHARE_ORE // 2)
    file = c.send(hub, write(world, part, part, part))
    assert file["entries"] == {"matched": 3}
    copayment = c.reread(hub, copayment)
    assert (copayment["state"], copayment["openOre"]) == ("paid", -SHARE_ORE // 2)
    asked = hub.hub_editor.do(copayment, "ask-refund", {"amountOre": SHARE_ORE // 2})
    assert hub.signatory.do(asked, "refund", c.refund(world))["openOre"] == 0
    other = c.invoiced(world)
    c.send(hub, write(world, (other["kid"], 1)))
    assert c.reread(hub, other)["state"] == "part_paid"


def test_the_same_file_is_read_once(world):
    data = c.table(world, (None, 5 * KRONE))
    file = c.send(world.hub, data)
    problem = world.hub.signatory.post("/v1/bank-files", c.content(data, "igjen.csv"))
    problem.refused("bank-file-known", 409)
    assert file["id"] in problem.json["detail"]
    c.send(world.other_hub, data)


def test_a_file_of_an_account_that_is_not_the_creditors_is_refused(world):
    hub = world.hub
    copayment = c.invoiced(world)
    payment = (copayment["kid"], SHARE_ORE)
    other = world.county.give_account(world.other_hub)
    data = c.camt(world, payment, account=f"<Othr><Id>{other}</Id></Othr>")
    reply = hub.signatory.post("/v1/bank-files", c.content(data)).refused("bank-file-account", 409)
    assert other in reply.json["detail"] and "administrator" in reply.json["detail"]
    assert c.reread(hub, copayment)["openOre"] == SHARE_ORE
    account = copayment["account"]
    iban = f"<IBAN>NO{98 - int(f'{account}232400') % 97:02}{account}</IBAN>"
    assert c.send(hub, c.camt(world, payment, account=iban))["entries"] == {"matched": 1}


def test_a_payment_that_two_files_tell_of_counts_once(world):
    hub = world.hub
    copayment = c.invoiced(world)
    payment = (copayment["kid"], SHARE_ORE // 2)
    c.send(hub, c.table(world, payment, references=["ARKIV-1"]))
    file = c.send(hub, c.table(world, payment, payment, references=["ARKIV-1", "ARKIV-2"]))
    assert (file["known"], file["entries"]) == (1, {"matched": 1})
    assert c.reread(hub, copayment)["openOre"] == 0


def waiting(hub):
    """What waits for the hub, with the day since which it does."""
    return {(t["operationId"], t["path"]): t["since"] for t in hub.signatory.items("/v1/tasks")}


def perhaps(hub, file, *known):
    """The file's entries, oldest first, each kept for a person as one that may be known."""
    found = c.entries(hub, fileId=file["id"])[::-1]
    assert [(e["state"], e["why"]) for e in found] == [("unmatched", "perhaps_known")] * len(known)
    assert [e["perhapsId"] for e in found] == [e["id"] for e in known]
    return [hub.signatory.read(f"/v1/bank-entries/{entry['id']}") for entry in found]


def test_a_payment_that_files_of_two_forms_tell_of_waits_for_a_person(world):
    hub = world.hub
    copayment = c.invoiced(world)
    part = (copayment["kid"], SHARE_ORE // 3)
    two = c.send(hub, c.table(world, part, part))
    known = c.entries(hub, fileId=two["id"])[::-1]
    three = c.camt(world, part, part, part)
    before = world.database.contents()
    hub.signatory.post("/v1/bank-files", c.content(three), dryRun="true").expect(204)
    assert world.database.contents() == before
    file = c.send(hub, three)
    assert (file["known"], file["entries"]) == (0, {"matched": 1, "unmatched": 2})
    assert c.reread(hub, copayment)["openOre"] == 0
    third, *others = c.entries(hub, fileId=file["id"])
    assert (third["state"], third["perhapsId"]) == ("matched", None)
    assert [(e["why"], e["perhapsId"]) for e in others[::-1]] == [
        ("perhaps_known", entry["id"]) for entry in known
    ]
    entry = hub.signatory.read(f"/v1/bank-entries/{others[0]['id']}")
    hub.hub_editor.do(entry, "ignore", {"reason": "Samme betaling"})
    again = c.send(hub, c.camt(world, (None, 3), references=[""]))
    assert again["entries"] == {"unmatched": 1}


def test_tables_with_and_without_a_column_tell_of_one_payment(world):
    hub = world.hub
    copayment = c.invoiced(world)
    day, kid = world.today.strftime("%d.%m.%Y"), copayment["kid"]
    file = c.send(hub, f"Dato;Beløp;KID;Melding\n{day};31,00;{kid};Egenandel\n".encode())
    known = c.entries(hub, fileId=file["id"])
    perhaps(hub, c.send(hub, f"Dato;Beløp;KID\n{day};31,00;{kid}\n".encode()), *known)
    spaced = f"{kid[:4]} {kid[4:]}"
    same = f"Bokført;Inn;KID;Melding\n{day};31,00;{spaced};Egenandel\n"
    assert c.send(hub, same.encode())["known"] == 1
    own = f"Dato;Beløp;KID;Arkivref\n{day};31,00;{kid};A7\n"
    (entry,) = perhaps(hub, c.send(hub, own.encode()), *known)
    assert c.reread(hub, copayment)["openOre"] == SHARE_ORE - 3100
    hub.hub_editor.do(entry, "match", {"copaymentId": copayment["id"]} | AGAIN)
    assert c.reread(hub, copayment)["openOre"] == SHARE_ORE - 6200


def test_what_may_be_known_counts_for_a_reason_that_is_kept(world):
    hub, editor = world.hub, world.hub.hub_editor
    copayment = c.invoiced(world)
    part = (copayment["kid"], 200_050)
    known = c.entries(hub, fileId=c.send(hub, c.table(world, part, part))["id"])[::-1]
    entry, other = perhaps(hub, c.send(hub, c.camt(world, part, part)), *known)
    (warning,) = editor.read(entry / "permitted-actions")["warnings"]
    assert warning["code"] == "perhaps-counted" and known[0]["id"] in warning["detail"]
    bodies = {"match": {"copaymentId": copayment["id"]}, "split": {"amountsOre": [50, 200_000]}}
    for action, body in bodies.items():
        refused = editor.attempt(entry, action, body).refused("validation-failed", 422)
        assert refused.faults == [("perhaps-counted", "#/reason")]
        assert known[0]["id"] in refused.json["errors"][0]["detail"]
    reopened = editor.do(editor.do(entry, "ignore", REASON), "reopen", REASON)
    editor.attempt(reopened, "match", bodies["match"]).refused("validation-failed", 422)
    entry = editor.do(reopened, "match", bodies["match"] | AGAIN)
    assert (entry["state"], entry["reason"], entry["perhapsId"]) == ("matched", AGAIN["reason"], known[0]["id"])
    assert editor.do(other, "split", bodies["split"] | AGAIN)["reason"] == AGAIN["reason"]
    told = world.database.rows(
        "select count(*) from trinn.audit_events where reason = %s and (object_kind, object_id::text) in"
        " (('bank_entry', %s), ('bank_entry', %s), ('copayment', %s))",
        AGAIN["reason"], entry["id"], other["id"], copayment["id"],
    )
    assert told == [(3,)]


def test_a_reference_told_again_under_the_next_day_waits_for_a_person(world):
    hub = world.hub
    copayment = c.invoiced(world)
    payment, first = (copayment["kid"], 6900), world.today - datetime.timedelta(days=1)
    world.database.run("update trinn.copayments set raised_on = raised_on - 9 where id = %s", copayment["id"])
    file = c.send(hub, c.table(world, payment, references=["SAME"], day=first))
    known = c.entries(hub, fileId=file["id"])
    perhaps(hub, c.send(hub, c.table(world, payment, references=["SAME"])), *known)
    other = c.send(hub, c.table(world, payment, references=["OTHER"]))
    assert other["entries"] == {"matched": 1}


def test_one_payment_without_a_reference_stops_no_file(world):
    hub = world.hub
    copayment = c.invoiced(world)
    payments = [(copayment["kid"], 100), (copayment["kid"], 200), (copayment["kid"], 200)]
    file = c.send(hub, c.camt(world, *payments, references=["B1", "", ""]))
    assert file["entries"] == {"matched": 3}
    again = c.camt(world, *payments, (copayment["kid"], 300), references=["B1", "", "", ""])
    file = c.send(hub, again)
    assert (file["known"], file["entries"]) == (3, {"matched": 1})
    assert c.reread(hub, copayment)["openOre"] == SHARE_ORE - 800


def test_what_the_bank_takes_back_waits_for_a_person_and_names_what_it_was(world):
    hub = world.hub
    copayment = c.invoiced(world)
    payment = (copayment["kid"], 1600)
    paid = c.send(hub, c.camt(world, payment, references=["R-16"]))
    (was,) = c.entries(hub, fileId=paid["id"])
    file = c.send(hub, c.camt(world, payment, references=["R-16"], reverses=True))
    (entry,) = c.entries(hub, fileId=file["id"])
    assert (entry["why"], entry["isReversal"], entry["reversesId"]) == ("reversal", True, was["id"])
    entry = hub.signatory.read(f"/v1/bank-entries/{entry['id']}")
    assert ("ignoreBankEntry", entry.path) in waiting(hub)
    body = {"copaymentId": copayment["id"]}
    hub.signatory.attempt(entry, "match", body).refused("no-payment", 409)
    hub.signatory.attempt(entry, "split", {"amountsOre": [600, 1000]}).refused("no-payment", 409)
    was = hub.signatory.read(f"/v1/bank-entries/{was['id']}")
    hub.signatory.do(was, "reopen", {"reason": "Tilbakeført av banken"})
    hub.signatory.do(entry, "ignore", {"reason": "Betalingen er åpnet igjen"})
    assert c.reread(hub, copayment)["openOre"] == SHARE_ORE
    was = hub.signatory.read(f"/v1/bank-entries/{was['id']}")
    assert was["reversedById"] == entry["id"]
    refused = hub.signatory.attempt(was, "match", body).refused("payment-reversed", 409)
    assert entry["id"] in refused.json["detail"]
    hub.signatory.attempt(was, "split", {"amountsOre": [600, 1000]}).refused("payment-reversed", 409)
    assert ("ignoreBankEntry", was.path) in waiting(hub)
    hub.signatory.do(was, "return", {"reason": "Banken har sendt den tilbake"})
    late = c.send(hub, c.camt(world, (copayment["kid"], 1700), references=["R-17"], reverses=True))
    assert c.entries(hub, fileId=late["id"])[0]["reversesId"] is None
    file = c.send(hub, c.camt(world, (copayment["kid"], 1700), references=["R-17"]))
    (entry,) = c.entries(hub, fileId=file["id"])
    assert (entry["why"], entry["isReversal"]) == ("reversed", False)
    entry = hub.signatory.read(f"/v1/bank-entries/{entry['id']}")
    hub.signatory.attempt(entry, "match", body).refused("payment-reversed", 409)


def taken_back(hub, copayment, ore, reference):
    """A payment that is matched, and that with which the bank takes one back."""
    payment = (copayment["kid"], ore)
    files = [c.send(hub, c.camt(hub.world, payment, references=[reference], reverses=back)) for back in (False, True)]
    ids = [c.entries(hub, fileId=file["id"])[0]["id"] for file in files]
    return [hub.signatory.read(f"/v1/bank-entries/{id}") for id in ids]


def test_what_takes_back_a_payment_is_seen_to_when_that_counts_no_more(world):
    hub, person = world.hub, world.hub.signatory
    copayment = c.invoiced(world)
    was, reversal = taken_back(hub, copayment, 2600, "R-26")
    assert was["reversedById"] == reversal["id"] and was["state"] == "matched"
    for action in ("ignore", "return"):
        refused = person.attempt(reversal, action, REASON).refused("reversed-counts", 409)
        assert was["id"] in refused.json["detail"]
    was = person.do(was, "reopen", REASON)
    person.do(reversal, "ignore", REASON)
    assert c.reread(hub, copayment)["openOre"] == SHARE_ORE
    whole = c.unmatched(world, ore=900)
    person.do(whole, "split", {"amountsOre": [400, 500]})
    part = next(e for e in c.entries(hub, fileId=whole["fileId"]) if e["partOf"] == whole["id"])
    part = person.read(f"/v1/bank-entries/{part['id']}")
    part = person.do(part, "match", {"copaymentId": copayment["id"]})
    back = c.send(hub, c.camt(world, ("", 900), references=[whole["reference"]], reverses=True))
    (reversal,) = c.entries(hub, fileId=back["id"])
    reversal = person.read(f"/v1/bank-entries/{reversal['id']}")
    assert person.read(part.path)["reversedById"] == reversal["id"]
    person.attempt(reversal, "ignore", REASON).refused("reversed-counts", 409)
    part = person.do(part, "reopen", REASON)
    person.do(reversal, "ignore", REASON)
    person.attempt(part, "match", {"copaymentId": copayment["id"]}).refused("payment-reversed", 409)


def test_a_reversal_tied_to_the_wrong_payment_is_untied_and_tied_to_the_right_one(world):
    hub, person = world.hub, world.hub.signatory
    copayment = c.invoiced(world)
    body = {"copaymentId": copayment["id"]}
    wrong, reversal = taken_back(hub, copayment, 2700, "R-27")
    file = c.send(hub, c.camt(world, (copayment["kid"], 2700)))
    (right,) = c.entries(hub, fileId=file["id"])
    right = person.read(f"/v1/bank-entries/{right['id']}")
    for other in (c.unmatched(world, ore=2800), c.unmatched(world, world.other_hub, ore=2700), reversal):
        refused = person.attempt(reversal, "ignore", REASON | {"reversesId": other["id"]})
        assert refused.refused("validation-failed", 422).faults == [("unknown-reference", "#/reversesId")]
    reversal = person.do(reversal, "ignore", REASON | {"reversesNothing": True})
    assert reversal["reversesId"] is None and person.read(wrong.path)["reversedById"] is None
    wrong = person.do(person.do(wrong, "reopen", REASON), "match", body)
    reversal = person.do(reversal, "reopen", REASON)
    assert (reversal["reversesId"], person.read(wrong.path)["state"]) == (wrong["id"], "matched")
    tie = REASON | {"reversesId": right["id"]}
    person.attempt(reversal, "ignore", tie).refused("reversed-counts", 409)
    right = person.do(right, "reopen", REASON)
    assert person.do(reversal, "ignore", tie)["reversesId"] == right["id"]
    assert person.read(wrong.path)["reversedById"] is None
    person.attempt(right, "match", body).refused("payment-reversed", 409)
    assert c.reread(hub, copayment)["openOre"] == SHARE_ORE - 2700


def test_what_is_taken_back_by_another_reference_names_the_payment_that_it_may_be(world):
    hub, person = world.hub, world.hub.signatory
    copayment = c.invoiced(world)
    for _ in range(2):
        c.pay(hub, copayment, 2900)
    last, first = [e["id"] for e in c.entries(hub) if e["amountOre"] == 2900]
    for paid in (last, first):
        file = c.send(hub, c.camt(world, (copayment["kid"], 2900), reverses=True))
        (reversal,) = c.entries(hub, fileId=file["id"])
        assert (reversal["reversesId"], reversal["perhapsId"]) == (None, paid)
        person.do(person.read(f"/v1/bank-entries/{paid}"), "reopen", REASON)
        reversal = person.read(f"/v1/bank-entries/{reversal['id']}")
        reversal = person.do(reversal, "ignore", REASON | {"reversesId": paid})
        assert (reversal["reversesId"], reversal["perhapsId"]) == (paid, None)
    assert c.reread(hub, copayment)["openOre"] == SHARE_ORE


def test_money_in_another_currency_waits_for_a_person(world):
    hub = world.hub
    copayment = c.invoiced(world)
    day = world.today.strftime("%d.%m.%Y")
    file = c.send(hub, f"Dato;Inn;Valuta;KID\n{day};31,50;EUR;{copayment['kid']}\n".encode())
    (entry,) = c.entries(hub, fileId=file["id"])
    assert (entry["why"], entry["currency"], entry["amountOre"]) == ("other_currency", "EUR", 3150)
    entry = hub.signatory.read(f"/v1/bank-entries/{entry['id']}")
    body = {"copaymentId": copayment["id"]}
    hub.signatory.attempt(entry, "match", body).refused("no-payment", 409)
    assert hub.signatory.do(entry, "return", REASON)["state"] == "returned"
    assert c.reread(hub, copayment)["openOre"] == SHARE_ORE


def test_what_came_before_the_claim_is_matched_by_a_person_and_counts_from_the_claim(world):
    hub = world.hub
    copayment = c.invoiced(world)
    day = world.today - datetime.timedelta(days=1)
    file = c.send(hub, c.table(world, (copayment["kid"], 900), day=day))
    (entry,) = c.entries(hub, fileId=file["id"])
    assert (entry["state"], entry["why"]) == ("unmatched", "before_claim")
    entry = hub.signatory.read(f"/v1/bank-entries/{entry['id']}")
    (warning,) = hub.hub_editor.read(entry / "permitted-actions")["warnings"]
    assert warning["code"] == "before-claim" and f"{day:%d.%m.%Y}" in warning["detail"]
    assert waiting(hub)["matchBankEntry", entry.path] == str(world.today)
    body = {"copaymentId": copayment["id"]}
    for action, input in (("match", body), ("split", {"amountsOre": [400, 500]})):
        refused = hub.hub_editor.attempt(entry, action, input).refused("validation-failed", 422)
        assert refused.faults == [("before-claim", "#/reason")]
        assert f"{day:%d.%m.%Y}" in refused.json["errors"][0]["detail"]
    entry = hub.hub_editor.do(entry, "match", body | AGAIN)
    assert entry["reason"] == AGAIN["reason"]
    pay = c.reread(hub, copayment)["entries"][-1]
    assert (pay["kind"], pay["onDay"]) == ("pay", str(world.today))
    never = f"Dato;Inn;KID\n22.11.0202;9,00;{copayment['kid']}\n".encode()
    reply = hub.signatory.post("/v1/bank-files", c.content(never)).refused("validation-failed", 422)
    assert reply.faults == [("bank-file", "#/content")]


def test_a_reference_that_the_bank_uses_again_hides_no_payment(world):
    hub = world.hub
    copayment = c.invoiced(world)
    rest, part = (copayment["kid"], SHARE_ORE - 100), (copayment["kid"], 100)
    c.send(hub, c.table(world, rest, references=["1"]))
    file = c.send(hub, c.table(world, part, rest, references=["1", "1"]))
    assert (file["known"], file["entries"]) == (1, {"matched": 1})
    assert c.reread(hub, copayment)["state"] == "paid"


def test_matching_looks_at_the_creditors_own_only(world):
    copayment = c.invoiced(world)
    other = world.other_hub
    entry = c.unmatched(world, other, copayment["kid"], SHARE_ORE)
    body = {"copaymentId": copayment["id"]}
    reply = other.signatory.attempt(entry, "match", body).refused("validation-failed", 422)
    assert reply.faults == [("unknown-reference", "#/copaymentId")]
    assert c.reread(world.hub, copayment)["openOre"] == SHARE_ORE
    world.hub.signatory.get(entry.path).refused("not-found", 404)
    assert entry["id"] not in [e["id"] for e in c.entries(world.hub)]
    world.county.finance.get(entry.path).refused("not-found", 404)


def test_a_person_sees_to_the_rest(world):
    hub = world.hub
    copayment = c.invoiced(world)
    entry = c.unmatched(world, ore=SHARE_ORE)
    entry = hub.hub_editor.do(entry, "match", {"copaymentId": copayment["id"]})
    assert (entry["state"], entry["copaymentId"]) == ("matched", copayment["id"])
    assert c.reread(hub, copayment)["state"] == "paid"
    hub.hub_editor.attempt(entry, "ignore", REASON).refused("state-conflict", 409)
    ignored = hub.hub_editor.do(c.unmatched(world), "ignore", REASON)
    assert (ignored["state"], ignored["reason"]) == ("ignored", REASON["reason"])
    assert hub.hub_editor.do(c.unmatched(world), "return", REASON)["state"] == "returned"


def test_a_payment_for_several_is_split_and_its_parts_are_matched(world):
    hub = world.hub
    shares = [c.invoiced(world) for _ in range(2)]
    whole = c.unmatched(world, ore=2 * SHARE_ORE + 300)
    wrong = {"amountsOre": [SHARE_ORE, SHARE_ORE]}
    hub.hub_editor.attempt(whole, "split", wrong).refused("validation-failed", 422)
    whole = hub.hub_editor.do(whole, "split", {"amountsOre": [SHARE_ORE, SHARE_ORE + 300]})
    assert (whole["state"], whole["why"]) == ("split", None)
    parts = [e for e in c.entries(hub, fileId=whole["fileId"]) if e["partOf"] == whole["id"]]
    rest, first = [hub.signatory.read(f"/v1/bank-entries/{part['id']}") for part in parts]
    assert [part["amountOre"] for part in (first, rest)] == [SHARE_ORE, SHARE_ORE + 300]
    assert first["why"] == rest["why"] == "part"
    hub.hub_editor.do(first, "match", {"copaymentId": shares[0]["id"]})
    hub.hub_editor.do(rest, "split", {"amountsOre": [SHARE_ORE, 300]})
    tip, second, *_ = c.entries(hub, fileId=whole["fileId"])
    second = hub.signatory.read(f"/v1/bank-entries/{second['id']}")
    second = hub.hub_editor.do(second, "match", {"copaymentId": shares[1]["id"]})
    assert [c.reread(hub, share)["state"] for share in shares] == ["paid", "paid"]
    assert hub.signatory.do(second, "reopen", REASON)["state"] == "unmatched"
    assert (tip["amountOre"], tip["state"]) == (300, "unmatched")
    for split in (whole, rest):
        split = hub.signatory.read(f"/v1/bank-entries/{split['id']}")
        hub.signatory.attempt(split, "reopen", REASON).refused("state-conflict", 409)


def test_a_wrong_split_is_put_right_by_splitting_further_and_matching_parts_together(world):
    hub, person = world.hub, world.hub.hub_editor
    share = c.invoiced(world)
    whole = c.unmatched(world, ore=SHARE_ORE + 300)
    person.do(whole, "split", {"amountsOre": [SHARE_ORE - 500, 800]})  # 500 øre too much in the second
    wrong = next(e for e in c.entries(hub, fileId=whole["fileId"]) if e["amountOre"] == 800)
    person.do(hub.signatory.read(f"/v1/bank-entries/{wrong['id']}"), "split", {"amountsOre": [500, 300]})
    for entry in c.entries(hub, fileId=whole["fileId"]):
        if entry["amountOre"] in (SHARE_ORE - 500, 500):
            part = hub.signatory.read(f"/v1/bank-entries/{entry['id']}")
            person.do(part, "match", {"copaymentId": share["id"]})
    share = c.reread(hub, share)
    assert (share["state"], share["openOre"]) == ("paid", 0)


def test_a_wrong_match_is_undone_and_the_payment_counts_for_the_right_share(world):
    hub = world.hub
    wrong, right = c.invoiced(world), c.invoiced(world)
    entry = c.unmatched(world, ore=SHARE_ORE)
    entry = hub.hub_editor.do(entry, "match", {"copaymentId": wrong["id"]})
    entry = hub.hub_editor.do(entry, "reopen", {"reason": "Gjaldt en annen bedrift"})
    assert (entry["state"], entry["why"], entry["copaymentId"]) == ("unmatched", "reopened", None)
    assert entry["reason"] == "Gjaldt en annen bedrift"
    wrong = c.reread(hub, wrong)
    assert (wrong["state"], wrong["openOre"]) == ("invoiced", SHARE_ORE)
    undone = wrong["entries"][-1]
    assert (undone["kind"], undone["bankEntryId"]) == ("unpay", entry["id"])
    assert sum(p["amountOre"] for e in wrong["entries"] for p in e["postings"]) == 0
    entry = hub.hub_editor.do(entry, "match", {"copaymentId": right["id"]})
    assert (entry["why"], entry["reason"]) == (None, None)
    assert c.reread(hub, right)["state"] == "paid"
    entry = hub.hub_editor.do(entry, "reopen", REASON)
    hub.hub_editor.do(entry, "match", {"copaymentId": wrong["id"]})
    assert c.reread(hub, wrong)["openOre"] == 0
    assert c.reread(hub, right)["openOre"] == SHARE_ORE


def test_what_is_undone_is_known_to_the_files_that_tell_of_it(world):
    hub = world.hub
    copayment = c.invoiced(world)
    payment = (copayment["kid"], SHARE_ORE)
    file = c.send(hub, c.table(world, payment, references=["ARKIV-7"]))
    (entry,) = c.entries(hub, fileId=file["id"])
    entry = hub.signatory.read(f"/v1/bank-entries/{entry['id']}")
    hub.signatory.do(entry, "reopen", REASON)
    again = c.send(hub, c.table(world, payment, (None, 5), references=["ARKIV-7", "ARKIV-8"]))
    assert (again["known"], again["entries"]) == (1, {"unmatched": 1})
    assert c.reread(hub, copayment)["openOre"] == SHARE_ORE


def test_parts_undone_leave_the_others(world):
    hub = world.hub
    copayment = c.invoiced(world)
    entries = [c.unmatched(world, ore=ore) for ore in (SHARE_ORE, 4_000 * KRONE, 100)]
    body = {"copaymentId": copayment["id"]}
    entries = [hub.signatory.do(entry, "match", body) for entry in entries]
    states = []
    for entry in reversed(entries):
        hub.signatory.do(entry, "reopen", REASON)
        copayment = c.reread(hub, copayment)
        states.append((copayment["state"], copayment["openOre"]))
    assert states == [("paid", -4_000 * KRONE), ("paid", 0), ("invoiced", SHARE_ORE)]


def test_what_was_refunded_is_not_taken_from_what_was_paid(world):
    hub = world.hub
    copayment = c.invoiced(world)
    body = {"copaymentId": copayment["id"]}
    entries = [c.unmatched(world, ore=ore) for ore in (SHARE_ORE, 100)]
    big, small = [hub.signatory.do(entry, "match", body) for entry in entries]
    asked = hub.hub_editor.do(c.reread(hub, copayment), "ask-refund", {"amountOre": 100})
    hub.signatory.do(asked, "refund", c.refund(world))
    for entry in (big, small):
        refused = hub.signatory.attempt(entry, "reopen", REASON).refused("refunded-on", 409)
        assert "1 kr tilbake" in refused.json["detail"]
    more = hub.signatory.do(c.unmatched(world, ore=100), "match", body)
    hub.signatory.do(more, "reopen", REASON)
    assert c.reread(hub, copayment)["openOre"] == 0


def test_a_refund_that_was_asked_for_lapses_with_the_payment(world):
    hub = world.hub
    copayment = c.invoiced(world)
    body = {"copaymentId": copayment["id"]}
    entry = hub.signatory.do(c.unmatched(world, ore=SHARE_ORE + 100), "match", body)
    hub.hub_editor.do(c.reread(hub, copayment), "ask-refund", {"amountOre": 100})
    entry = hub.signatory.do(entry, "reopen", REASON)
    assert c.reread(hub, copayment)["askedRefundOre"] is None
    hub.signatory.do(entry, "match", body)
    refund = c.refund(world)
    hub.signatory.attempt(c.reread(hub, copayment), "refund", refund).refused("no-refund", 409)


def test_what_was_let_off_stays_let_off_when_a_payment_is_undone(world):
    hub = world.hub
    copayment = c.invoiced(world)
    body = {"copaymentId": copayment["id"]}
    entry = hub.signatory.do(c.unmatched(world, ore=4_000 * KRONE), "match", body)
    asked = {"kind": "write_off", "reason": "Konkurs"}
    hub.hub_editor.do(c.reread(hub, copayment), "ask-relief", asked)
    hub.signatory.attempt(entry, "reopen", REASON).refused("relief-asked", 409)
    hub.signatory.do(c.check(hub, copayment), "give-relief")
    hub.signatory.do(entry, "reopen", REASON)
    copayment = c.reread(hub, copayment)
    assert (copayment["state"], copayment["openOre"]) == ("invoiced", 4_000 * KRONE)


def test_what_was_ignored_or_sent_back_by_mistake_waits_again(world):
    editor = world.hub.hub_editor
    for action in ("ignore", "return"):
        entry = editor.do(c.unmatched(world), action, REASON)
        entry = editor.do(entry, "reopen", {"reason": "Feil knapp"})
        assert (entry["state"], entry["why"]) == ("unmatched", "reopened")
        assert entry["reason"] == "Feil knapp"
        editor.attempt(entry, "reopen", REASON).refused("state-conflict", 409)


def test_parts_that_do_not_sum_are_one_payment_for_a_person_and_the_file_is_read(world):
    hub = world.hub
    one, other = c.invoiced(world), c.invoiced(world)
    payments = [(copayment["kid"], SHARE_ORE) for copayment in (one, other)]
    file = c.send(hub, c.camt(world, *payments, fee_ore=5000))
    (entry,) = c.entries(hub, fileId=file["id"])
    assert (entry["why"], entry["amountOre"]) == ("parts_differ", 2 * SHARE_ORE - 5000)
    assert one["kid"] in entry["message"] and other["kid"] in entry["message"]


def test_what_is_booked_on_a_day_to_come_waits_for_that_day(world):
    hub = world.hub
    copayment = c.invoiced(world)
    day = world.today + datetime.timedelta(days=2)
    file = c.send(hub, c.table(world, (copayment["kid"], SHARE_ORE), day=day))
    (entry,) = c.entries(hub, fileId=file["id"])
    assert (entry["state"], entry["why"]) == ("unmatched", "not_booked")
    entry = hub.signatory.read(f"/v1/bank-entries/{entry['id']}")
    body = {"copaymentId": copayment["id"]}
    refused = hub.signatory.attempt(entry, "match", body).refused("not-booked", 409)
    assert f"{day:%d.%m.%Y}" in refused.json["detail"]
    come = "update trinn.bank_entries set booked_on = %s where id = %s"
    world.database.run(come, world.today, entry["id"])
    hub.signatory.do(entry, "match", body)


def test_two_firms_that_write_alike_are_two_payments_and_a_table_sent_again_none(world):
    hub = world.hub
    alike = ("Egenandel trinn 2", SHARE_ORE + 7)
    first = c.send(hub, c.texts(world, alike, alike))
    assert (first["known"], first["entries"]) == (0, {"unmatched": 2})
    longer = c.send(hub, c.texts(world, ("Annet", SHARE_ORE), alike, alike, alike))
    assert (longer["known"], longer["entries"]) == (2, {"unmatched": 2})
    shorter = c.send(hub, c.texts(world, alike, ("Annet", SHARE_ORE)))
    assert (shorter["known"], shorter["entries"]) == (2, {})


def test_a_kid_in_the_text_pays_the_one_open_share_and_two_wait_for_a_person(world):
    hub = world.hub
    one, other = c.invoiced(world), c.invoiced(world)
    text = f"Fra Foss  KID {one['kid']}"
    both = f"{one['kid']} og {other['kid']}"
    reserved = ("Fra Foss  Reservert transaksjon ", 100)
    rows = [(text, SHARE_ORE // 2), (text, SHARE_ORE // 2), (both, SHARE_ORE), reserved]
    file = c.send(hub, c.dnb(world, *rows))
    assert (file["entries"], file["unbooked"]) == ({"matched": 2, "unmatched": 1}, 1)
    assert c.reread(hub, one)["state"] == "paid"
    waits, *paid = c.entries(hub, fileId=file["id"])
    assert (waits["why"], waits["kid"], waits["message"]) == ("several_kids", None, both)
    assert [entry["kid"] for entry in paid] == [one["kid"]] * 2
    rows += [(text, 100), ("KID 12345674", 100), (f"KID {other['kid']}", SHARE_ORE)]
    again = c.send(hub, c.dnb(world, *rows))
    assert (again["known"], again["entries"]) == (3, {"matched": 1, "unmatched": 2})
    whys = {entry["why"] for entry in c.entries(hub, fileId=again["id"])}
    assert whys == {"not_payable", "no_kid", None}
    assert c.reread(hub, other)["openOre"] == 0


def test_a_kid_in_the_text_finds_no_share_of_another_creditor(world):
    copayment = c.invoiced(world)
    other = world.other_hub
    file = c.send(other, c.dnb(world, (f"KID {copayment['kid']}", SHARE_ORE)))
    (entry,) = c.entries(other, fileId=file["id"])
    assert (entry["state"], entry["why"]) == ("unmatched", "no_kid")
    assert c.reread(world.hub, copayment)["openOre"] == SHARE_ORE


def test_what_was_let_off_takes_no_payment(world):
    hub = world.hub
    waived = hub.signatory.do(c.relief_checked(world), "give-relief")
    entry = c.unmatched(world, kid=waived["kid"], ore=SHARE_ORE)
    body = {"copaymentId": waived["id"]}
    hub.signatory.attempt(entry, "match", body).refused("not-payable", 409)


def test_money_out_is_skipped(world):
    day = world.today.strftime("%d.%m.%Y")
    data = f"Dato;Forklaring;Ut fra konto;Inn på konto\n{day};Strøm;400,00;\n".encode("latin-1")
    file = c.send(world.hub, data)
    assert (file["skipped"], file["entries"]) == (1, {})


def test_money_out_that_names_a_payment_or_what_is_owed_waits_for_a_person(world):
    hub, person = world.hub, world.hub.signatory
    copayment = c.invoiced(world)
    payment = (copayment["kid"], 3300)
    (was,) = c.entries(hub, fileId=c.send(hub, c.table(world, payment, references=["A-33"]))["id"])
    rows = [(None, -3300), (None, -3300), (copayment["kid"], -3300), ("12345674", -3300)]
    file = c.send(hub, c.table(world, *rows, references=["A-33", "A-34", "A-35", "A-36"]))
    assert (file["skipped"], file["known"], file["entries"]) == (2, 0, {"unmatched": 2})
    by_kid, by_reference = c.entries(hub, fileId=file["id"])
    assert by_kid["isReversal"] and by_reference["isReversal"]
    assert (by_reference["reversesId"], by_kid["reversesId"]) == (was["id"], None)
    assert person.read(f"/v1/bank-entries/{was['id']}")["reversedById"] == by_reference["id"]
    assert c.reread(hub, copayment)["openOre"] == SHARE_ORE - 3300
    refunded = person.read(f"/v1/bank-entries/{by_kid['id']}")
    person.do(refunded, "ignore", {"reason": "Tilbakebetaling som er ført"})
    again = c.send(hub, c.table(world, *rows, (None, 3), references=["A-33", "A-34", "A-35", "A-36", "A-37"]))
    assert (again["skipped"], again["known"], again["entries"]) == (2, 2, {"unmatched": 1})
    plain = c.camt(world, (copayment["kid"], 3400), reverses=True).replace(b"<RvslInd>true</RvslInd>", b"")
    assert c.send(hub, plain)["entries"] == {"unmatched": 1}
    other = c.send(world.other_hub, c.table(world, (copayment["kid"], -3300), references=["A-33"]))
    assert (other["skipped"], other["entries"]) == (1, {})


@pytest.mark.parametrize(
    "data",
    [
        b"Hei",
        b"<html/>",
        b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>",
        "Dato;Beløp\n1.1.2026;5,00\n".encode(),
        b"\x00\x01\x02\x03",
    ],
)
def test_what_is_no_bank_file_is_refused(world, data):
    reply = world.hub.signatory.post("/v1/bank-files", c.content(data))
    assert reply.refused("validation-failed", 422).faults == [("bank-file", "#/content")]


def test_content_is_base64(world):
    for content in ("Ab=c", "abc", "AA-_", "AB=="):
        body = {"name": "x", "content": content.ljust(4, "!")}
        reply = world.hub.signatory.post("/v1/bank-files", body)
        assert reply.refused("validation-failed", 422).faults == [("format", "#/content")]


def test_a_big_file_is_read_and_a_bigger_one_is_refused(world):
    payments = [(None, n + 1) for n in range(1000)]
    file = c.send(world.hub, c.table(world, *payments))
    assert file["entries"] == {"unmatched": 1000}
    body = {"name": "x", "content": base64.b64encode(b"x" * 250_000).decode()}
    world.hub.signatory.post("/v1/bank-files", body).refused("too-large", 413)


def test_only_who_has_money_owed_sends_files(world):
    body = c.content(c.table(world, (None, 500)))
    for person in (world.firm.firm, world.fagpartner.fagpartner, world.county.caseworker):
        person.post("/v1/bank-files", body).refused("forbidden", 403)
    assert world.county.finance.items("/v1/bank-entries") == []


def test_files_are_listed_and_dry_runs_change_nothing(world):
    hub = world.hub
    data = c.table(world, (None, 700))
    before = world.database.contents()
    hub.signatory.post("/v1/bank-files", c.content(data), dryRun="true").expect(204)
    assert world.database.contents() == before
    file = c.send(hub, data)
    assert file["id"] in [f["id"] for f in hub.signatory.items("/v1/bank-files")]
    assert hub.signatory.get(file.path).expect(200).json == file
