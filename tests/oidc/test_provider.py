"""lib/auth accepts what an issuer that shares no code with it signs, and follows its keys."""

import base64
import json

ACCEPTED = "ok: trinn-test: trinn:read"


def test_tokens_of_a_foreign_issuer_are_accepted(provider, judge):
    assert judge.verdict(provider.token("RS256")) == "issuer not trusted"
    judge.trust(provider.jwks())
    for alg in provider.about["algorithms"]:
        token = provider.token(alg)
        header = json.loads(base64.urlsafe_b64decode(token.split(".")[0] + "=="))
        assert (header["alg"], header["typ"]) == (alg, "at+jwt")
        assert judge.verdict(token) == ACCEPTED
        assert judge.verdict(token) == ACCEPTED
        assert judge.verdict(token[:-8] + "AAAAAAAA") == "signature is wrong"


def test_the_token_of_a_person_tells_who(provider, judge):
    judge.trust(provider.jwks())
    assert judge.verdict(provider.token_of("kari")) == "ok: kari: trinn:read"


def test_a_token_for_another_service_is_refused(provider, judge):
    judge.trust(provider.jwks())
    assert judge.verdict(provider.token("", resource="urn:other")) == "not meant for us"


def test_keys_rotate_and_the_old_ones_serve_until_they_are_withdrawn(provider, judge):
    algorithms = provider.about["algorithms"]
    judge.trust(provider.jwks())
    old = [provider.token(alg) for alg in algorithms]
    assert len(provider.rotate()) == len(algorithms)
    new = [provider.token(alg) for alg in algorithms]
    assert {judge.verdict(token) for token in old} == {ACCEPTED}
    assert {judge.verdict(token) for token in new} == {"issuer has no such key"}

    judge.trust(provider.jwks())
    assert {judge.verdict(token) for token in old + new} == {ACCEPTED}

    provider.rotate()
    judge.trust(provider.jwks())
    assert {judge.verdict(token) for token in old} == {"issuer has no such key"}
    assert {judge.verdict(token) for token in new} == {ACCEPTED}
