"""The document in the forms that readers use: HTML, Word, PDF and workbook."""
