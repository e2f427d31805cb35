"""Firms in a priced stage, what they owe for it, and the files in which a bank tells what they paid."""

import base64
import datetime
import functools
from concurrent.futures import ThreadPoolExecutor

from support import delivery
from support.daemon import wait_until
from support.parties import KRONE, fresh

SHARE_ORE = 12_000 * KRONE
WAIVE = {"kind": "waive", "reason": "Brann i lokalene"}
CREDIT = {"cause": "cancelled", "reason": "Kurset ble avlyst"}
CAMT = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"


def ready(world, hub=None, orgnr=None, programme=None, **stage):
    """An enrolment to which the priced stage is open; in a programme of its own if the stage is to
    be another, or the firm one that may be in the usual one."""
    hub = hub or world.hub
    if programme is None and (orgnr or stage):
        content = hub.county.programme_content()
        content["stages"][1] |= stage
        programme = hub.county.set_up("/v1/programmes", content)
    enrolment = delivery.enrolled(world, hub, orgnr, programme, "completed", 1)
    return hub.signatory.read(f"/v1/enrolments/{enrolment}")


def place(world, **changes):
    """In the priced stage."""
    return {"stage": 2, "copayment": share(world, **changes)}


def share(world, **changes):
    """What a firm is to pay, and what it declares."""
    return {
        "amountOre": SHARE_ORE,
        "serviceValueOre": 42_000 * KRONE,
        "declaration": declaration(world),
    } | changes


def declaration(world):
    received = {"grantor": "Innovasjon Norge", "grantedOn": "2025-05-01", "amountOre": 100 * KRONE}
    return {"by": "Kari Nes, daglig leder", "onDay": str(world.today), "received": [received]}


def new_declaration(world):
    """By another than the first, as whoever has no business with it would have to be seen."""
    return declaration(world) | {"by": "Ola Nes, styreleder"}


def raised(world, hub=None, orgnr=None, **stage):
    hub = hub or world.hub
    enrolment = hub.signatory.do(ready(world, hub, orgnr, **stage), "enrol", place(world))
    return of(hub, enrolment)


def of(hub, enrolment):
    """What the firm owes for its stage."""
    return hub.signatory.read(f"/v1/copayments/{enrolment['copaymentId']}")


def checked(world, hub=None, orgnr=None, **stage):
    hub = hub or world.hub
    return check(hub, raised(world, hub, orgnr, **stage))


def begun(world, hub=None, orgnr=None, **stage):
    """Checked, and the firm is in the stage."""
    hub = hub or world.hub
    return begin(hub, checked(world, hub, orgnr, **stage))


def begin(hub, copayment):
    """The firm in the stage, unless it is already."""
    enrolment = hub.signatory.read(f"/v1/enrolments/{copayment['enrolmentId']}")
    if enrolment["state"] == "enrolled":
        hub.signatory.do(enrolment, "start")
    return reread(hub, copayment)


def check(hub, copayment):
    """By the county; and whoever it is owed to has an account."""
    is_own = copayment["creditor"]["orgnr"] == hub.orgnr
    hub.world.ensure_account(hub if is_own else hub.county)
    hub.county.caseworker.do(reread(hub, copayment), "check-aid", {"reason": "Under taket"})
    return reread(hub, copayment)


def invoiced(world, hub=None, orgnr=None):
    hub = hub or world.hub
    return hub.signatory.do(checked(world, hub, orgnr), "invoice", due(world))


def overdue(world, hub=None, orgnr=None):
    """As if it had been invoiced a month ago."""
    hub = hub or world.hub
    copayment = invoiced(world, hub, orgnr)
    world.database.run(
        "update trinn.copayments set due_on = due_on - 30, first_due_on = due_on - 30,"
        " invoiced_on = invoiced_on - 40"
        " where id = %s",
        copayment["id"],
    )
    return reread(hub, copayment)


def paid(world, hub=None, amount_ore=SHARE_ORE):
    hub = hub or world.hub
    copayment = invoiced(world, hub)
    pay(hub, copayment, amount_ore)
    return reread(hub, copayment)


