"""How much of a file is read before it is politely refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a workbook may ask for; everything beyond is refused with a sentence, never half read.

    Sizes are in bytes, times in seconds, positions count from 1 as Excel shows them.
    """

    file_bytes: int = 100_000_000
    part_bytes: int = 150_000_000  # one part of the package, unpacked
    total_bytes: int = 200_000_000  # all parts together, unpacked
    ratio: int = 200  # unpacked to packed, looked at once a part passes `ratio_from`
    ratio_from: int = 10_000_000
    parts: int = 5_000
    depth: int = 64  # nesting of XML elements
    elements: int = 8_000_000  # of XML, over all parts
    last_row: int = 200_000  # the last row that may hold a value
    last_column: int = 500
    merged_cells: int = 100_000
    linked_cells: int = 2_000_000  # reached by links, a cell again for each that covers it
    values: int = 500_000  # cells holding a value, over all sheets, where each is read one by one
    many_values: int = 2_500_000  # the same where long sheets are read the quick way
    long_rows: int = 20_000  # of a sheet that is read so, or
    long_values: int = 300_000
    characters: int = 50_000_000  # of text, over all cells
    many_characters: int = 150_000_000  # the same where there are long sheets
    cell_characters: int = 32_767  # what Excel keeps in one cell
    translated: int = 500_000  # characters of shared formulas, said anew for each cell of their group
    blank_rows: int = 60  # reading a sheet stops after so many
    blank_columns: int = 60
    memory: int = 1_000_000_000  # address space of the reading process, where the platform can hold it
    cpu_seconds: int = 60
    wall_seconds: int = 120

    def long(self, rows: int, values: int) -> bool:
        """Whether a sheet of so many rows and values is read the quick way."""
        return rows > self.long_rows or values > self.long_values
