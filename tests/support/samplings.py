"""Samplings of hubs, as the county draws them and follows them up."""

import functools
import itertools

from support.delivery import enrolled

MASK = (1 << 64) - 1


@functools.cache
def sampled_programme(world, hub):
    """One in which the hub follows two firms."""
    programme = hub.county.programme()
    for _ in range(2):
        enrolled(world, hub, None, programme)
    return programme


def new_sampling(world, hub=None, **changes):
    """Of both."""
    hub = hub or world.hub
    content = {
        "programmeId": changes.pop("programmeId", None) or sampled_programme(world, hub),
        "hubOrgnr": hub.orgnr,
        "title": "Vårens stikkprøve",
        "criteria": "Er timene bekreftet av bedriften?",
        "periodFrom": f"{world.year}-01-01",
        "periodTo": str(world.today),
    }
    size = {} if "shareBasisPoints" in changes else {"size": 5}
    return content | size | changes


def drawn(world, hub, **changes):
    return hub.county.programme_lead.make("/v1/samplings", new_sampling(world, hub, **changes))


def finding(world, **changes):
    """A breach in the first case."""
    return {
        "case": 1,
        "finding": "Timene er ført to ganger",
        "severity": "breach",
        "followUp": "Rett timelisten",
        "followUpBy": str(world.today),
    } | changes


def in_order(case):
    return {"case": case, "finding": "Alt stemmer", "severity": "none"}


FOLLOWED = {"case": 1, "followed": "Timelisten er rettet"}


def found(world, hub, **changes):
    sampling = drawn(world, hub, **changes)
    return hub.county.programme_lead.do(sampling, "note-finding", finding(world))


def answer(world, **changes):
    return {"case": 1, "answer": "Timelisten er rettet", "doneOn": str(world.today)} | changes


def again(world, **changes):
    return {"case": 1, "reason": "Mars mangler", "followUpBy": str(world.today)} | changes


def asked(world, hub, **changes):
    """The hub sees what it is to follow up."""
    return hub.county.programme_lead.do(found(world, hub, **changes), "open")


def answered(world, hub, **changes):
    return hub.signatory.do(asked(world, hub, **changes), "answer-finding", answer(world))


def opened(world, hub, **changes):
    return hub.county.programme_lead.do(drawn(world, hub, **changes), "open")


def followed(world, hub):
    """Open, with each of its cases closed."""
    lead = hub.county.programme_lead
    sampling = lead.do(found(world, hub), "open")
    sampling = lead.do(sampling, "close-case", FOLLOWED)
    sampling = lead.do(sampling, "note-finding", in_order(2))
    return lead.do(sampling, "close-case", {"case": 2})


def closed(world, hub):
    return hub.county.programme_lead.do(followed(world, hub), "close")


def numbers(seed):
    """SplitMix64."""
    for i in itertools.count(1):
        z = (seed + i * 0x9E3779B97F4A7C15) & MASK
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        yield z ^ (z >> 31)


def draw_again(seed, population, k):
    """As the document says it is done."""
    cases, random = list(population), numbers(seed)
    for i in range(k):
        n = len(cases) - i
        r = next(r for r in random if r >= (1 << 64) % n)
        cases[i], cases[i + r % n] = cases[i + r % n], cases[i]
    return cases[:k]
