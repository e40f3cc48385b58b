// A table as a file in the answer.
#pragma once

#include "http/answers.hpp"

namespace kunna::http {

// "kunna-units.csv", to be filled.
inline File table_file(std::string_view name, bool xlsx) {
    File file;
    file.filename = "kunna-" + std::string{name} + (xlsx ? ".xlsx" : ".csv");
    file.content_type =
        xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";
    return file;
}

// A table that fits in memory, as a whole answer: write(kind, sink) makes it, as CSV when no kind is asked for.
template <class Kind, class Write>
Result<File> table_of(std::string_view name, std::optional<Kind> asked, const Write& write) {
    const Kind kind = asked.value_or(Kind::csv);
    File file = table_file(name, kind == Kind::xlsx);
    TRY(write(kind, [&file](std::string_view bytes) -> Result<void> {
        file.bytes += bytes;
        return {};
    }));
    return file;
}

} // namespace kunna::http
