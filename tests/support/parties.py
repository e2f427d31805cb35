"""What counties and applicants do, each step by the person it belongs to.

A step asserts that it succeeds and returns the thing as it is after it; a test that wants a refusal
sends the step itself, with Client.attempt().
"""

import datetime
import functools
import itertools

from support.cast import ACCOUNTS, BY_KEY

KRONE = 100
SERIAL = itertools.count(1)
FORM = {
    "type": "object",
    "required": ["goal"],
    "additionalProperties": False,
    "properties": {
        "goal": {"type": "string", "minLength": 3, "maxLength": 2000},
        "firms": {"type": "integer", "minimum": 1, "maximum": 500},
    },
}


def fresh(word):
    """A code nobody has used."""
    return f"{word}-{next(SERIAL)}"


class Party:
    """An organisation in a world; its people are its attributes: `caseworker`, `caseworker_b`."""

    def __init__(self, world, key):
        self.world = world
        self.organisation = BY_KEY[key]
        self.orgnr = self.organisation.orgnr
        self.people = {}

    def __getattr__(self, role):
        if role.removesuffix("_b") not in BY_KEY[self.__dict__["organisation"].key].roles:
            raise AttributeError(role)
        if role not in self.people:
            self.people[role] = self.world.client(f"{role}@{self.organisation.key}")
        return self.people[role]

    def everybody(self):
        """Role and one person for each."""
        return {role: getattr(self, role) for role in self.organisation.roles}


