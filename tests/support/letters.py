"""Letters of a case, and what is to be seen in their PDF."""

import pathlib
import re
import subprocess
import tempfile

from support.documents import PDF

# A4 at 72 dots an inch; where lib/letter sets text, with a dot to either side.
WIDTH, HEIGHT = 595, 842
LEFT, RIGHT, TOP, BOTTOM = 102, 494, 46, 770
HEAD = 70  # of each page, so high


def run(*command):
    return subprocess.run([*map(str, command)], check=True, capture_output=True).stdout


class Pdf:
    def __init__(self, content):
        self.content = content
        self.folder = tempfile.TemporaryDirectory(prefix="trinn-letter-")
        self.path = pathlib.Path(self.folder.name, "letter.pdf")
        self.path.write_bytes(content)

    def text(self):
        """Without the heads of pages, as a reader would copy it: lines joined, ordinary spaces."""
        return self.read(1, 10_000, HEAD, HEIGHT - HEAD)

    def head(self, page):
        return self.read(page, page, 0, HEAD)

    def read(self, first, last, top, height):
        area = ["-x", 0, "-y", top, "-W", WIDTH, "-H", height]
        pages = ["-f", first, "-l", min(last, int(self.info()["Pages"]))]
        told = run("pdftotext", "-enc", "UTF-8", *area, *pages, self.path, "-").decode()
        return re.sub(r"\s+", " ", told.replace("\N{NO-BREAK SPACE}", " "))

    def lines(self):
        """As they stand beneath each other, pages one after another."""
        told = run("pdftotext", "-layout", "-enc", "UTF-8", self.path, "-").decode()
        return told.replace("\N{NO-BREAK SPACE}", " ").splitlines()

    def info(self):
        told = run("pdfinfo", self.path).decode().splitlines()
        return dict(re.split(r":\s*", line, maxsplit=1) for line in told)

    def fonts(self):
        """Name, and whether it is embedded and its letters can be told."""
        rows = [line.split() for line in run("pdffonts", self.path).decode().splitlines()[2:]]
        return {row[0].split("+")[-1]: (row[-5], row[-3]) for row in rows}

    def pages(self):
        """Each as its rows of grey dots."""
        run("pdftoppm", "-gray", "-r", 72, self.path, self.path.with_suffix(""))
        for path in sorted(self.path.parent.glob("*.pgm")):
            header, dots = re.match(rb"P5\s+(\d+) (\d+)\s+255\s", path.read_bytes()), None
            width, height = int(header[1]), int(header[2])
            dots = path.read_bytes()[header.end() :]
            yield [dots[y * width : (y + 1) * width] for y in range(height)]

    def assert_within_margins(self):
        """There is ink on each page, and none outside the type area."""
        for number, rows in enumerate(self.pages(), 1):
            assert (len(rows[0]), len(rows)) == (WIDTH + 1, HEIGHT), f"page {number} is A4"
            inked = [y for y, row in enumerate(rows) if min(row) < 200]
            assert inked, f"page {number} is empty"
            assert TOP <= inked[0] and inked[-1] <= BOTTOM, f"page {number}: {inked[0]}-{inked[-1]}"
            for y in inked:
                outside = rows[y][:LEFT] + rows[y][RIGHT:]
                assert min(outside) >= 200, f"page {number}, line {y} leaves the margins"


def of_case(person, application):
    return person.items(f"/v1/applications/{application['id']}/letters")


def pdf_of(person, letter):
    content = person.get(f"/v1/documents/{letter['documentId']}/content").expect(200).content
    return Pdf(content)


def in_english(world):
    """The newest one."""
    newest = world.database.value("select max(id) from trinn.letters where language = 'nb'")
    return {"letterId": str(newest), "language": "en"}


# ---- specimens


def waiting(world, hub):
    (letter,) = of_case(hub.signatory, world.decided(hub))
    return hub.signatory.read(f"/v1/letters/{letter['id']}")


def make(world, letter):
    """As trinn-jobs does, but for what it says."""
    world.database.run(
        "select trinn.jobs_store_letter(county_id, id, '{}', 'nothing', %s)"
        " from trinn.letters where id = %s",
        PDF,
        letter["id"],
    )


def made(world, hub):
    letter = waiting(world, hub)
    make(world, letter)
    return hub.signatory.read(letter.path)


def of_decision(world, decision_id, language="nb"):
    """What the letter of it says, before it is set, with usual spaces."""
    told = world.database.value(
        "select trinn.act_as_system(county_id) from trinn.decisions where id = %s;"
        " select trinn.compose_letter(jsonb_populate_record(l, jsonb_build_object('language', %s::text)))::text"
        " from trinn.letters l where l.decision_id = %s",
        *(decision_id, language, decision_id),
    )
    return told.replace("\u00a0", " ")


def of_amendment(world, amendment, language="nb"):
    """The same of the decision that approved it."""
    return of_decision(world, amendment["outcome"]["decisionId"], language)


def of_appeal(world, appeal):
    """What the newest letter that answers it says, before it is set."""
    return world.database.value(
        "select trinn.jobs_letter_content(l.county_id, l.id)::text from trinn.letters l"
        " join trinn.appeal_proposals p on p.id = l.proposal_id where p.appeal_id = %s order by l.id desc limit 1",
        appeal["id"],
    )
