// Opens a table in a file, whatever its kind.
#include "tabular/tables.hpp"

#include "tabular/csv.hpp"
#include "tabular/xlsx.hpp"

namespace kunna::tabular {

Result<std::unique_ptr<Reader>> open(const std::filesystem::path& path, const Options& options, std::string_view name) {
    const std::string called = name.empty() ? path.filename().string() : std::string{name};
    std::string first(1 << 20, '\0');
    {
        const auto bytes = TRY(file_bytes(path));
        std::size_t size = 0;
        while (const std::size_t got = bytes->read(first.data() + size, first.size() - size)) size += got;
        first.resize(size);
    }
    if (TRY(sniff(first, called)) == FileKind::xlsx) return open_xlsx(path, options);
    return open_csv(TRY(file_bytes(path)), options);
}

Result<std::unique_ptr<Reader>> open_bytes(std::string_view bytes, std::string_view name, const Options& options) {
    if (TRY(sniff(bytes.substr(0, 1 << 20), name)) == FileKind::xlsx) return open_xlsx(bytes, options);
    return open_csv(memory_bytes(bytes), options);
}

} // namespace kunna::tabular
