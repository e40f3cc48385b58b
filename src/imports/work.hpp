// The jobs of an import: what they are called, and their input. Private to src/imports.
#pragma once

#include "base/id.hpp"

#include <boost/describe.hpp>
#include <string_view>

namespace kunna::imports {

inline constexpr std::string_view check_kind = "import.check";
inline constexpr std::string_view apply_kind = "import.apply";

struct ImportTask {
    ImportId import{};
};
BOOST_DESCRIBE_STRUCT(ImportTask, (), (import))

} // namespace kunna::imports