class County(Party):
    """Sets up, assesses, decides and pays."""

    # ---- set-up: one administrator proposes, another puts into force

    def who_sets_up(self, path):
        """Who proposes it, and who puts it into force."""
        return {
            "bank-accounts": (self.caseworker, self.caseworker_b),
            "rule-params": (self.county_admin, self.decision_maker),
            "money-moves": (self.county_admin, self.decision_maker),
        }.get(path.rsplit("/", 1)[-1], (self.county_admin, self.county_admin_b))

    def propose(self, path, content):
        return self.who_sets_up(path)[0].make(path, content)

    def set_up(self, path, content):
        """The id of what it made."""
        change = self.propose(path, content)
        return self.who_sets_up(path)[1].do(change, "approve")["targetId"]

    def programme_content(self, **changes):
        year = self.world.today.year
        stages = [
            {
                "number": 1,
                "name": "Introduksjon",
                "description": "Samlinger",
                "needs": ["competence"],
                "nextStage": 2,
                "gates": [],
            },
            {
                "number": 2,
                "name": "Avansert",
                "description": "Timer i bedrift",
                "needs": ["competence"],
                "hours": 40,
                "priceCapOre": 12_000 * KRONE,
                "gates": [{"kind": "stage_completed", "requiresStage": 1}],
            },
        ]
        return {
            "code": fresh("industri-40"),
            "name": "Industri 4.0 Trøndelag",
            "purpose": "Digital og grønn kompetanse i små bedrifter",
            "state": "active",
            "startsOn": f"{year}-01-01",
            "endsOn": f"{year + 3}-12-31",
            "profile": {"digitalParts": 5, "greenParts": 1},
            "stages": stages,
        } | changes

    def programme_change(self, programme_id, **changes):
        """As it is, with changes."""
        programme = self.county_admin.read(f"/v1/programmes/{programme_id}")
        kept = ("name", "purpose", "state", "startsOn", "endsOn", "profile")
        told = {name: programme[name] for name in kept if programme[name] is not None}
        return {"title": "Ny periode"} | told | changes

    def change_programme(self, programme_id, **changes):
        content = self.programme_change(programme_id, **changes)
        self.set_up(f"/v1/programmes/{programme_id}/changes", content)

    def stage_graph_content(self, programme_id, **changes):
        """The usual stages, described anew, as a next version."""
        programme = self.county_admin.read(f"/v1/programmes/{programme_id}")
        first, *others = self.programme_content()["stages"]
        first["description"] = f"Samlinger, etter versjon {programme['programmeVersion']}"
        return {
            "title": "Ny beskrivelse",
            "basedOn": programme["programmeVersion"],
            "stages": [first, *others],
        } | changes

    def new_stages(self, programme_id, **changes):
        """The next version of its stages, in force."""
        content = self.stage_graph_content(programme_id, **changes)
        self.set_up(f"/v1/programmes/{programme_id}/stage-graphs", content)

    def hub_area_content(self, hub, *municipalities, **changes):
        return {
            "orgnr": hub.orgnr,
            "municipalities": list(municipalities),
            "validFrom": str(self.world.today),
        } | changes

    def instrument_content(self, **changes):
        steps = ["Aldri", "Sjelden", "Av og til", "Ofte", "Alltid"]
        scale = {
            "id": "orders",
            "dimension": "digital",
            "kind": "scale",
            "text": {"nb": "Bestillinger finnes igjen", "en": "Orders are found again"},
            "options": [
                {"id": str(n), "text": {"nb": step, "en": step}} for n, step in enumerate(steps, 1)
            ],
        }
        waste = {
            "id": "waste",
            "dimension": "green",
            "kind": "text",
            "text": {"nb": "Hva kastes?", "en": "What is thrown away?"},
        }
        return {
            "code": fresh("samtale"),
            "kind": "interview",
            "title": {"nb": "Samtale", "en": "Interview"},
            "source": "Fylkeskommunen",
            "questions": [scale, waste],
        } | changes

    @functools.cached_property
    def instrument_id(self):
        return self.set_up("/v1/instruments", self.instrument_content())

    def programme(self, **changes):
        """Its id."""
        return self.set_up("/v1/programmes", self.programme_content(**changes))

    @functools.cached_property
    def programme_id(self):
        return self.programme()

    def legal_basis_content(self, **changes):
        year = self.world.today.year
        return {
            "kind": "esa_exemption",
            "reference": fresh("ESA"),
            "title": "Unntak for næringshager",
            "beneficiaryKinds": ["hub", "firm"],
            "validFrom": f"{year - 1}-01-01",
            "validTo": f"{year + 3}-12-31",
        } | changes

    @functools.cached_property
    def legal_basis_id(self):
        return self.set_up("/v1/legal-bases", self.legal_basis_content())

    def appropriation_content(self, money_ore, **changes):
        return {"year": self.world.year, "amountOre": money_ore, "resolution": "FT 1"} | changes

    def money_move_content(self, money_ore, to_line=None, **changes):
        """To another line this year, or back to the budget."""
        to = {"to": {"fundingLineId": to_line, "year": self.world.year}} if to_line else {}
        return self.appropriation_content(money_ore) | to | changes

    def funding_line_content(self, money_ore=450_000_000 * KRONE, **changes):
        """The director decides up to 500 000 kroner, above that a committee."""
        groups = [
            {"code": "fagpartner", "name": "Fagpartnere", "earmarked": False},
            {"code": "workshops", "name": "Workshops", "earmarked": True},
        ]
        authorities = [
            {"role": "decision_maker", "body": "Direktøren", "limitOre": 500_000 * KRONE},
            {"role": "secretary", "body": "Hovedutvalget"},
        ]
        return {
            "code": fresh("utvikling"),
            "name": "Utvikling av tilbud",
            "programmeId": self.programme_id,
            "source": "Regionale utviklingsmidler",
            "applicantKinds": ["hub", "firm"],
            "countyOnly": True,
            "legalBasisId": self.legal_basis_id,
            "maxShareBasisPoints": 7500,
            "appealBody": "Klagenemnda",
            "costGroups": groups,
            "authorities": authorities,
            "appropriations": [self.appropriation_content(money_ore)],
        } | changes

    def funding_line(self, money_ore=450_000_000 * KRONE, **changes):
        """Its id."""
        return self.set_up("/v1/funding-lines", self.funding_line_content(money_ore, **changes))

    def give_account(self, party):
        content = {
            "orgnr": party.orgnr,
            "account": next(ACCOUNTS),
            "verifiedHow": "Bekreftet i Altinn",
        }
        self.set_up("/v1/bank-accounts", content)
        return content["account"]

    # ---- calls

    def call_content(self, line_id, **changes):
        return {
            "code": fresh("utlysning"),
            "title": "Industri 4.0, vårens utlysning",
            "description": "For næringshager og inkubatorer i fylket",
            "fundingLineId": line_id,
            "stages": [1, 2],
            "costGroups": ["fagpartner", "workshops"],
            "opensOn": str(self.world.today - datetime.timedelta(10)),
            "closesOn": str(self.world.today + datetime.timedelta(60)),
            "form": FORM,
        } | changes

    def call(self, line_id=None, **changes):
        """An open call, on the usual funding line unless one is given."""
        content = self.call_content(line_id or self.usual_line_id, **changes)
        return self.caseworker.do(self.caseworker.make("/v1/calls", content), "open")

    @functools.cached_property
    def usual_line_id(self):
        return self.funding_line()

    @functools.cached_property
    def usual_call(self):
        return self.call()

    # ---- cases

    def recommend(self, application, outcome="granted", amount_ore=None):
        content = self.recommendation(application, outcome, amount_ore)
        return self.caseworker.do(application, "recommend", content)

    def recommendation(self, application, outcome="granted", amount_ore=None):
        if amount_ore is None:
            amount_ore = application["appliedOre"] if outcome == "granted" else 0
        return {"outcome": outcome, "amountOre": amount_ore, "grounds": "En god plan."}

    def decision(self, application, outcome="granted", amount_ore=None, **changes):
        recommendation = self.recommendation(application, outcome, amount_ore)
        said = {"year": self.world.year, "overlapGrounds": "Ulike kurs"}
        return recommendation | said | changes

    def case(self, application, outcome="granted", amount_ore=None, **changes):
        """Of several that are decided at once."""
        return {
            "applicationId": application["id"],
            "etag": application.etag,
            "decision": self.decision(application, outcome, amount_ore, **changes),
        }

    def decide(self, application, outcome="granted", amount_ore=None):
        """As the director if the director may, else as the committee's secretary."""
        content = self.decision(application, outcome, amount_ore)
        if application["appliedOre"] <= 500_000 * KRONE:
            return self.decision_maker.do(application, "decide", content)
        return self.secretary.do(application, "decide", content | {"resolution": "HU 12/26"})

    def hold(self, application, outcome="granted", days=5, **changes):
        """Decides so that nobody outside the county knows of it for some days."""
        release_on = str(self.world.today + datetime.timedelta(days))
        content = self.decision(application, outcome, releaseOn=release_on, **changes)
        return self.decision_maker.do(application, "decide", content)

    def grant_of(self, application):
        decisions = self.caseworker.items(application / "decisions")
        return self.caseworker.read(f"/v1/grants/{decisions[-1]['grantId']}")

    def review(self, claim, approved_ore=None, **changes):
        content = {"approvedOre": approved_ore or claim["amountOre"]} | changes
        return self.caseworker.do(claim, "review", content)

    def attest(self, claim):
        return self.attestant.do(claim, "attest")

    def release(self, claim):
        return self.releaser.do(claim, "release")

    # ---- money

    def payment_of(self, claim):
        return self.finance.read(f"/v1/payments/{claim['paymentId']}")

    def list_payments(self):
        """All that wait, on one list."""
        return self.finance.make("/v1/payment-lists", None)

    def registration(self, **changes):
        return {"bankReference": fresh("B"), "paidOn": str(self.world.today)} | changes

    def balances(self, line_id):
        """Account and what stands on it this year; accounts with nothing are left out."""
        query = {"fundingLineId": line_id, "year": self.world.year}
        items = self.finance.items("/v1/ledger/balances", **query)
        return {b["account"]: b["balanceOre"] for b in items if b["balanceOre"]}

    def pay(self, payment, **changes):
        """What the bank paid, entered by one and confirmed by another."""
        payment = self.finance.do(payment, "register-paid", self.registration(**changes))
        return self.finance_b.do(payment, "confirm-paid")


