"""lib/auth accepts what an issuer that shares no code with it signs, and follows its keys."""

import base64
import json

import pytest

ACCEPTED = "ok: trinn-test: tilskudd:sak"
ALGS = ["RS256", "PS256", "ES256"]


@pytest.mark.parametrize("alg", ALGS)
def test_tokens_of_a_foreign_issuer_are_accepted(provider, judge, alg):
    judge.trust(provider.jwks())
    token = provider.token(alg)
    header = json.loads(base64.urlsafe_b64decode(token.split(".")[0] + "=="))
    assert (header["alg"], header["typ"]) == (alg, "at+jwt")
    assert judge.verdict(token) == ACCEPTED
    assert judge.verdict(token) == ACCEPTED
    assert judge.verdict(token[:-8] + "AAAAAAAA") == "signature is wrong"


def test_nothing_is_accepted_before_keys_are_known(provider, judge):
    assert judge.verdict(provider.token("RS256")) == "issuer not trusted"


@pytest.mark.parametrize("alg", ALGS)
def test_keys_rotate_and_the_old_ones_serve_until_they_are_withdrawn(provider, judge, alg):
    judge.trust(provider.jwks())
    old = provider.token(alg)
    assert len(provider.rotate()) == len(ALGS)
    new = provider.token(alg)
    assert judge.verdict(old) == ACCEPTED
    assert judge.verdict(new) == "issuer has no such key"

    judge.trust(provider.jwks())
    assert judge.verdict(old) == ACCEPTED
    assert judge.verdict(new) == ACCEPTED

    provider.rotate()
    judge.trust(provider.jwks())
    assert judge.verdict(old) == "issuer has no such key"
    assert judge.verdict(new) == ACCEPTED
