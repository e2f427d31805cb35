"""Starts a foreign token issuer, and what judges what it signs: lib/auth alone, with the sanitizers, or
trinn-jobs and build/$FLAVOUR/bin/trinnd, asan by default."""

import pathlib
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))
pytest.register_assert_rewrite("support")

from judge import Judge  # noqa: E402
from provider import Provider  # noqa: E402
from support.fixtures import *  # noqa: E402, F401, F403

RING = "oidc"
OUT = "build/asan"
PARTS = [
    f"{OUT}/tests/oidc/accept.o",
    *(f"{OUT}/lib/{name}.a" for name in ("auth", "json", "format", "base")),
]
LIBRARIES = ["-ljwt", "-lcrypto", "-ljansson", "-lpcre2-8", "-lm"]


@pytest.fixture(scope="session")
def program():
    subprocess.run(["make", "-s", "FLAVOUR=asan", *PARTS], cwd=ROOT, check=True)
    path = ROOT / OUT / "tests/oidc/accept"
    link = ["gcc", "-fsanitize=address,undefined", "-o", path, *PARTS, *LIBRARIES]
    subprocess.run(link, cwd=ROOT, check=True)
    return path


@pytest.fixture(scope="session")
def installed():
    """Where provider.mjs and its packages are."""
    command = [ROOT / "deploy/npm-install", HERE]
    return pathlib.Path(subprocess.check_output(command, text=True).strip())


@pytest.fixture(scope="module")
def provider(installed):
    one = Provider(installed)
    yield one
    one.stop()


@pytest.fixture
def judge(program, provider):
    one = Judge(program, provider.iss, provider.about["audience"])
    yield one
    one.stop()
