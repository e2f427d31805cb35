"""A mail server that speaks SMTP, and does as it is told."""

import contextlib
import email
import email.policy
import socketserver
import threading
import uuid

REFUSED = "550 5.1.1 Ukjent mottaker"


class _Conversation(socketserver.StreamRequestHandler):
    """One client's. What it says is kept as it came."""

    def handle(self):
        with contextlib.suppress(ConnectionError, TimeoutError):
            self.server.connections += 1
            self.say("greeting", "220 mail.test")
            while line := self.rfile.readline().decode("ascii").rstrip("\r\n"):
                self.server.commands.append(line)
                if not self.answer(line):
                    return

    def say(self, what, usually):
        """False where the connection is to be cut."""
        answer = self.server.answer_to(what, usually)
        if answer is CUT:
            return False
        if answer is STUCK:
            self.server.released.wait(60)
            return False
        self.wfile.write(answer.encode("utf-8") + b"\r\n")
        return True

    def answer(self, line):
        verb = line.split()[0].upper()
        if verb == "EHLO":
            return self.say("EHLO", self.server.extensions)
        if verb == "DATA":
            return self.say("DATA", "354 Go on") and self.take()
        if verb == "QUIT":
            return self.say("QUIT", "221 Bye") and False
        if verb == "AUTH":
            self.wfile.write(b"334 \r\n")
            self.rfile.readline()
            return self.say("AUTH", "235 2.7.0 Ok")
        return self.say(verb, "250 2.1.0 Ok")

    def take(self):
        if self.server.answer_to("content", None) is CUT:
            self.rfile.readline()
            return False
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line[1:] if line.startswith(b".") else line)
        self.server.taken.append(b"".join(lines))
        return self.say("message", "250 2.0.0 Ok: queued as 4F2A81C3")


CUT, STUCK = object(), object()


class MailServer(socketserver.ThreadingTCPServer):
    """`answers` says what comes instead of yes: a list for each of greeting, EHLO, AUTH, MAIL, RCPT,
    DATA, content and message, of which each time takes the first and leaves the last; None is yes."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, **answers):
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.answers = {what: list(several) for what, several in answers.items()}
        self.extensions = "250 mail.test"
        self.connections = 0
        self.commands = []
        self.taken = []
        self.released = threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def answer_to(self, what, usually):
        several = self.answers.get(what, [None])
        answer = several.pop(0) if len(several) > 1 else several[0]
        return usually if answer is None else answer

    def settings(self, **others):
        return {
            "mail_server": "127.0.0.1",
            "mail_port": self.server_address[1],
            "mail_security": "none",
            "mail_from": "ikke-svar@trondelag.test",
            "mail_every_s": 1,
            "mail_timeout_s": 2,
            "portal": "https://portal.trondelag.test/",
        } | others

    def messages(self):
        """Those it took, as mail programs read them."""
        return [email.message_from_bytes(m, policy=email.policy.default) for m in list(self.taken)]

    def stop(self):
        self.released.set()
        self.shutdown()
        self.server_close()


# ---- who wants e-mail, and what becomes of it without a server


SETTINGS = "/v1/me/notification-settings"
CODE = "KDTB-2345"


def choose(person, address, language="nb", by_email="all"):
    """What a person is told by e-mail; a new address is to be confirmed."""
    wanted = {"language": language, "byEmail": by_email} | ({"address": address} if address else {})
    return person.put(SETTINGS, wanted, person.read(SETTINGS).etag).expect(200).json


def plant(database, person, code=CODE):
    """The code that counts is this one, as if it had been sent."""
    database.run("update trinn.address_codes set asked_at = now() - interval '2 days'")
    database.run(
        "update trinn.address_codes c set made_at = now(),"
        " code_sha256 = trinn.code_digest(c.id, translate(%s, '-', ''))"
        " where person_id = %s and not exists (select from trinn.address_codes n"
        " where n.person_id = c.person_id and n.organisation_id = c.organisation_id and n.id > c.id)",
        code,
        int(person.person),
    )


def asked(world, hub):
    """What the hub's signatory has chosen, who gave a new address and has its code."""
    address = f"ny-{uuid.uuid4().hex}@granlia.test"
    choose(hub.signatory, address, by_email="none")
    plant(world.database, hub.signatory)
    return hub.signatory.read(SETTINGS)


def wish(world, person, address, language="nb", by_email="all"):
    """As the person would have it, at an address that is confirmed."""
    if choose(person, address, language, by_email)["asked"]:
        plant(world.database, person)
        person.post(SETTINGS + "/confirm", {"code": CODE}).expect(200)


def deliveries(person, case, **query):
    return person.items(case / "deliveries", **query)


def told(world, hub, state="sent", answer="250 2.0.0 Ok: queued as 4F2A81C3"):
    """A case, of whose message the hub's signatory is told by e-mail."""
    case = hub.apply()
    wish(world, hub.signatory, "leder@granlia.test")
    hub.county.caseworker.make(case / "messages", {"text": "Hvilken av postene gjelder?"})
    world.database.run("select trinn.jobs_notify(1000000)")
    while world.database.rows("select id from trinn.jobs_next_mail(3600)"):
        pass
    world.database.run(
        "select trinn.jobs_mail_ended(county_id, id, %s, %s) from trinn.deliveries"
        " where application_id = %s and state = 'sending'",
        state,
        answer,
        case["id"],
    )
    wish(world, hub.signatory, "leder@granlia.test", by_email="none")
    return case


def newest(world, hub, case):
    by_email = [d for d in deliveries(hub.county.caseworker, case) if d["channel"] == "email"]
    return hub.county.caseworker.read(f"/v1/deliveries/{by_email[0]['id']}")


def sent(world, hub):
    return newest(world, hub, told(world, hub))


def failed(world, hub):
    return newest(world, hub, told(world, hub, "failed", REFUSED))
