"""A version changes with the code and data it stands for, and with nothing else."""

from pathlib import Path

from camket.graph.versions import digest, extraction_version, writing_version


def test_the_version_follows_names_and_contents(tmp_path: Path) -> None:
    one, other = tmp_path / "a" / "rules", tmp_path / "b" / "rules"
    for folder in (one, other):
        (folder / "inner").mkdir(parents=True)
        (folder / "rule.py").write_bytes(b"one\ntwo\n")
        (folder / "inner" / "names.toml").write_bytes(b"a = 1\n")
    before = digest([one])
    assert digest([other]) == before
    (other / "rule.py").write_bytes(b"one\r\ntwo\r\n")
    (other / "rule.pyc").write_bytes(b"compiled")
    assert digest([other]) == before
    (other / "inner" / "names.toml").write_bytes(b"a = 2\n")
    assert digest([other]) != before
    (one / "rule.py").rename(one / "rules.py")
    assert digest([one]) != before


def test_extraction_and_writing_have_versions_of_their_own() -> None:
    assert extraction_version() == extraction_version() != writing_version()
