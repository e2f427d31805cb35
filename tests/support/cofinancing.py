"""Calls that several funding lines finance."""

SHARES = (6000, 4000)


def lines_of(world, n=2, **changes):
    """Ids of new funding lines of the county, each with its own legal basis."""
    county = world.county
    return [
        county.funding_line(
            name=f"Ordning {i + 1}",
            legalBasisId=county.set_up("/v1/legal-bases", county.legal_basis_content()),
            **changes,
        )
        for i in range(n)
    ]


def shares_of(lines, shares=SHARES):
    return [
        {"fundingLineId": line, "shareBasisPoints": share} for line, share in zip(lines, shares)
    ]


def call_of(world, lines, shares=SHARES, **changes):
    return world.county.call(lines[0], lines=shares_of(lines, shares), **changes)