def overpaid(world, hub=None):
    """By a hundred kroner."""
    return paid(world, hub, SHARE_ORE + 100 * KRONE)


def relief_asked(world, hub=None, orgnr=None):
    hub = hub or world.hub
    return hub.hub_editor.do(invoiced(world, hub, orgnr), "ask-relief", WAIVE)


def relief_checked(world, hub=None, orgnr=None):
    """As the county has found that the firm may have it as aid."""
    hub = hub or world.hub
    return check(hub, relief_asked(world, hub, orgnr))


def let_off(hub, copayment, kind="waive"):
    """By two persons, once the county has found that it may be."""
    asked = hub.hub_editor.do(copayment, "ask-relief", WAIVE | {"kind": kind})
    return hub.signatory.do(check(hub, asked), "give-relief")


def settled(world, hub=None):
    """By an editor, at less than was planned."""
    hub = hub or world.hub
    copayment = begun(world, hub)
    settle(world, cost_of(copayment), hub).expect(200)
    return reread(hub, copayment)


def cost_of(copayment):
    return {"deliveryCostOre": 20_000 * KRONE, "copaymentIds": [copayment["id"]]}


def settle(world, body, hub=None):
    """Tried."""
    return (hub or world.hub).hub_editor.post("/v1/aid-settlements", body)


def correction(world):
    return {"serviceValueOre": 40_000 * KRONE, "reason": "Timene i bedriften var 34 og ikke 3"}


def credit_asked(world, hub=None):
    """Of what was paid."""
    hub = hub or world.hub
    return hub.hub_editor.do(paid(world, hub), "ask-credit", CREDIT)


def refund_asked(world, hub=None):
    hub = hub or world.hub
    return hub.hub_editor.do(overpaid(world, hub), "ask-refund", asked_refund(world))


def reread(hub, copayment):
    return hub.signatory.read(f"/v1/copayments/{copayment['id']}")


def move_due_day(world, copayment, days):
    world.database.run(
        "update trinn.copayments set due_on = due_on + %s where id = %s", days, copayment["id"]
    )


def both_wait(world, copayment, steps):
    """Sent one after the other while somebody holds the share; what came of them."""
    database = world.database
    with ThreadPoolExecutor(2) as pool, database.holding("copayment", copayment["id"]) as held:
        sent = []
        for n, step in enumerate(steps, 1):
            sent.append(pool.submit(step))
            wait_until(lambda: database.n_waiting() >= n)
        held.rollback()
        return [reply.result() for reply in sent]


def kinds(copayment):
    return [(e["kind"], e["amountOre"]) for e in copayment["entries"]]


def assert_adds_up(copayment):
    signs = {"raise": 1, "refund": 1, "recover": 1, "unpay": 1, "pay": -1, "waive": -1, "write_off": -1, "credit": -1}
    assert copayment["openOre"] == sum(signs[k] * ore for k, ore in kinds(copayment))
    for entry in copayment["entries"]:
        assert sum(p["amountOre"] for p in entry["postings"]) == 0


# ---- bank files


def amount(ore):
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100},{abs(ore) % 100:02}"


def table(world, *payments, references=None, day=None):
    """A bank's CSV of (KID, øre)."""
    day = (day or world.today).strftime("%d.%m.%Y")
    references = references or [fresh("R") for _ in payments]
    rows = [
        f"{day};{amount(ore)};{kid or ''};Elvestrand Mekaniske AS;{reference}"
        for (kid, ore), reference in zip(payments, references)
    ]
    return "\r\n".join(["Bokføringsdato;Beløp;KID;Navn;Arkivref", *rows, ""]).encode("utf-8")


def texts(world, *payments):
    """A table of (payer's text, øre), where the bank tells no reference of its own."""
    day = world.today.strftime("%d.%m.%Y")
    rows = [f"{day};{amount(ore)};{text}" for text, ore in payments]
    return "\r\n".join(["Dato;Beløp;Referanse", *rows, ""]).encode("utf-8")


