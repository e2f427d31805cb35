"""A decision is told in a letter: made by trinn-jobs, with all that the law asks for, and fit to be read."""

import contextlib
import datetime
import hashlib
import json

import pytest
from support import appeals, coapplicants, conditions, evaluations, journal, meetings
from support.bodies import preliminary_answer
from support.cast import LETTERHEAD
from support.daemon import wait_until
from support.jobs import Jobs
from support.letters import Pdf, of_case, pdf_of
from support.parties import KRONE

# What every letter of a decision tells, whatever it says (fvl. §§ 23-27, 11, 18-19, 36, 42).
ALWAYS = {
    "nb": [
        "Vedtaksdato", "Saksnummer", "Saksbehandler", "Organisasjonsnummer", "Begrunnelse",
        "Utvikling av tilbud", "ESA-", "Unntak for næringshager", "Søkt om", "Industri 4.0, vårens utlysning",
        "Dere kan klage", "§ 28", "tre uker", "siste dag er", "§ 29", "§ 30", "Klag skriftlig",
        "§ 32", "Klagenemnda", "§ 33", "§ 42", "§ 36", "§§ 18 og 19", "Med hilsen",
        LETTERHEAD["name"]["nb"], LETTERHEAD["unit"]["nb"], LETTERHEAD["address"], LETTERHEAD["email"],
    ],
    "en": [
        "Date of decision", "Case number", "Caseworker", "Organisation number", "Grounds",
        "Utvikling av tilbud", "ESA-", "Unntak for næringshager", "Applied for", "Industri 4.0, vårens utlysning",
        "You may appeal", "§ 28", "three weeks", "the last day is", "§ 29", "§ 30", "Appeal in writing",
        "§ 32", "Klagenemnda", "§ 33", "§ 42", "§ 36", "§§ 18 and 19", "Yours sincerely",
        LETTERHEAD["name"]["en"], LETTERHEAD["unit"]["en"], LETTERHEAD["address"], LETTERHEAD["email"],
    ],
}  # fmt: skip
# And one that grants.
MONEY = {
    "nb": [
        "Godkjente kostnader", "Fagpartnere", "Workshops", "Sum", "Regionale utviklingsmidler", "FT 1",
        "EFTAs overvåkingsorgan", "Godta tilskuddet innen", "Be om utbetaling", "bokføringsloven",
        "kreve tilbake",
    ],
    "en": [
        "Approved costs", "Fagpartnere", "Workshops", "Total", "Regionale utviklingsmidler", "FT 1",
        "EFTA Surveillance Authority", "Accept the grant by", "Claim payment", "Bookkeeping Act",
        "claim back",
    ],
}  # fmt: skip


@contextlib.contextmanager
def making(database):
    jobs = Jobs(database, letters_every_s=1)
    try:
        yield jobs.wait_ready()
    finally:
        jobs.stop()


@pytest.fixture(scope="module")
def jobs(database):
    with making(database) as one:
        yield one


def made(person, application, language="nb", of="decision"):
    """The newest letter of the kind, once it is made."""

    def found():
        letters = of_case(person, application)
        newest = next((x for x in letters if (x["language"], x["kind"]) == (language, of)), None)
        return newest if newest and newest["state"] == "made" else None

    wait_until(found, 30, "a letter")
    return found()


def decided(world, outcome, hub=None):
    """By the authority that it takes."""
    hub = hub or world.hub
    application = hub.apply()
    amount = {"granted": None, "part_granted": 40_000 * KRONE}.get(outcome, 0)
    if outcome == "ineligible":
        return evaluations.refused(world, hub)
    return hub.county.decide(hub.county.recommend(application, outcome, amount), outcome, amount)


def missing(told, items):
    return [item for item in items if item not in told]


