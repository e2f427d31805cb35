"""For each operation that takes content, content that its schema accepts."""

from support.parties import KRONE, fresh

REASON = {"reason": "Et forsøk"}


def new_role_assignment(world):
    return {
        "issuer": world.issuer.iss,
        "subject": fresh("nyansatt"),
        "personName": "Ny Ansatt",
        "orgnr": world.county.orgnr,
        "role": "caseworker",
        "validFrom": str(world.today),
    }


def new_rule_param(world):
    return {
        "key": fresh("test.days"),
        "basis": "reglement § 1",
        "validFrom": str(world.today),
        "value": 10,
        "unit": "days",
        "source": "FT 2",
    }


def new_bank_account(world):
    return {"orgnr": world.hub.orgnr, "account": "15034500018", "verifiedHow": "Altinn"}


def decision(world):
    recommendation = {"outcome": "rejected", "amountOre": 0, "grounds": "Ikke innenfor."}
    return recommendation | {"year": world.year, "resolution": "HU 1"}


BODIES = {
    "proposeRoleAssignment": new_role_assignment,
    "rejectSetupChange": lambda world: REASON,
    "proposeProgramme": lambda world: world.county.programme_content(),
    "proposeStageGraph": lambda world: world.county.stage_graph_content(world.county.programme_id),
    "proposeHubArea": lambda world: world.county.hub_area_content(world.hub, "5059"),
    "proposeInstrument": lambda world: world.county.instrument_content(),
    "proposeLegalBasis": lambda world: world.county.legal_basis_content(),
    "proposeFundingLine": lambda world: world.county.funding_line_content(),
    "proposeAppropriation": lambda world: world.county.appropriation_content(100 * KRONE),
    "proposeRuleParam": new_rule_param,
    "proposeBankAccount": new_bank_account,
    "createCall": lambda world: world.county.call_content(world.county.usual_line_id),
    "closeCall": lambda world: REASON,
    "createTrack": lambda world: {"programmeId": world.county.programme_id, "title": "Løp"},
    "createApplication": lambda world: {"callId": world.county.usual_call["id"], "title": "Søknad"},
    "savePlan": lambda world: world.hub.plan(),
    "saveCostPlan": lambda world: world.hub.costs(100_000 * KRONE),
    "saveFinancePlan": lambda world: world.hub.finance(75_000 * KRONE, 25_000 * KRONE),
    "withdrawApplication": lambda world: REASON,
    "returnApplication": lambda world: REASON,
    "recommendApplication": lambda world: {"outcome": "rejected", "amountOre": 0, "grounds": "Nei"},
    "sendBackApplication": lambda world: REASON,
    "decideApplication": decision,
    "createClaim": lambda world: world.hub.claim_content(1_000 * KRONE),
    "reviewClaim": lambda world: {"approvedOre": 1_000 * KRONE, "reason": "Bare dette"},
    "rejectClaim": lambda world: REASON,
    "sendBackClaim": lambda world: REASON,
    "registerPaid": lambda world: world.county.registration(),
}


def body_for(operation, world):
    """None if it takes none."""
    return BODIES[operation.id](world) if operation.has_body else None
