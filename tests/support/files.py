"""Files of other programs, as small as they can be: of PDF, Word, Excel, PowerPoint and OpenDocument."""

import io
import zipfile

OOXML = "application/vnd.openxmlformats-officedocument."
ODF = "application/vnd.oasis.opendocument."
PDF = "application/pdf"
DOCX = OOXML + "wordprocessingml.document"
XLSX = OOXML + "spreadsheetml.sheet"
PPTX = OOXML + "presentationml.presentation"
ODT = ODF + "text"
ODS = ODF + "spreadsheet"

FOLDERS = {DOCX: "word", XLSX: "xl", PPTX: "ppt"}
SUFFIXES = {PDF: "pdf", DOCX: "docx", XLSX: "xlsx", PPTX: "pptx", ODT: "odt", ODS: "ods"}


def archive(*entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries:
            stored = zipfile.ZIP_STORED if name == "mimetype" else None
            file.writestr(name, content, stored)
    return out.getvalue()


def ooxml(media_type, *parts):
    """As Word, Excel and PowerPoint begin theirs; each part a name in their folder and its XML."""
    folder = FOLDERS[media_type]
    rels = ("_rels/.rels", "<Relationships/>")
    return archive(("[Content_Types].xml", "<Types/>"), rels, *((f"{folder}/{n}", x) for n, x in parts))


def odf(media_type, *parts):
    return archive(("mimetype", media_type), *parts)


def docx(*paragraphs, **parts):
    """Each paragraph of runs; `header`, `footer` and `comments` beside the body."""
    body = "".join("<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in p) + "</w:p>" for p in paragraphs)
    whole = f'<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>'
    beside = ((f"{name}1.xml", f'<w:x xmlns:w="w"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:x>') for name, text in parts.items())
    return ooxml(DOCX, ("document.xml", whole), *beside)


def xlsx(*cells):
    """Numbers as they are, and texts as Excel shares them."""
    texts = [cell for cell in cells if not cell.isdigit()]
    shared = "".join(f"<si><t>{text}</t></si>" for text in texts)
    values = (f'<c t="s"><v>{texts.index(c)}</v></c>' if c in texts else f"<c><v>{c}</v></c>" for c in cells)
    sheet = f"<worksheet><sheetData><row>{''.join(values)}</row></sheetData></worksheet>"
    return ooxml(XLSX, ("workbook.xml", "<workbook/>"), ("worksheets/sheet1.xml", sheet), ("sharedStrings.xml", f"<sst>{shared}</sst>"))


def pptx(text):
    return ooxml(PPTX, ("presentation.xml", "<p/>"), ("slides/slide1.xml", f'<a:p xmlns:a="a"><a:r><a:t>{text}</a:t></a:r></a:p>'))


def odt(text, header=""):
    def of(words):
        return f'<x xmlns:text="t"><text:p>{words}</text:p></x>'

    return odf(ODT, ("content.xml", of(text)), ("styles.xml", of(header)))


def ods(*values):
    cells = "".join(f'<t:table-cell office:value="{v}"><text:p>{v}</text:p></t:table-cell>' for v in values)
    return odf(ODS, ("content.xml", f'<x xmlns:t="t" xmlns:office="o" xmlns:text="x">{cells}</x>'))


def pdf(content=b"", trailer=b""):
    """One page whose content is of these operators."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /Font << /F1 3 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    out, places = b"%PDF-1.4\n", b""
    for number, one in enumerate(objects, start=1):
        places += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"xref\n0 6\n0000000000 65535 f \n" + places
    return out + table + b"trailer\n<< /Size 6 /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, len(out))


def line(*texts):
    """Operators that show one text after the other."""
    return b"BT /F1 12 Tf 72 700 Td " + b" ".join(b"(%s) Tj" % text for text in texts) + b" ET"


def locked():
    """With a password that nobody knows."""
    key = b"<" + b"00" * 32 + b">"
    return pdf(trailer=b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O %s /U %s >> " % (key, key))
