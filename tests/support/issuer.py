"""Token issuers of the tests: keys, rows in the database, tokens."""

import base64
import json
import time
import uuid

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa

AUDIENCE = "https://trinn.test"
PERSONS = ["county", "hub", "firm", "partner"]


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


class Issuer:
    """One issuer with one key."""

    def __init__(self, iss, algorithm="ES256", kid="k1"):
        self.iss = iss
        self.algorithm = algorithm
        self.kid = kid
        if algorithm == "ES256":
            self.key = ec.generate_private_key(ec.SECP256R1())
        else:
            self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    def jwk(self):
        """The public half; PyJWT's own would drop a leading zero of a coordinate."""
        public = self.key.public_key().public_numbers()
        if self.algorithm == "ES256":
            members = {"kty": "EC", "crv": "P-256", "x": (public.x, 32), "y": (public.y, 32)}
        else:
            members = {"kty": "RSA", "n": (public.n, 256), "e": (public.e, 3)}
        encoded = {
            name: value if isinstance(value, str) else base64url(value[0].to_bytes(value[1], "big"))
            for name, value in members.items()
        }
        return encoded | {"kid": self.kid, "use": "sig"}

    def publish(self, database, kinds=PERSONS, county_ids=None, audience=AUDIENCE):
        """Makes the daemon trust it; one that runs is told."""
        database.run(
            "with i as (insert into trinn.issuers (iss, audience, algorithms, kinds, county_ids)"
            " values (%s, %s, %s, %s, %s) returning id)"
            " insert into trinn.issuer_keys (issuer_id, kid, jwk) select id, %s, %s from i",
            *(self.iss, audience, [self.algorithm], kinds, county_ids),
            *(self.kid, json.dumps(self.jwk())),
        )
        database.run("notify trinn_keys")

    def token(self, subject=None, header=None, key=None, algorithm=None, **claims):
        """A token for somebody, good for half an hour; claims given as None are left out."""
        now = int(time.time())
        everything = {
            "iss": self.iss,
            "sub": subject,
            "aud": AUDIENCE,
            "iat": now,
            "exp": now + 1800,
            "jti": str(uuid.uuid4()),
        } | claims
        return jwt.encode(
            {name: value for name, value in everything.items() if value is not None},
            key if key is not None else self.key,
            algorithm=algorithm or self.algorithm,
            headers={"kid": self.kid, "typ": "at+jwt"} | (header or {}),
        )
