"""The ledger that the tests read is one by the tax administration's own schema, where that is beside
the repository."""

import pathlib
import shutil
import subprocess

import pytest

HERE = pathlib.Path(__file__).parent
SCHEMA = HERE.parents[3].parent / "shared/reference/xsd/SAF-T_Financial_1.30.xsd"


def test_the_sample_is_valid_by_the_schema():
    if not SCHEMA.exists():
        pytest.skip("no XSD")
    if not shutil.which("xmllint"):
        pytest.skip("no xmllint")
    done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", SCHEMA, HERE / "saft.xml"],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