@pytest.mark.parametrize("outcome", ["granted", "part_granted", "rejected", "dismissed"])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_letter_tells_all_it_must(world, jobs, outcome, language):
    hub, county = world.hub.signatory, world.county
    application = decided(world, outcome)
    letter = made(hub, application)
    if language == "en":
        path = f"/v1/applications/{application['id']}/letters"
        asked = hub.make(path, {"letterId": letter["id"], "language": "en"})
        assert (asked["state"], asked["documentId"], asked["askedBy"]) == ("waiting", None, "hub_signatory@granlia")
        letter = made(hub, application, "en")
    pdf = pdf_of(hub, letter)
    told = pdf.text()
    decision = county.caseworker.items(application / "decisions")[-1]
    grants = outcome in ("granted", "part_granted")
    facts = [application["caseNumber"], application["title"], decision["grounds"], decision["decidedBy"],
             world.hub.organisation.name, decision["body"], "caseworker@trondelag"]  # fmt: skip
    assert missing(told, ALWAYS[language] + facts + MONEY[language] * grants) == []
    assert bool(missing(told, MONEY[language][:1])) == (not grants)
    assert "{" not in told and "null" not in told
    pdf.assert_within_margins()


def test_what_is_told_of_it_is_true(world, jobs):
    hub = world.hub.signatory
    application = decided(world, "granted")
    letter = made(hub, application)
    assert (letter["kind"], letter["language"], letter["askedBy"]) == ("decision", "nb", None)
    pdf = pdf_of(hub, letter)
    assert letter["sha256"] == hashlib.sha256(pdf.content).hexdigest()
    assert letter["sizeBytes"] == len(pdf.content)
    assert letter["title"] == f"Vedtak {application['caseNumber'].replace('/', '-')}.pdf"
    document = hub.read(f"/v1/documents/{letter['documentId']}")
    assert (document["origin"], document["state"], document["access"]) == ("letter", "clean", "party")
    assert document["uploader"] is None and document["sha256"] == letter["sha256"]
    world.other_hub.signatory.get(f"/v1/documents/{letter['documentId']}").refused("not-found", 404)
    world.other_hub.signatory.get(f"/v1/letters/{letter['id']}").refused("not-found", 404)
    listed = world.county.caseworker.items("/v1/letters?state=made")
    assert letter["id"] in [each["id"] for each in listed]
    events = world.county.auditor.items(f"/v1/applications/{application['id']}/events")
    done = [e for e in events if (e["objectKind"], e["objectId"]) == ("letter", letter["id"])]
    assert [e["action"] for e in done] == ["make"]
    assert done[0]["detail"]["documentId"] == letter["documentId"]
    world.assert_sound()


def test_reasons_by_criterion_and_requirements_not_met_are_told(world, jobs):
    hub = world.hub
    decision = evaluations.decided(world, hub)
    application = evaluations.application_of(decision, world.county.caseworker)
    pdf = pdf_of(hub.signatory, made(hub.signatory, application))
    told = pdf.text()
    said = ["Kriterium Vekt Poeng", "De to er enige om det meste", "60 prosent", "En sterk plan med noen løse tråder",
            "med poeng fra 0 til 5", "prosent av det høyeste"]  # fmt: skip
    assert missing(told, said) == []
    pdf.assert_within_margins()
    evaluation = evaluations.ineligible(world, hub)
    application = evaluations.application_of(evaluation, world.county.caseworker)
    recommended = world.county.recommend(application, "ineligible")
    application = world.county.decide(recommended, "ineligible")
    pdf = pdf_of(hub.signatory, made(hub.signatory, application))
    assert missing(pdf.text(), ["oppfyller ikke vilkårene", "Ikke en næringshage", *ALWAYS["nb"]]) == []


def test_a_committee_is_named_with_its_resolution(world, jobs):
    application = world.hub.apply(applied_ore=600_000 * KRONE)
    world.county.decide(world.county.recommend(application))
    told = pdf_of(world.hub.signatory, made(world.hub.signatory, application)).text()
    assert "Hovedutvalget vedtok" in told and "i sak HU 12/26" in told
    assert "delegert fullmakt" not in told


