"""Which function writes which form of a rehearsal force, and what becomes of each question in it."""

from __future__ import annotations

from reply_counts import docx_crosstab, pdf_years_as_columns
from reply_lists import (
    csv_list,
    docx_merged_years,
    html_table,
    pdf_long_list,
    pdf_unruled_files,
    scan,
    xlsx_hidden_sheet,
)
from reply_versions import prose, text_list, twins, xls_interim

MAKERS = {
    "pdf-long-list": pdf_long_list,
    "xlsx-hidden-sheet": xlsx_hidden_sheet,
    "docx-merged-years": docx_merged_years,
    "twins": twins,
    "pdf-years-as-columns": pdf_years_as_columns,
    "xls-interim": xls_interim,
    "docx-crosstab": docx_crosstab,
    "html-table": html_table,
    "pdf-unruled-files": pdf_unruled_files,
    "csv": csv_list,
    "scan": scan,
    "prose": prose,
    "text-table": text_list,
}

# Status of the questions that are not simply answered.
QUESTIONS = {
    "docx-merged-years": {2: "part", 5: "refused"},
    "pdf-years-as-columns": {5: "refused"},
    "docx-crosstab": {2: "part"},
    "pdf-unruled-files": {5: "not-held"},
    "text-table": {5: "refused"},
}
