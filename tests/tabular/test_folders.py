"""A folder of files is there as a whole, or not at all."""

import os
from pathlib import Path

import pytest

from ect_rules.errors import InvalidInputError
from ect_rules.tabular import new_folder


class StoppedError(Exception):
    pass


def test_a_folder_appears_when_all_of_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "above" / "records"
    with new_folder(path) as folder:
        (folder / "a").write_text("1")
        assert not path.exists()
    assert [file.name for file in path.iterdir()] == ["a"]
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_is_empty_is_taken(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    with new_folder(tmp_path / "records") as folder:
        (folder / "a").touch()
    assert (tmp_path / "records" / "a").exists()


def test_others_may_look_into_it_as_into_any_folder(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        with new_folder(tmp_path / "records"):
            pass
    finally:
        os.umask(before)
    assert (tmp_path / "records").stat().st_mode & 0o777 == 0o750


@pytest.mark.parametrize("stop", [StoppedError, KeyboardInterrupt, SystemExit])
def test_nothing_is_left_of_one_that_is_not_finished(
    tmp_path: Path, stop: type[BaseException]
) -> None:
    def half_written() -> None:
        with new_folder(tmp_path / "records") as folder:
            (folder / "a").touch()
            raise stop

    with pytest.raises(stop):
        half_written()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", ["a file", "a folder with something in it"])
def test_nothing_is_overwritten(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "records"
    if kind == "a file":
        path.write_text("mine")
    else:
        path.mkdir()
        (path / "mine").touch()
    with pytest.raises(InvalidInputError, match="is there already"), new_folder(path):
        raise AssertionError("it is not opened")
    assert path.read_text() == "mine" if kind == "a file" else (path / "mine").exists()
