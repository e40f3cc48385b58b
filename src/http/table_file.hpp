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

} // namespace kunna::http
