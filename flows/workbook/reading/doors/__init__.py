"""Other doors than .xlsx: OpenDocument, Excel 97-2003, the binary workbook, and CSV, one or a folder of them.

Each gives the cells of every sheet as the reader of .xlsx does, and says what it cannot see in its files.
"""
