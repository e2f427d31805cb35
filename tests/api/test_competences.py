"""The vocabulary of competences: one list, which fagpartnere are registered and found by."""

from support import partners
from support.delivery import new_firm

PATH = "/v1/competences"


def codes(person, **asked):
    return [item["code"] for item in person.items(PATH, limit=7, **asked)]


def test_competences_have_names_in_both_languages_and_are_listed_by_code(world):
    items = world.firm.firm.items(PATH, limit=7)
    assert {"code": "sensorer", "name": {"nb": "Sensorer", "en": "Sensors"}} in items
    all_codes = [item["code"] for item in items]
    assert all_codes == sorted(all_codes) and len(set(all_codes)) == len(all_codes)


def test_they_are_found_by_the_beginning_of_a_code_or_of_a_word_of_a_name(world):
    person = world.hub.hub_editor
    assert codes(person, q="sens") == ["sensorer"] == codes(person, q="SENSORS")
    assert codes(person, q="KI") == ["kunstig-intelligens"] == codes(person, q="artificial int")
    assert codes(person, q="grønn") == ["gronn-strategi"] == codes(person, q="gronn-s")
    assert codes(person, q="ensor") == [] == codes(person, q="100 %")


def test_a_code_that_is_not_in_the_list_is_refused_and_those_near_it_are_named(world):
    content = partners.entry_content(
        orgnr=new_firm(world),
        competences=[{"code": c, "level": 1} for c in ("lean", "sensorikk", "hekling")],
    )
    reply = world.hub.signatory.post("/v1/fagpartnere", content)
    assert reply.refused("validation-failed", 422).faults == [
        ("competence-near", "#/competences/1/code"),
        ("competence-unknown", "#/competences/2/code"),
    ]
    assert reply.json["errors"][0]["detail"].endswith("Nær er: sensorer.")
    entry = partners.fagpartner(world, world.hub)
    changed = partners.entry_content(competences=[{"code": "automat", "level": 1}])
    reply = world.hub.signatory.put(entry.path, changed, entry.etag)
    assert reply.refused("validation-failed", 422).faults == [
        ("competence-near", "#/competences/0/code")
    ]


def test_fagpartnere_are_found_by_the_beginning_of_what_they_know(world):
    entry = partners.fagpartner(world, world.hub)
    for written in ("sensor", "SENSORER", "sensors"):
        found = world.hub.signatory.items("/v1/fagpartnere", competence=written, level=2)
        assert entry["id"] in [f["id"] for f in found]
        found = world.hub.signatory.items("/v1/fagpartnere", competence=written, level=3)
        assert entry["id"] not in [f["id"] for f in found]
