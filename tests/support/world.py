"""A county and its neighbour, and the way of a case through them."""

import functools
import itertools

from support.cast import Organisation, add_person, enter_organisation, numbers
from support.client import Client
from support.parties import KRONE, Applicant, County, Party, fresh


class World:
    """All the tests' people against one daemon. The methods below bring a case of `hub` to a state,
    each through HTTP and the right person."""

    def __init__(self, daemon, database, issuer, recorder=None):
        self.daemon = daemon
        self.database = database
        self.issuer = issuer
        self.recorder = recorder
        self.today = database.value("select trinn.today()")
        self.year = self.today.year
        self.county = County(self, "trondelag")
        self.hub = Applicant(self, "granlia")
        self.other_hub = Applicant(self, "skarv")
        self.firm = Applicant(self, "elvestrand")
        self.fagpartner = Party(self, "fagpartner")
        self.outsider = Applicant(self, "utenfor")
        self.bankrupt = Applicant(self, "konkurs")
        self.neighbour = County(self, "nordland")
        self.neighbour_hub = Applicant(self, "lofoten")
        self.neighbour_hub_b = Applicant(self, "saltdal")
        self.neighbour_firm = Applicant(self, "fjellbruk")
        self.left_behind = None
        self.to_decide = None
        self.to_release = None

    def one_person(self, *parties):
        """A client in each of these roles, (party, role), for one and the same person."""
        subject = fresh("person")
        roles = [(party.organisation, role) for party, role in parties]
        add_person(self.database, self.issuer, subject, *roles)
        mine = self.client(subject).get("/v1/me").expect(200).json["assignments"]
        held = {(a["organisation"]["orgnr"], a["role"]): a["id"] for a in mine}
        return [self.client(subject, act_as=held[party.orgnr, role]) for party, role in parties]

    def client(self, subject, **options):
        return Client(
            self.daemon.url,
            self.issuer.token(subject),
            recorder=self.recorder,
            name=subject,
            **options,
        )

    @property
    def nobody(self):
        return Client(self.daemon.url, recorder=self.recorder)

    def county_of(self, party):
        return self.county if party.organisation.county == 50 else self.neighbour

    # ---- a case, by the last thing that happened to it

    def recommended(self, hub=None, call=None, applied_ore=75_000 * KRONE):
        hub = hub or self.hub
        return hub.county.recommend(hub.apply(call, applied_ore))

    def decided(self, hub=None, call=None, applied_ore=75_000 * KRONE):
        hub = hub or self.hub
        return hub.county.decide(self.recommended(hub, call, applied_ore))

    def offered(self, hub=None, call=None, applied_ore=75_000 * KRONE):
        """A grant not yet accepted."""
        hub = hub or self.hub
        return hub.county.grant_of(self.decided(hub, call, applied_ore))

    def accepted(self, hub=None, call=None, applied_ore=75_000 * KRONE):
        hub = hub or self.hub
        return hub.accept(self.offered(hub, call, applied_ore))

    def claimed(self, hub=None, amount_ore=30_000 * KRONE):
        hub = hub or self.hub
        return hub.claim(self.accepted(hub), amount_ore)

    def reviewed(self, hub=None, amount_ore=30_000 * KRONE):
        hub = hub or self.hub
        return hub.county.review(self.claimed(hub, amount_ore))

    def attested(self, hub=None, amount_ore=30_000 * KRONE):
        hub = hub or self.hub
        return hub.county.attest(self.reviewed(hub, amount_ore))

    def queued(self, hub=None, amount_ore=30_000 * KRONE):
        """A payment of a released claim."""
        hub = hub or self.hub
        self.ensure_account(hub)
        return hub.county.payment_of(hub.county.release(self.attested(hub, amount_ore)))

    def listed(self, hub=None, amount_ore=30_000 * KRONE):
        """A payment on a list, and the list."""
        hub = hub or self.hub
        payment = self.queued(hub, amount_ore)
        made = hub.county.list_payments()
        return hub.county.finance.read(payment.path), made

    def paid(self, hub=None, amount_ore=30_000 * KRONE):
        hub = hub or self.hub
        payment, _ = self.listed(hub, amount_ore)
        return hub.county.pay(payment)

    def ensure_account(self, party):
        county = self.county_of(party)
        accounts = county.finance.items("/v1/bank-accounts")
        if not any(a["organisation"]["orgnr"] == party.orgnr for a in accounts):
            county.give_account(party)

    # ---- firms beside those of the cast

    @functools.cached_property
    def spare_firms(self):
        """Organisation numbers of firms that nobody follows; nobody acts for them."""
        orgnrs = list(itertools.islice(numbers(31995001), 200))
        with self.database.lasting():
            for orgnr in orgnrs:
                firm = Organisation(orgnr, f"Bedrift {orgnr} AS", "5038", 50, (), orgnr=orgnr)
                enter_organisation(self.database, firm)
        return iter(orgnrs)

    def movable(self):
        """A firm on the first of two versions of its programme; the same one until it is moved."""
        firm = self.left_behind and self.hub.signatory.read(self.left_behind)
        if not firm or firm["programmeVersion"] == 2:
            firm = self.hub.follow(self.county.programme(), next(self.spare_firms))
            self.county.new_stages(firm["programme"]["id"])
            self.left_behind = firm.path
        return firm

    def undecided(self):
        """An application that is recommended; the same one until it is decided."""
        application = self.to_decide and self.county.caseworker.read(self.to_decide)
        if not application or application["state"] != "recommended":
            application = self.recommended()
            self.to_decide = application.path
        return application

    def held(self):
        """One that is decided, which is not made known; the same one until it is."""
        application = self.to_release and self.county.caseworker.read(self.to_release)
        if not application or not application["isDecisionHeld"]:
            application = self.county.hold(self.recommended())
            self.to_release = application.path
        return application

    def assert_sound(self):
        """Ledger and audit add up."""
        assert self.database.faults() == []