def test_each_line_that_finances_it_is_told_with_its_part(world, jobs):
    county = world.county
    lines = [
        county.funding_line(
            name=f"Ordning {n}",
            legalBasisId=county.set_up("/v1/legal-bases", county.legal_basis_content(**basis)),
        )
        for n, basis in enumerate([{"title": "Unntak"}, {"kind": "de_minimis", "title": "Litt"}])
    ]
    shares = [{"fundingLineId": x, "shareBasisPoints": bp} for x, bp in zip(lines, (6000, 4000))]
    call = county.call(lines[0], lines=shares)
    application = county.decide(county.recommend(world.hub.apply(call)))
    pdf = pdf_of(world.hub.signatory, made(world.hub.signatory, application))
    told = ["Ordning 0, ", "Unntak 45 000,00", "Ordning 1, ", "Litt 30 000,00", "bagatellmessig støtte",
            "2023/2831", "EFTAs overvåkingsorgan"]  # fmt: skip
    assert missing(pdf.text(), told) == []


def test_conditions_are_told_with_when_each_is_to_be_met(world, jobs):
    due = world.today + datetime.timedelta(90)
    asked = [conditions.condition(), conditions.condition("start_by", text="Prosjektet er begynt.", dueOn=str(due))]
    application = conditions.decided(world.hub, *asked)
    pdf = pdf_of(world.hub.signatory, made(world.hub.signatory, application))
    said = ["Vilkår", asked[0]["text"], "før vi betaler ut noe.", asked[1]["text"], f"Fristen er {due:%d.%m.%Y}.",
            "Meld fra til oss", "når fristen er ute, betaler vi ikke ut"]  # fmt: skip
    assert missing(pdf.text(), said) == []
    pdf.assert_within_margins()


def resolved_by(world, body):
    """A case that a body with the authority has resolved, and its item."""
    county = world.county
    line = county.funding_line()
    meetings.delegate(world, body, line)
    application = world.recommended(call=county.call(line))
    return application, meetings.resolved(world, application, body)


def enter(world, application, item):
    content = world.county.decision(application)
    content |= {"meetingItemId": item["id"], "grounds": meetings.GROUNDS}
    world.county.secretary.do(application, "decide", content)


def test_the_meeting_that_decided_is_told_and_its_authority(world, jobs):
    body = meetings.body(world)
    application, item = resolved_by(world, body)
    enter(world, application, item)
    told = pdf_of(world.hub.signatory, made(world.hub.signatory, application)).text()
    said = [f"{body['name']} vedtok", f"sak 1 i møte 1/{world.year}, {world.today:%d.%m.%Y}", "gitt i sak FT 14/26"]
    assert missing(told, said) == []
    assert "i sak sak" not in told and "delegert fullmakt" not in told


def test_a_body_decided_on_the_day_that_it_met(world, jobs):
    body = meetings.body(world)
    application, item = resolved_by(world, body)
    world.database.run(
        "set session_replication_role = replica; update trinn.meetings set starts_at = starts_at -"
        " interval '2 days', opened_at = opened_at - interval '2 days' where id = (select meeting_id from trinn.meeting_items where id = %s)",
        item["id"],
    )
    world.database.run(
        "select trinn.act_as_system(county_id), trinn.audit('meeting', meeting_id, 'change', 'meeting', meeting_id,"
        " null, '{}') from trinn.meeting_items where id = %s",
        item["id"],
    )
    enter(world, application, item)
    told = pdf_of(world.hub.signatory, made(world.hub.signatory, application)).text()
    day = world.today - datetime.timedelta(2)
    assert missing(told, [f"{body['name']} vedtok {day:%d.%m.%Y}"]) == []