class Applicant(Party):
    """A hub or a firm: applies, accepts and claims."""

    @property
    def signatory(self):
        return self.firm if "firm" in self.organisation.roles else self.hub_signatory

    @property
    def county(self):
        return self.world.county_of(self)

    def track(self, **changes):
        content = {"programmeId": self.county.programme_id, "title": fresh("Løp for treindustrien")}
        return self.signatory.make("/v1/tracks", content | changes)

    def draft(self, call=None, **changes):
        call = call or self.county.usual_call
        content = {"callId": call["id"], "title": "Industri 4.0 for småbedrifter"}
        return self.signatory.make("/v1/applications", content | changes)

    def plan(self, **changes):
        adviser = {
            "orgnr": self.world.fagpartner.orgnr,
            "name": "Kysten Kompetanse AS",
            "role": "veileder",
            "hours": 40,
            "hourlyOre": 1200 * KRONE,
        }
        return {
            "title": "Industri 4.0 for småbedrifter",
            "answers": {"goal": "Ti bedrifter med egen digital plan", "firms": 10},
            "startsOn": str(self.world.today),
            "endsOn": str(self.world.today + datetime.timedelta(300)),
            "firms": [{"orgnr": self.world.firm.orgnr, "stage": 1}],
            "fagpartnere": [adviser],
        } | changes

    def costs(self, total_ore):
        """A quarter of them workshops."""
        workshops = total_ore // 4
        return {
            "costs": [
                {
                    "costGroup": "fagpartner",
                    "description": "Timer",
                    "amountOre": total_ore - workshops,
                },
                {"costGroup": "workshops", "description": "Lokaler", "amountOre": workshops},
            ]
        }

    def finance(self, applied_ore, own_ore):
        lines = [("applied", "Fylkeskommunen", applied_ore), ("own", "Egne midler", own_ore)]
        return {
            "finance": [
                {"sourceKind": kind, "source": source, "amountOre": ore, "confirmed": kind == "own"}
                for kind, source, ore in lines
            ]
        }

    def fill(self, draft, applied_ore=75_000 * KRONE):
        """Plan, costs and finance; three quarters of the costs are applied for."""
        total_ore = -(-applied_ore * 4 // 3)
        draft = self.signatory.save(draft, "plan", self.plan())
        draft = self.signatory.save(draft, "cost-plan", self.costs(total_ore))
        finance = self.finance(applied_ore, total_ore - applied_ore)
        return self.signatory.save(draft, "finance-plan", finance)

    def apply(self, call=None, applied_ore=75_000 * KRONE):
        """A submitted application."""
        return self.signatory.do(self.fill(self.draft(call), applied_ore), "submit")

    def accept(self, grant):
        return self.signatory.do(grant, "accept")

    # ---- firms that a hub follows

    def follow(self, programme_id, orgnr=None):
        """A prospect: the world's firm unless another is given."""
        content = {"programmeId": programme_id, "orgnr": orgnr or self.world.firm.orgnr}
        return self.signatory.make("/v1/enrolments", content)

    def recommend(self, enrolment, stage=1):
        grounds = "Klar for det, etter samtalen med daglig leder"
        content = {"stage": stage, "grounds": grounds, "digitallyReady": True}
        return self.signatory.do(enrolment, "recommend-stage", content)

    def enrol(self, enrolment, stage=1):
        """In the stage that its person recommends."""
        return self.signatory.do(self.recommend(enrolment, stage), "enrol", {"stage": stage})

    def start(self, enrolment, stage=1):
        """Enrolled in the stage and active in it."""
        return self.signatory.do(self.enrol(enrolment, stage), "start")

    def complete(self, enrolment, stage=1):
        return self.signatory.do(self.start(enrolment, stage), "complete")

    def ask_waiver(self, enrolment, stage=2, gate="stage_completed"):
        content = {"stage": stage, "gate": gate, "reason": "Kan det fra før"}
        return self.signatory.make(enrolment / "gate-waivers", content)

    def begin_deliverable(self, enrolment):
        content = {"title": "Nettbestilling", "description": "Bestilling av timer på nett"}
        return self.signatory.make(enrolment / "deliverables", content)

    def claim_content(self, amount_ore, **changes):
        """Costs with evidence, three quarters of which are claimed."""
        cost = {
            "costGroup": "fagpartner",
            "description": "Timer i bedrift",
            "amountOre": -(-amount_ore * 4 // 3),
            "supplierOrgnr": self.world.outsider.orgnr,
            "invoiceNumber": fresh("f"),
        }
        return {
            "kind": "part",
            "periodFrom": str(self.world.today),
            "periodTo": str(self.world.today),
            "statusReport": "Tre samlinger er holdt.",
            "amountOre": amount_ore,
            "costs": [cost],
        } | changes

    def claim(self, grant, amount_ore=30_000 * KRONE, **changes):
        content = self.claim_content(amount_ore, **changes)
        return self.signatory.make(grant / "claims", content)
