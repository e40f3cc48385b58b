// XLSX: reads a sheet's rows as text in bounded memory; writes typed cells.
#pragma once

#include "tabular/table.hpp"
#include "tabular/writer.hpp"
#include "tabular/zip.hpp"

#include <memory>
#include <string>
#include <vector>

namespace kunna::tabular {

// The first visible sheet, or the one named in the options (whatever its case); its first row that holds anything is
// the header.
//
// Cells read as people see them in ISO form: days 2026-03-01, moments 2026-03-01 08:30, times 08:30, true and false as
// such, numbers without exponent and with up to 15 digits, and with leading zeros when the format is 00000. Both date
// systems (1900 with its 1900-02-29, and 1904) are understood. Text keeps its zeros. Hidden rows and columns are read;
// of merged cells the first has the value.
//
// No formula is evaluated: the value the spreadsheet stored is read, with the warning xlsx.formulas (once a column); a
// formula without one is refused: xlsx.formula_without_value. A cell that shows an error reads as its text (#N/A), with
// the warning xlsx.error_values. Other visible sheets: the warning xlsx.other_sheets.
//
// Refused besides: macros, external links, what zip.hpp and xml.hpp refuse (bombs, encryption, DTDs, entities), and
// what breaks the limits, with its place.
Result<std::unique_ptr<Reader>> open_xlsx(Zip::Source source, const Options& options = {});

// One sheet: bold, frozen headings; text columns formatted as text, so that 00123 stays so when people edit; no
// formulas. A value goes in as the type it has. Rows are not held in memory. Refuses xlsx.too_many_rows (1,048,575
// under the header) and table.cell_too_long (32,767 characters). The sink gets everything in finish().
Result<std::unique_ptr<Writer>> write_xlsx(Sink sink, const std::string& sheet, std::vector<ColumnSpec> columns);

} // namespace kunna::tabular