def test_the_meeting_that_advised_is_told(world, jobs):
    application, body = world.recommended(), meetings.body(world)
    meetings.resolved(world, application, body)
    world.county.decide(application)
    told = pdf_of(world.hub.signatory, made(world.hub.signatory, application)).text()
    assert missing(told, [f"{body['name']} ga råd om søknaden som sak 1", "delegert fullmakt", "inntil"]) == []


def test_what_was_accepted_before_an_appeal_is_not_to_be_accepted_again(world, jobs):
    hub = world.hub
    application = {"id": appeals.allowed(world, hub)["application"]["id"]}
    told = pdf_of(hub.signatory, made(hub.signatory, application)).text()
    assert missing(told, ["Dere har godtatt tilskuddet, og trenger ikke gjøre det på nytt"]) == []
    assert "Godta tilskuddet innen" not in told


def test_of_what_the_board_set_aside_the_party_is_told_that_nothing_is_paid(world, jobs):
    hub = world.hub
    appeal = appeals.settle(hub, appeals.answered(world, hub, outcome="sent_back"))
    letter = made(hub.signatory, {"id": appeal["application"]["id"]}, of="appeal")
    said = ["har opphevet vedtaket", "vi betaler ikke ut noe av det"]
    assert missing(pdf_of(hub.signatory, letter).text(), said) == []


def test_what_is_answered_in_an_appeal_is_told_in_a_letter(world, jobs):
    hub = world.hub
    appeal = appeals.forwarded(world, hub)
    application = {"id": appeal["application"]["id"]}
    letter = made(hub.signatory, application, of="appeal")
    case = appeal["application"]["caseNumber"]
    assert (letter["appealId"], letter["decisionId"]) == (appeal["id"], None)
    assert letter["title"] == f"Svar på klage {case.replace('/', '-')}.pdf"
    pdf = pdf_of(hub.signatory, letter)
    by = datetime.date.fromisoformat(appeal["commentBy"])
    said = ["Klagen er sendt til Klagenemnda", "§ 33", f"innen {by:%d.%m.%Y}", "Det vi har skrevet til Klagenemnda",
            appeals.GROUNDS["grounds"], "decision_maker@trondelag", case]  # fmt: skip
    assert missing(pdf.text(), said) == []
    assert "Dere kan klage" not in pdf.text()
    pdf.assert_within_margins()
    english = hub.signatory.make(f"/v1/applications/{application['id']}/letters", {"letterId": letter["id"], "language": "en"})
    assert english["kind"] == "appeal"
    assert "The appeal is sent to Klagenemnda" in pdf_of(hub.signatory, made(hub.signatory, application, "en", "appeal")).text()
    world.assert_sound()


def test_a_decision_after_an_appeal_says_so_and_one_of_the_board_is_not_appealed(world, jobs):
    hub = world.hub
    appeal = appeals.allowed(world, hub)
    application = {"id": appeal["application"]["id"]}
    assert "etter klagen som Granlia næringshage AS sendte" in decision_told(hub, application)
    appeal = appeals.settle(hub, appeals.answered(world, hub, outcome="allowed_in_part", amount_ore=appeals.RAISED))
    application = {"id": appeal["application"]["id"]}
    told = decision_told(hub, application)
    assert "§ 28 tredje ledd" in told and "Dere kan klage" not in told
    assert [x["kind"] for x in of_case(hub.signatory, application)] == ["decision", "appeal", "decision"]


def decision_told(hub, application):
    newest = appeals.newest_decision(hub.signatory, hub.signatory.read(f"/v1/applications/{application['id']}"))

    def found():
        letters = of_case(hub.signatory, application)
        return [x for x in letters if x["decisionId"] == newest["id"] and x["state"] == "made"]

    wait_until(found, 30, "its letter")
    return pdf_of(hub.signatory, found()[0]).text()


def test_a_letter_is_the_document_of_its_journal_post(world, jobs):
    application = decided(world, "rejected")
    letter = made(world.hub.signatory, application)
    post = journal.post(world.county.archivist, application, "VEDTAK")
    assert [(d["documentId"], d["isMain"]) for d in post["documents"]] == [(letter["documentId"], True)]


