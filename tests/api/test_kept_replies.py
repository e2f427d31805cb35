"""A reply is kept for a request that is sent again, for its time."""

from support.daemon import wait_until
from support.jobs import Jobs

CONTENT = {"text": "Når begynner dere?"}


def test_a_key_is_new_again_when_its_reply_is_old_enough(world, database):
    person = world.county.caseworker
    path = world.hub.apply() / "messages"
    first = {key: person.post(path, CONTENT, key=key).expect(201) for key in ("old", "young")}
    for key, age in (("old", "91 days"), ("young", "89 days")):
        database.run(
            "update trinn.idempotency_keys set created_at = now() - %s::interval where key = %s",
            age,
            key,
        )
    left = "select count(*) from trinn.idempotency_keys where key = 'old'"
    jobs = Jobs(database, replies_every_s=1)
    wait_until(lambda: database.value(left) == 0, 30, "the old reply to be forgotten")
    assert jobs.wait_for("replies.forgotten")["n"] == "1"
    jobs.stop()
    assert person.post(path, CONTENT, key="young").expect(201).replayed
    anew = person.post(path, CONTENT, key="old").expect(201)
    assert not anew.replayed and anew.json["id"] != first["old"].json["id"]
