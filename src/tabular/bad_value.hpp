// The refusal of one cell's value; private to the parsers of values.hpp.
#pragma once

#include "base/result.hpp"
#include "base/text.hpp"
#include "tabular/table.hpp"

#include <string>
#include <string_view>

namespace kunna::tabular {

inline Error bad(std::string code, std::string_view cell) {
    Error error = refuse(Kind::invalid, std::move(code));
    error.values = {{"value", shown(text::trim(cell))}};
    return error;
}

} // namespace kunna::tabular