def test_a_letterhead_is_changed_by_two_persons(world, jobs):
    changed = LETTERHEAD | {"unit": {"nb": "Næringsavdelingen", "en": "Business"}, "phone": "75 00 00 00"}
    world.county.set_up("/v1/letterheads", changed)
    try:
        (newest, *_) = world.county.caseworker.items("/v1/letterheads")
        assert {key: newest[key] for key in changed} == changed
        told = pdf_of(world.hub.signatory, made(world.hub.signatory, decided(world, "rejected"))).text()
        assert missing(told, ["Næringsavdelingen", "75 00 00 00"]) == []
    finally:
        world.county.set_up("/v1/letterheads", LETTERHEAD)


def test_letters_that_wait_are_counted(world):
    decided(world, "rejected")
    told = dict(line.split(" ") for line in world.nobody.get("/metrics").text.splitlines() if line.startswith("trinn_letters"))
    assert set(told) == {"trinn_letters_waiting", "trinn_letters_failing"}


WORD = "næringsmiddelteknologiutviklingsselskapsforetaksregistreringsnemnd"
LONG_NAME = ("Innherred og omegn felles " * 7)[:180] + " SA"


def long_line(world):
    """Twenty cost groups with long names."""
    groups = [
        {"code": f"gruppe_{chr(97 + n)}", "name": f"{n}. {LONG_NAME}", "earmarked": n % 2 == 0}
        for n in range(20)
    ]
    return world.county.funding_line(costGroups=groups), [group["code"] for group in groups]


