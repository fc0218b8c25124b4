"""The measurement of what HTTP costs runs on a store as it is."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "endpoint_speed.py"
EXAMPLE = Path(__file__).parents[2] / "examples" / "quang-ninh.md"


def test_every_query_is_measured(tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    build = [sys.executable, "-m", "camket.cli", "build", str(EXAMPLE), "--store", store]
    subprocess.run(build, capture_output=True, check=True)
    command = [sys.executable, str(SCRIPT), store, "--repeat", "1"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert shown[0].split() == ["query", "bytes", "bare", "store", "served", "ratio"]
    assert len(shown) == 8
