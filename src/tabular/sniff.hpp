// What kind of file somebody handed us, by its bytes first and its name second.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string_view>

namespace kunna::tabular {

enum class FileKind : std::uint8_t { csv, xlsx };

// `first` is the file's beginning, up to a MiB of it. What is no table is refused with what it looks like and what to
// do: file.empty, file.pdf, file.xls (Excel 97–2003), file.encrypted, file.ole, file.ods, file.xlsb, file.document,
// file.zip, file.compressed, file.image, file.html, file.xml, file.json, file.program.
Result<FileKind> sniff(std::string_view first, std::string_view filename);

} // namespace kunna::tabular
