"""The trial's database, for all who try the contenders or the figures on it."""

import subprocess

import pytest
import trial
from benchlib import ROOT_DIR


@pytest.fixture(name="database", scope="session")
def _database():
    # Not below pytest's own folder, which other users may not enter.
    folder = ROOT_DIR / "build" / "bench" / "trial"
    cluster = ROOT_DIR / "tests" / "support" / "pg-cluster"
    subprocess.run([cluster, "remove", folder], check=True)
    started = subprocess.run([cluster, "start", folder, "--durable"], check=True,
                             stdout=subprocess.PIPE, text=True)
    yield trial.create(started.stdout.strip())
    subprocess.run([cluster, "remove", folder], check=True)


@pytest.fixture(name="issuer", scope="session")
def _issuer():
    return trial.Issuer()
