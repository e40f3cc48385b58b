// Export rows.
#include "imports/export_rows.hpp"

#include "tabular/csv.hpp"
#include "tabular/xlsx.hpp"

#include <algorithm>

namespace kunna::imports {

namespace {

tabular::CellType type_of(FieldType type) {
    switch (type) {
    case FieldType::number:
        return tabular::CellType::number;
    case FieldType::date:
        return tabular::CellType::date;
    case FieldType::text:
        break;
    }
    return tabular::CellType::text;
}

} // namespace

Result<ExportRows> ExportRows::begin(ImportKind kind, FileFormat format, std::string_view language,
                                     tabular::Sink sink) {
    ExportRows rows;
    std::vector<tabular::ColumnSpec> columns;
    for (const Field& field : fields(kind)) {
        if (!field.in_template) continue;
        rows.keys_.push_back(field.key);
        columns.push_back({field_name(kind, field.key, language), type_of(field.type)});
    }
    rows.cells_.resize(columns.size());
    if (format == FileFormat::csv) {
        const auto style = language == "sv" ? tabular::CsvStyle::swedish() : tabular::CsvStyle::english();
        rows.writer_ = TRY(tabular::write_csv(std::move(sink), columns, style));
    } else {
        rows.writer_ = TRY(tabular::write_xlsx(std::move(sink), "Kunna", std::move(columns)));
    }
    return rows;
}

void ExportRows::set(std::string_view key, tabular::Cell cell) {
    for (std::size_t i = 0; i < keys_.size(); ++i)
        if (keys_[i] == key) cells_[i] = cell;
}

Result<void> ExportRows::put() {
    TRY(writer_->row(cells_));
    std::fill(cells_.begin(), cells_.end(), tabular::Cell{});
    return {};
}

} // namespace kunna::imports
