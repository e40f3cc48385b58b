// Columns by name.
#include "taxonomies/named_table.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kunna::taxonomies {

std::string NamedTable::find_columns(const std::vector<WantedColumn>& wanted) {
    std::vector<std::string> headings;
    for (const tabular::Column& column : header_) headings.push_back(text::fold(column.name));
    std::string missing;
    places_.clear();
    for (const WantedColumn& column : wanted) {
        std::size_t place = nowhere;
        for (const std::string_view name : column.names) {
            const auto at = std::find(headings.begin(), headings.end(), text::fold(name));
            if (at != headings.end() && place == nowhere) place = static_cast<std::size_t>(at - headings.begin());
        }
        if (place == nowhere && column.required) missing.append(missing.empty() ? "" : ", ").append(column.names[0]);
        places_.push_back(place);
    }
    return missing;
}

Result<NamedTable> NamedTable::open(std::unique_ptr<tabular::Reader> reader, std::string file,
                                    const std::vector<WantedColumn>& wanted, std::size_t lines_above) {
    NamedTable table;
    table.reader_ = std::move(reader);
    table.file_ = std::move(file);
    for (const WantedColumn& column : wanted) table.names_.emplace_back(column.names[0]);
    table.header_ = table.reader_->header();
    const std::string missing = table.find_columns(wanted);
    bool found = missing.empty();
    for (std::size_t above = 0; !found && above < lines_above; ++above) {
        auto more = table.reader_->next(table.row_);
        if (!more.ok()) return in_file(std::move(more).error(), table.file_);
        if (!*more) break;
        table.header_ = tabular::name_columns(table.row_.cells);
        found = table.find_columns(wanted).empty();
    }
    if (!found)
        return Error{Kind::invalid, "taxonomy.missing_columns", {}, {{"file", table.file_}, {"columns", missing}}};
    return table;
}

Result<bool> NamedTable::next() {
    auto found = reader_->next(row_);
    if (!found.ok()) return in_file(std::move(found).error(), file_);
    if (!*found) return false;
    if (auto beyond = tabular::beyond_header(header_, row_))
        return in_file(Error{Kind::invalid, beyond->code, {*beyond}}, file_);
    return true;
}

std::string_view NamedTable::cell(std::size_t wanted) const {
    return has(wanted) ? row_.trimmed(places_[wanted]) : std::string_view{};
}

std::string NamedTable::heading(std::size_t wanted) const {
    return has(wanted) ? header_[places_[wanted]].name : names_[wanted];
}

std::size_t NamedTable::fingerprint() const {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < header_.size(); ++i) sum = sum * 1'000'003 + std::hash<std::string_view>{}(row_[i]);
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