def test_what_is_long_flows_over_pages(world, database, jobs):
    """A name, a title, grounds of 20 000 characters with a word wider than the page, a long table."""
    hub, county = world.other_hub, world.county
    database.run("update trinn.organisations set name = %s where orgnr = %s", LONG_NAME, hub.orgnr)
    line, codes = long_line(world)
    call = county.call(line, costGroups=codes)
    draft = hub.draft(call)
    draft = hub.signatory.save(draft, "plan", hub.plan(title=f"{WORD} {LONG_NAME}"[:200]))
    costs = [{"costGroup": c, "description": "Timer", "amountOre": 12_345_678_90} for c in codes]
    draft = hub.signatory.save(draft, "cost-plan", {"costs": costs})
    total = sum(cost["amountOre"] for cost in costs)
    finance = hub.finance(total // 2, total - total // 2)
    draft = hub.signatory.save(draft, "finance-plan", finance)
    application = hub.signatory.do(draft, "submit")
    grounds = f"Først.\n\n{WORD * 3}\n" + "Planen er god og gjennomførbar, og kostnadene er rimelige. " * 330
    content = county.decision(application) | {"resolution": "HU 12/26", "grounds": grounds[:19_900] + " Slutt."}
    recommended = county.recommend(application)
    application = county.secretary.do(recommended, "decide", content)
    pdf = pdf_of(hub.signatory, made(hub.signatory, application))
    told = pdf.text()
    assert missing(told, ["Først.", "Slutt.", "19. Innherred", "246 913 578,00", *ALWAYS["nb"][:4]]) == []
    assert sum("Kostnadsgruppe" in line for line in pdf.lines()) >= 2, "the table repeats its head"
    pages = int(pdf.info()["Pages"])
    sender = LETTERHEAD["name"]["nb"]
    for page in range(1, pages + 1):
        told = [sender, application["caseNumber"], f"Side {page} av {pages}"]
        assert missing(pdf.head(page), told) == []
    pdf.assert_within_margins()


def test_a_letter_is_fit_to_be_read_and_kept(world, jobs):
    """By eyes, by ears and in ten years: its fonts are in it, and its language, title and structure."""
    application = decided(world, "granted")
    pdf = pdf_of(world.hub.signatory, made(world.hub.signatory, application))
    info = pdf.info()
    assert info["Page size"].endswith("(A4)") and info["Tagged"] == "yes"
    assert info["Title"] == f"Tilsagn om tilskudd til «{application['title']}»"
    assert info["Author"] == LETTERHEAD["name"]["nb"]
    assert b"/Lang (nb)" in pdf.content
    assert pdf.fonts() == {"OpenSans": ("yes", "yes"), "OpenSans-Semibold": ("yes", "yes")}
    text = [line for line in pdf.lines() if line.count(" ") > 6]
    widths = sorted(len(line.strip()) for line in text if not line.startswith("  "))
    assert 60 <= widths[len(widths) // 2] <= 76, widths


def test_the_same_data_is_the_same_file(world, database, jobs):
    """What a letter was made of is kept with it: from that it is made again, to the byte."""
    application = decided(world, "part_granted")
    letter = made(world.hub.signatory, application)
    kept = database.value("select content::text from trinn.letters where id = %s", letter["id"])
    assert json.loads(kept)["language"] == "nb"
    assert "cairo" in database.value("select setter from trinn.letters where id = %s", letter["id"])
    lose_file(database, letter)
    again = made(world.hub.signatory, application)
    assert again["documentId"] != letter["documentId"] and again["sha256"] == letter["sha256"]


def move_heads(database, county, to):
    """As if nobody had said who writes for a county."""
    with database.connect() as connection, connection.cursor() as cursor:
        cursor.execute("set session_replication_role = replica")
        cursor.execute("update trinn.letterheads set county_id = %s where county_id = %s", (to, county))


def lose_file(database, letter):
    """As if it had not been made yet."""
    with database.connect() as connection, connection.cursor() as cursor:
        cursor.execute("set session_replication_role = replica")
        cursor.execute(
            "update trinn.letters set state = 'waiting', content = null, setter = null,"
            " document_id = null, made_at = null where id = %s",
            (letter["id"],),
        )


def test_one_is_asked_for_once_in_each_language(world, jobs):
    hub = world.hub.signatory
    application = decided(world, "rejected")
    letter = made(hub, application)
    path = f"/v1/applications/{application['id']}/letters"
    wanted = {"letterId": letter["id"], "language": "en"}
    hub.make(path, wanted)
    reply = world.county.caseworker.post(path, wanted).refused("letter-asked", 409)
    assert "engelsk" in reply.json["detail"]
    hub.post(path, wanted | {"language": "nb"}).refused("letter-asked", 409)
    other = decided(world, "rejected")
    wrong = hub.post(f"/v1/applications/{other['id']}/letters", wanted)
    assert wrong.refused("validation-failed").faults == [("unknown-reference", "#/letterId")]
    world.other_hub.signatory.post(path, wanted).refused("not-found", 404)


def test_in_another_language_it_rests_on_the_resolutions_of_its_day(world, jobs):
    hub, county = world.hub, world.county
    line = county.funding_line()
    application = hub.apply(county.call(line))
    application = county.decide(county.recommend(application))
    letter = made(hub.signatory, application)
    later = county.appropriation_content(KRONE, resolution="FT 99/2030")
    county.set_up(f"/v1/funding-lines/{line}/appropriations", later)
    path = f"/v1/applications/{application['id']}/letters"
    hub.signatory.make(path, {"letterId": letter["id"], "language": "en"})
    told = pdf_of(hub.signatory, made(hub.signatory, application, "en")).text()
    assert "(appropriated as item FT 1)" in told and "FT 99/2030" not in told
    after = county.decide(county.recommend(hub.apply(county.call(line))))
    told = pdf_of(hub.signatory, made(hub.signatory, after)).text()
    assert "FT 1, FT 99/2030" in told


def test_what_could_not_be_made_is_seen_and_tried_again(world, database, jobs):
    """The county has no letterhead; when it has, the letter is made."""
    move_heads(database, 50, 0)
    application = decided(world, "granted")
    (waiting,) = of_case(world.county.caseworker, application)
    jobs.wait_for("letter.failed", id=waiting["id"])
    (seen,) = of_case(world.county.caseworker, application)
    assert (seen["state"], seen["failure"]["attempts"]) == ("waiting", 1)
    assert seen["failure"]["why"] == f"letter {waiting['id']} lacks address, appealBody, email, sender"
    (told,) = of_case(world.hub.signatory, application)
    assert told["failure"] is None
    failing = world.county.archivist.items("/v1/letters?state=waiting")
    assert application["id"] in [x["applicationId"] for x in failing if x["failure"]]
    move_heads(database, 0, 50)
    database.run("update trinn.letter_failures set next_at = now()")
    assert made(world.hub.signatory, application)["failure"] is None
    world.assert_sound()


def test_a_preliminary_answer_is_told_in_a_letter_that_the_journal_keeps(world, jobs):
    hub, county, content = world.hub.signatory, world.county, preliminary_answer(world)
    application = county.caseworker.do(world.hub.apply(), "preliminary-answer", content)
    letter = made(hub, application, of="preliminary_answer")
    pdf = pdf_of(hub, letter)
    day = datetime.date.fromisoformat(content["expectedOn"]).strftime("%d.%m.%Y")
    facts = [application["caseNumber"], application["title"], world.hub.organisation.name, content["reason"], day,
             "§ 11 a", "caseworker@trondelag", LETTERHEAD["name"]["nb"]]  # fmt: skip
    told = pdf.text()
    assert missing(told, facts) == [] and "{" not in told and "null" not in told
    pdf.assert_within_margins()
    (post,) = [p for p in journal.posts(county.archivist, application) if p["title"].startswith("Foreløpig svar")]
    post = county.archivist.read(f"/v1/journal-posts/{post['id']}")
    assert [(d["documentId"], d["isMain"]) for d in post["documents"]] == [(letter["documentId"], True)]


# ---- with partners


def falls_on(world, application, n):
    """As if it was carried out by so many together; the register has fewer."""
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.decisions set calculation = jsonb_set(calculation, '{organisations}', ("
        "  select jsonb_agg(jsonb_build_object('orgnr', o.orgnr, 'budgetOre', 769230700, 'amountOre', 384615351))"
        "  from (select orgnr from trinn.organisations, generate_series(1, 2) n order by n, length(name) desc, id limit %s) o))"
        " where application_id = %s",
        *(n, application["id"]),
    )


@pytest.mark.parametrize("n", [2, 13])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_what_falls_on_each_is_a_table(world, jobs, n, language):
    hub = world.hub
    application = coapplicants.apply(hub, world.firm)
    decided = world.county.decide(world.county.recommend(application))
    made(hub.signatory, decided)
    falls_on(world, decided, n)
    world.database.run(
        "set session_replication_role = replica; update trinn.letters set state = 'waiting', content = null,"
        " setter = null, document_id = null, made_at = null, language = %s where application_id = %s",
        *(language, decided["id"]),
    )
    world.database.run("notify trinn_jobs, 'letters'")
    pdf = pdf_of(hub.signatory, made(hub.signatory, decided, language))
    pdf.assert_within_margins()
    told = pdf.text()
    for word in {"nb": ["Organisasjon", "7 692 307,00", "Sum"], "en": ["Organisation", "7,692,307.00", "Total"]}[language]:
        assert word in told
    assert told.count({"nb": "3 846 153,51", "en": "3,846,153.51"}[language]) == n


def test_a_partner_reads_the_letter(world, jobs):
    application = coapplicants.apply(world.hub, world.firm)
    decided = world.county.decide(world.county.recommend(application))
    letter = made(world.firm.firm, decided)
    told = pdf_of(world.firm.firm, letter).text()
    assert "som fordeler det på dem som gjennomfører prosjektet" in told
    path = f"/v1/documents/{letter['documentId']}/content"
    assert world.other_hub.signatory.get(path).status == 404
