"""Chains in the terminal: each thing on a line, the facts between them with what joins whom and the very words."""

from typing import TYPE_CHECKING

from camket.cli import console

if TYPE_CHECKING:
    from rich.console import Console

    from camket.graph.export.chain_evidence import Evidence, Link, Node, Path

_LINKS = 3  # shown of those between two neighbours
_INDENT = 2


def print_chains(path: "Path") -> None:
    """All chains that were found, and how many there are."""
    from rich.text import Text

    with console.out() as out:
        for number, chain in enumerate(path.chains, 1):
            if number > 1:
                out.print()
            links = f"{path.length} link{'' if path.length == 1 else 's'}"
            out.print(Text(f"Chain {number} of {path.total}, {links}", style="dim"))
            for node in chain:
                _print_node(out, node)
        if path.total > len(path.chains):
            out.print()
            out.print(Text(f"and {path.total - len(path.chains)} more as short (--limit)", style="dim"))


def _print_node(out: "Console", node: "Node") -> None:
    from rich.padding import Padding
    from rich.text import Text

    for link in node.links[:_LINKS]:
        out.print(Padding(Text(_link(link)), (0, 0, 0, _INDENT)))
    if len(node.links) > _LINKS:
        out.print(Padding(Text(f"and {len(node.links) - _LINKS} more", style="dim"), (0, 0, 0, _INDENT)))
    if node.evidence is None:
        out.print(Text.assemble((node.name, "bold"), f" ({node.kind})"))
    else:
        out.print(Padding(Text(f"[{node.kind}] {_proof(node.evidence, node.name)}"), (0, 0, 0, 2 * _INDENT)))


def _link(link: "Link") -> str:
    """Along its direction `→`, against it `←`."""
    told = f"{'←' if link.back else '→'} {link.kind}"
    if link.role:
        told += f": {link.role}"
    return f"{told}: {_proof(link.evidence, '')}" if link.evidence else told


def _proof(evidence: "Evidence", otherwise: str) -> str:
    where = " ".join(part for part in (evidence.published, evidence.article) if part)
    return f"{evidence.words or otherwise} ({where})".lstrip()
