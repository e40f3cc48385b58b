// Columns by name.
#include "taxonomies/named_table.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kunna::taxonomies {

Result<NamedTable> NamedTable::open(std::unique_ptr<tabular::Reader> reader, std::string file,
                                    const std::vector<WantedColumn>& wanted) {
    NamedTable table;
    table.reader_ = std::move(reader);
    table.file_ = std::move(file);
    std::vector<std::string> headings;
    for (const tabular::Column& column : table.reader_->header()) headings.push_back(text::fold(column.name));
    std::string missing;
    for (const WantedColumn& column : wanted) {
        std::size_t place = nowhere;
        for (const std::string_view name : column.names) {
            const auto at = std::find(headings.begin(), headings.end(), text::fold(name));
            if (at != headings.end() && place == nowhere) place = static_cast<std::size_t>(at - headings.begin());
        }
        if (place == nowhere && column.required) missing.append(missing.empty() ? "" : ", ").append(column.names[0]);
        table.places_.push_back(place);
        table.names_.emplace_back(column.names[0]);
    }
    if (!missing.empty())
        return Error{Kind::invalid, "taxonomy.missing_columns", {}, {{"file", table.file_}, {"columns", missing}}};
    return table;
}

Result<bool> NamedTable::next() {
    auto found = reader_->next(row_);
    if (!found.ok()) return in_file(std::move(found).error(), file_);
    if (!*found) return false;
    if (auto beyond = tabular::beyond_header(reader_->header(), row_))
        return in_file(Error{Kind::invalid, beyond->code, {*beyond}}, file_);
    return true;
}

std::string_view NamedTable::cell(std::size_t wanted) const {
    return has(wanted) ? row_.trimmed(places_[wanted]) : std::string_view{};
}

std::string NamedTable::heading(std::size_t wanted) const {
    return has(wanted) ? reader_->header()[places_[wanted]].name : names_[wanted];
}

std::size_t NamedTable::fingerprint() const {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < reader_->header().size(); ++i)
        sum = sum * 1'000'003 + std::hash<std::string_view>{}(row_[i]);
    return sum;
}

Error NamedTable::bad_value(std::size_t wanted) const {
    return Error{Kind::invalid,
                 "taxonomy.bad_value",
                 {},
                 {{"file", file_},
                  {"row", std::to_string(row())},
                  {"column", heading(wanted)},
                  {"value", tabular::shown(cell(wanted))}}};
}

Error in_file(Error error, const std::string& file) {
    Error told{error.kind, "taxonomy.file_refused", {}, {{"file", file}}};
    if (error.fields.empty()) told.fields.push_back({file, error.code, error.values});
    for (FieldError& field : error.fields)
        told.fields.push_back({file + ", " + field.where, std::move(field.code), std::move(field.values)});
    return told;
}

} // namespace kunna::taxonomies
