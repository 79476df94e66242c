"""Generate the Python code of the contract and of the vendored buf/validate, or check it is fresh.

Run by `make protos` and `make check-protos`, with the Python of .venv-protos. Only files that
change are written; files that have lost what they are made from are removed. The google/*.proto
files that the contract imports are copied to third_party, where buf looks for them.
"""

import difflib
import re
import shutil
import sys
import sysconfig
import tempfile
from importlib import import_module
from pathlib import Path

from grpc_tools import protoc

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "ect_rules/v1"
SITE = Path(sysconfig.get_path("purelib"))  # holds google/type, google/api, google/rpc
PLUGINS = ("protoc-gen-mypy", "protoc-gen-mypy_grpc")
GOOGLE_IMPORT = re.compile(r'^import (?:public )?"(google/(?!protobuf/)[^"]+)";', re.MULTILINE)

# All that this script makes; nobody else writes files of these names.
MADE = (
    f"{PACKAGE}/*.py",
    f"{PACKAGE}/*.pyi",
    "third_party/buf/validate/*_pb2*",
    "third_party/google/**/*.proto",
)


def run_protoc(*arguments: str) -> None:
    scripts = Path(sysconfig.get_path("scripts"))
    includes = (
        ROOT / "protos",
        SITE,
        ROOT / "third_party",
        Path(protoc.__file__).parent / "_proto",
    )
    plugins = [f"--plugin={name}={scripts / name}" for name in PLUGINS]
    if protoc.main(["protoc", *plugins, *(f"-I{folder}" for folder in includes), *arguments]):
        sys.exit("protoc failed")


def copy_google_imports(protos: list[Path], out: Path) -> None:
    wanted = {name for path in protos for name in GOOGLE_IMPORT.findall(path.read_text("utf-8"))}
    for name in wanted:
        if (out / name).exists():
            continue
        if not (SITE / name).exists():
            sys.exit(f"{name} is not in googleapis-common-protos")
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(SITE / name, out / name)
        copy_google_imports([out / name], out)


def generate(out: Path) -> None:
    contract = sorted((ROOT / "protos").glob(f"{PACKAGE}/*.proto"))
    services = [path for path in contract if "\nservice " in path.read_text("utf-8")]
    third_party = out / "third_party"
    third_party.mkdir()
    copy_google_imports(contract, third_party)
    (out / PACKAGE).mkdir(parents=True)
    (out / PACKAGE / "__init__.py").touch()
    if contract:
        run_protoc(f"--python_out={out}", f"--mypy_out=quiet:{out}", *map(str, contract))
    if services:
        run_protoc(f"--grpc_python_out={out}", f"--mypy_grpc_out=quiet:{out}", *map(str, services))
    validate = "buf/validate/validate.proto"
    run_protoc(f"--python_out={third_party}", f"--mypy_out=quiet:{third_party}", validate)


def made(tree: Path) -> set[Path]:
    return {path.relative_to(tree) for pattern in MADE for path in tree.glob(pattern)}


def text(path: Path) -> str | None:
    return path.read_text("utf-8") if path.exists() else None


def write(fresh: Path, stale: set[Path]) -> None:
    for name in stale:
        if (fresh / name).exists():
            (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(fresh / name, ROOT / name)
        else:
            (ROOT / name).unlink()


def report(fresh: Path, stale: set[Path]) -> None:
    for name in sorted(stale):
        present, wanted = text(ROOT / name), text(fresh / name)
        if present is None or wanted is None:
            print(f"{name}: {'missing' if present is None else 'nothing makes it any more'}")
            continue
        labels = (f"{name} (as it is)", f"{name} (as generated)")
        diff = difflib.unified_diff(
            present.splitlines(), wanted.splitlines(), *labels, n=1, lineterm=""
        )
        for line in list(diff)[:20]:
            print(line[:160])
    if stale:
        sys.exit(f"{len(stale)} generated file(s) stale or edited: run `make protos`")


def import_all() -> None:
    """Import what is committed with the oldest grpcio and protobuf that clients may have."""
    sys.path[:0] = [str(ROOT), str(ROOT / "third_party")]
    for path in sorted((ROOT / PACKAGE).glob("*_pb2*.py")):
        import_module(f"{PACKAGE.replace('/', '.')}.{path.stem}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder)
        generate(fresh)
        names = made(fresh) | made(ROOT)
        stale = {name for name in names if text(fresh / name) != text(ROOT / name)}
        if "--check" in sys.argv[1:]:
            report(fresh, stale)
            import_all()
        else:
            write(fresh, stale)


if __name__ == "__main__":
    main()