def dnb(world, *payments):
    """DNB's table of (text, øre): KIDs stand in the text, and what is reserved has it behind it."""
    day = world.today.strftime("%d.%m.%Y")
    rows = [f'"{day}";"{text}";"{day}";"";{ore / 100}' for text, ore in payments]
    head = '"Dato";"Forklaring";"Rentedato";"Ut fra konto";"Inn på konto"'
    return "\r\n".join([head, *rows]).encode("latin-1")


def camt(world, *payments, fee_ore=0, account=None, references=None, reverses=False):
    """The same as camt.054, booked together less what the bank has kept, or taken back."""
    references = references or [fresh("T") for _ in payments]
    taken = ("DBIT", "<RvslInd>true</RvslInd>") if reverses else ("CRDT", "")
    account = f"<Acct><Id>{account}</Id></Acct>" if account else ""
    parts = "".join(
        f"<TxDtls><Refs>{ref and f'<AcctSvcrRef>{ref}</AcctSvcrRef>'}</Refs><AmtDtls><TxAmt>"
        f'<Amt Ccy="NOK">{ore / 100:.2f}</Amt></TxAmt></AmtDtls><RmtInf><Strd><CdtrRefInf>'
        f"<Ref>{kid}</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>"
        for (kid, ore), ref in zip(payments, references)
    )
    whole = (sum(ore for _, ore in payments) - fee_ore) / 100
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Document xmlns="{CAMT}"><BkToCstmrDbtCdtNtfctn>'
        f'<GrpHdr><MsgId>{fresh("M")}</MsgId></GrpHdr><Ntfctn>{account}<Ntry><Amt Ccy="NOK">{whole:.2f}</Amt>'
        f"<CdtDbtInd>{taken[0]}</CdtDbtInd>{taken[1]}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{world.today}</Dt></BookgDt>"
        f"<NtryDtls>{parts}</NtryDtls></Ntry></Ntfctn>"
        "</BkToCstmrDbtCdtNtfctn></Document>"
    ).encode("utf-8")


def content(data, name="innbetalinger.csv"):
    return {"name": name, "content": base64.b64encode(data).decode("ascii")}


def send(hub, data):
    """The bank file as it was read."""
    return hub.signatory.make("/v1/bank-files", content(data))


def pay(hub, copayment, ore):
    """As the bank tells it by the KID."""
    return send(hub, table(hub.world, (copayment["kid"], ore)))


def entries(hub, **query):
    return hub.signatory.items("/v1/bank-entries", **query)


def unmatched(world, hub=None, kid=None, ore=500 * KRONE):
    """A payment that a person is to see to."""
    hub = hub or world.hub
    file = send(hub, table(world, (kid, ore)))
    (entry,) = entries(hub, fileId=file["id"])
    assert entry["state"] == "unmatched"
    return hub.signatory.read(f"/v1/bank-entries/{entry['id']}")


def matched(world, hub=None, ore=SHARE_ORE):
    """With what a firm was invoiced."""
    return pay_by_hand(world, invoiced(world, hub), ore, hub)


def pay_by_hand(world, copayment, ore, hub=None):
    """The entry, once a person has matched it."""
    hub = hub or world.hub
    body = {"copaymentId": copayment["id"]}
    return hub.signatory.do(unmatched(world, hub, ore=ore), "match", body)


def bank_file(world, hub=None):
    return send(hub or world.hub, table(world, (None, 500 * KRONE)))


def due(world, days=0):
    return {"dueOn": str(world.today + datetime.timedelta(days))}


def asked_refund(world):
    return {"amountOre": 100 * KRONE}


def refund(world):
    return {"paidOn": str(world.today), "bankReference": fresh("B")}


@functools.cache
def match(world):
    """With what the hub is owed, by whomever."""
    return {"copaymentId": invoiced(world)["id"]}


@functools.cache
def to_check(world):
    return {"copaymentIds": [raised(world)["id"]], "reason": "Under taket"}


@functools.cache
def settlement(world):
    """Of two firms that shared a delivery."""
    ids = [begun(world)["id"] for _ in range(2)]
    return {"deliveryCostOre": 80_000 * KRONE + 1, "copaymentIds": ids}
