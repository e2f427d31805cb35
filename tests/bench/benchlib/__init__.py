"""What the benchmarks of Trinn are measured with; knows nothing of the product."""

from pathlib import Path

BENCH_DIR = Path(__file__).resolve().parent.parent
ROOT_DIR = BENCH_DIR.parent.parent
BUILD_DIR = ROOT_DIR / "build" / "bench"
