"""Parquet, for pandas, DuckDB and their like; needs pyarrow, the extra `parquet`."""

from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

from camket.graph.errors import CamketError
from camket.graph.export.tables import Cell, Table

if TYPE_CHECKING:
    import pyarrow


def write_parquet(table: Table, out: BinaryIO) -> None:
    """Write a table to `out`, with a type to each column. Raises CamketError where pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise CamketError("Parquet needs pyarrow: pip install 'camket[parquet]', or choose csv") from error
    types = _types(pyarrow)
    schema = pyarrow.schema([(name, types[kind]) for name, kind in table.columns])
    columns = [[_typed(row[at], kind) for row in table.rows] for at, (_, kind) in enumerate(table.columns)]
    parquet.write_table(pyarrow.Table.from_arrays(
        [pyarrow.array(values, field.type) for values, field in zip(columns, schema, strict=True)], schema=schema
    ), out)  # fmt: skip


def _types(arrow: Any) -> "dict[str, pyarrow.DataType]":
    return {
        "string": arrow.string(),
        "integer": arrow.int64(),
        "double": arrow.float64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
    }


def _typed(cell: Cell, kind: str) -> Cell | date:
    return date.fromisoformat(cell) if kind == "date" and isinstance(cell, str) else cell
