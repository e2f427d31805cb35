"""Files of pain.001 as others read them: the XML of Python, ISO's schemas where they are beside the
repository, and Unicode's own tables of letters."""

import pathlib
import shutil
import subprocess
import unicodedata
import xml.etree.ElementTree
from decimal import Decimal

import pytest

ROOT = pathlib.Path(__file__).parents[4]
PROGRAM = "build/asan/tests/support/pain-file"
SCHEMAS = ROOT.parent / "shared/reference/xsd"
NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001."
VERSIONS = ["03", "09"]
NAMES = ["Bedrift Øst AS", "Foss & Sønn <ANS>", "//", "x" * 300, "Čáhcesuolu \U0001f600", ""]


@pytest.fixture(scope="module", autouse=True)
def program():
    subprocess.run(["make", "-s", "FLAVOUR=asan", PROGRAM], cwd=ROOT, check=True)


def write(version, names):
    """The file that pays to these names, as bytes."""
    lines = "".join(name + "\n" for name in names).encode()
    done = subprocess.run([ROOT / PROGRAM, version], input=lines, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


def texts(data, version, path):
    tree = xml.etree.ElementTree.fromstring(data)
    return [e.text for e in tree.iterfind(f".//{path}", {"": NAMESPACE + version})]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("n", [1, 2, 1000])
def test_fm_3_a_file_is_valid_by_the_schema(tmp_path, version, n):
    schema = SCHEMAS / f"pain.001.001.{version}.xsd"
    if not schema.exists():
        pytest.skip("no XSD")
    if not shutil.which("xmllint"):
        pytest.skip("no xmllint")
    path = tmp_path / "file.xml"
    path.write_bytes(write(version, (NAMES * n)[:n]))
    done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, path],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("n", [1, 2, 1000])
def test_fm_3_number_and_sum_are_those_of_the_payments(version, n):
    data = write(version, (NAMES * n)[:n])
    amounts = texts(data, version, "InstdAmt")
    assert texts(data, version, "NbOfTxs") == [str(n)] * 2 and len(amounts) == n
    assert [Decimal(s) for s in texts(data, version, "CtrlSum")] == [sum(map(Decimal, amounts))] * 2
    ids = texts(data, version, "EndToEndId")
    assert len(set(ids)) == n and texts(data, version, "InstrId") == ids


def base(letter):
    """The letter of English, æ, ø or å that Unicode decomposes it to; None if it is made of none."""
    marked = unicodedata.normalize("NFD", letter)
    ringed = unicodedata.normalize("NFC", marked[0] + "\u030a") if "\u030a" in marked[1:] else ""
    plain = ringed if ringed in ("å", "Å") else marked[0]
    return plain if len(marked) > 1 and (plain.isascii() or plain in "æøåÆØÅ") else None


def test_a_letter_becomes_the_one_that_unicode_decomposes_it_to():
    letters = [chr(code) for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]]
    made = [(letter, base(letter)) for letter in letters if letter.isalpha() and base(letter)]
    assert len(made) > 400
    in_one = write("09", [letter for letter, _ in made])
    assert list(zip([letter for letter, _ in made], texts(in_one, "09", "Cdtr/Nm"))) == made
    in_two = write("09", [unicodedata.normalize("NFD", letter) for letter, _ in made])
    assert texts(in_two, "09", "Cdtr/Nm") == [plain for _, plain in made]


def test_whatever_is_in_a_name_it_has_the_length_that_the_schema_takes():
    everything = [chr(code) for code in range(0x20, 0x3000)]
    names = ["".join(everything[i:i + 300]) for i in range(0, len(everything), 300)]
    for name in texts(write("03", names), "03", "Cdtr/Nm"):
        assert 1 <= len(name) <= 140
