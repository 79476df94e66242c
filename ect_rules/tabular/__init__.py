"""Records as files: a folder with one CSV or Parquet file for each kind of record.

The format is described in docs/import-format.md. `read` and `write` round-trip, stream, and keep
flat memory. Parquet needs the extra `parquet` (pyarrow), which is imported only when it is used.
"""

from ect_rules.tabular.folders import new_folder
from ect_rules.tabular.kinds import KINDS
from ect_rules.tabular.reading import files, read
from ect_rules.tabular.writing import FORMATS, Writer, write

__all__ = ["FORMATS", "KINDS", "Writer", "files", "new_folder", "read", "write"]
