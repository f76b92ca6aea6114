"""Where a cell stands: true row numbers, cells merged or without an address, and where reading stops."""

from pathlib import Path

from tests.workbook import packages as p
from tests.workbook.cells import cell, of_rows, texts


def test_row_numbers_stay_true_across_blank_rows(tmp_path: Path) -> None:
    rows = p.row(1, p.text("A1", "title")) + p.row(61, p.text("A61", "59 rows lower"))
    book = of_rows(tmp_path, rows)
    assert book.cells["row"].to_list() == [1, 61]
    assert book.sheets[0].beyond is None


def test_cells_without_addresses_stand_where_they_come(tmp_path: Path) -> None:
    cells = "<c><v>1</v></c><c/><c><v>3</v></c>"
    assert texts(of_rows(tmp_path, f"<row>{cells}</row>", f"<row>{cells}</row>")) == {
        "A1": "1",
        "C1": "3",
        "A2": "1",
        "C2": "3",
    }


def test_of_merged_cells_only_the_first_has_a_value(tmp_path: Path) -> None:
    rows = p.row(1, p.text("A1", "first"), p.text("B1", "under")) + p.row(
        2, p.text("B2", "under"), p.text("C2", "free")
    )
    merged = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="D1:E9"/></mergeCells>'
    assert texts(of_rows(tmp_path, rows, after=merged)) == {"A1": "first", "C2": "free"}


def test_reading_stops_after_sixty_blank_rows_and_names_what_it_left(tmp_path: Path) -> None:
    rows = p.row(1, p.text("A1", "x")) + p.row(62, p.text("C62", "lost"), p.text("D62", "lost"))
    book = of_rows(tmp_path, rows)
    assert texts(book) == {"A1": "x"}
    assert book.sheets[0].beyond == "C62"


def test_reading_stops_after_sixty_blank_columns_too(tmp_path: Path) -> None:
    near, far = p.text("BI1", "59 columns on"), p.text("DR2", "lost")
    book = of_rows(tmp_path, p.row(1, p.text("A1", "x"), near), p.row(2, far))
    assert texts(book) == {"A1": "x", "BI1": "59 columns on"}
    assert book.sheets[0].beyond == "DR2"


def test_a_wrong_dimension_is_not_believed(tmp_path: Path) -> None:
    for claim in ("A1", "A1:XFD1048576"):
        book = of_rows(tmp_path, p.row(9, p.text("C9", "here")), before=f'<dimension ref="{claim}"/>')
        assert texts(book) == {"C9": "here"}


def test_formatting_far_down_is_no_value(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{at}" s="1" customFormat="1"><c r="A{at}" s="1"/></row>' for at in range(16, 1_048_577, 16)
    )
    after = '<hyperlinks><hyperlink ref="A1" location="B1"/></hyperlinks>'
    book = of_rows(tmp_path, p.row(1, p.text("A1", "x")), rows, after=after)
    assert texts(book) == {"A1": "x"}
    assert cell(book, "A1")["link"] == "#B1"
    assert book.sheets[0].beyond is None
