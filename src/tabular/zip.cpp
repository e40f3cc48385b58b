// Reads the parts of a zip by libarchive, through the zip's own directory.
#include "tabular/zip.hpp"

#include "base/ascii.hpp"
#include "tabular/bytes.hpp"
#include "tabular/table.hpp"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <unordered_set>

namespace kunna::tabular {

namespace {

struct CloseArchive {
    void operator()(archive* a) const { archive_read_free(a); }
};
using Archive = std::unique_ptr<archive, CloseArchive>;

Error refused(std::string code, std::string_view part, std::uint64_t limit = 0) {
    Error error = refuse(Kind::invalid, std::move(code));
    if (!part.empty()) error.values.emplace_back("part", shown(part));
    if (limit > 0) error.values.emplace_back("limit", std::to_string(limit));
    return error;
}

Result<Archive> start(const Zip::Source& source) {
    Archive archive{archive_read_new()};
    if (!archive) throw std::bad_alloc{};
    // The seekable reader goes by the zip's directory, as spreadsheets do; the other believes whatever comes first.
    archive_read_support_format_zip_seekable(archive.get());
    const int opened =
        std::holds_alternative<std::filesystem::path>(source)
            ? archive_read_open_filename(archive.get(), std::get<std::filesystem::path>(source).c_str(), 64 * 1024)
            : archive_read_open_memory(archive.get(), std::get<std::string_view>(source).data(),
                                       std::get<std::string_view>(source).size());
    if (opened != ARCHIVE_OK) return refused("zip.damaged", {});
    return archive;
}

// The next entry, or null at the end.
Result<archive_entry*> next_entry(archive* archive) {
    archive_entry* entry = nullptr;
    const int found = archive_read_next_header(archive, &entry);
    if (found == ARCHIVE_EOF) return nullptr;
    if (found != ARCHIVE_OK && found != ARCHIVE_WARN) return refused("zip.damaged", {});
    return entry;
}

std::string_view name_of(archive_entry* entry) {
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    return name == nullptr ? std::string_view{} : std::string_view{name};
}

bool safe_name(std::string_view name, const ZipLimits& limits) {
    if (name.empty() || name.size() > limits.name_bytes || name.front() == '/') return false;
    if (name.find('\\') != std::string_view::npos || (name.size() > 1 && name[1] == ':')) return false;
    std::size_t levels = 0;
    for (std::size_t from = 0; from <= name.size();) {
        const std::size_t stop = std::min(name.find('/', from), name.size());
        const std::string_view level = name.substr(from, stop - from);
        if (level == ".." || level == "." || (level.empty() && stop != name.size()) || ++levels > limits.name_levels)
            return false;
        from = stop + 1;
    }
    return true;
}

class InflatingPart final : public ZipPart {
public:
    InflatingPart(Archive archive, std::string name, std::uint64_t declared, std::uint64_t packed,
                  const ZipLimits& limits, std::shared_ptr<std::uint64_t> unpacked) :
        archive_(std::move(archive)),
        name_(std::move(name)), declared_(declared), packed_(packed), limits_(limits), unpacked_(std::move(unpacked)) {}

    Result<std::size_t> read(char* into, std::size_t most) override {
        const la_ssize_t got = archive_read_data(archive_.get(), into, most);
        if (got < 0) return refused("zip.damaged", name_);
        *unpacked_ += static_cast<std::uint64_t>(got);
        if (*unpacked_ > limits_.unpacked) return refused("zip.too_large", name_, limits_.unpacked);
        if (*unpacked_ > limits_.ratio_beyond && *unpacked_ / limits_.ratio >= packed_)
            return refused("zip.bomb", name_, limits_.ratio);
        return static_cast<std::size_t>(got);
    }
    [[nodiscard]] std::uint64_t declared_size() const override { return declared_; }

private:
    Archive archive_;
    std::string name_;
    std::uint64_t declared_;
    std::uint64_t packed_;
    ZipLimits limits_;
    std::shared_ptr<std::uint64_t> unpacked_;
};

} // namespace

Result<Zip> Zip::open(Source source, const ZipLimits& limits) {
    Zip zip;
    zip.source_ = std::move(source);
    zip.limits_ = limits;
    if (const auto* path = std::get_if<std::filesystem::path>(&zip.source_))
        zip.packed_ = TRY(file_bytes(*path))->total();
    else
        zip.packed_ = std::get<std::string_view>(zip.source_).size();
    if (zip.packed_ > limits.packed) {
        Error error = refuse(Kind::too_large, "table.file_too_large");
        error.values = {{"limit", std::to_string(limits.packed)}, {"bytes", std::to_string(zip.packed_)}};
        return error;
    }
    const Archive archive = TRY(start(zip.source_));
    std::unordered_set<std::string> seen;
    std::uint64_t declared = 0;
    std::size_t entries = 0;
    while (archive_entry* entry = TRY(next_entry(archive.get()))) {
        const std::string_view name = name_of(entry);
        if (++entries > limits.entries) return refused("zip.too_many_entries", {}, limits.entries);
        if (!safe_name(name, limits)) return refused("zip.bad_name", name);
        const auto type = archive_entry_filetype(entry);
        if (type != AE_IFREG && type != AE_IFDIR) return refused("zip.link", name);
        if (archive_entry_is_encrypted(entry) != 0) return refused("zip.encrypted", name);
        if (!seen.insert(ascii::lower(name)).second) return refused("zip.duplicate_name", name);
        if (type == AE_IFDIR) continue;
        if (archive_entry_size_is_set(entry) != 0)
            declared += static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0));
        if (declared > limits.unpacked) return refused("zip.too_large", name, limits.unpacked);
        zip.names_.push_back(ascii::lower(name));
    }
    if (entries == 0) return refused("zip.damaged", {});
    return zip;
}

bool Zip::has(std::string_view name) const {
    return std::find(names_.begin(), names_.end(), ascii::lower(name)) != names_.end();
}

Result<std::unique_ptr<ZipPart>> Zip::part(std::string_view name) {
    const std::string wanted = ascii::lower(name);
    Archive archive = TRY(start(source_));
    while (archive_entry* entry = TRY(next_entry(archive.get()))) {
        if (archive_entry_filetype(entry) != AE_IFREG || ascii::lower(name_of(entry)) != wanted) continue;
        const auto declared = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0));
        return std::unique_ptr<ZipPart>{
            std::make_unique<InflatingPart>(std::move(archive), wanted, declared, packed_, limits_, unpacked_)};
    }
    return refused("zip.missing_part", name);
}

Result<std::string> Zip::read(std::string_view name, std::size_t most) {
    const auto source = TRY(part(name));
    std::string out;
    for (;;) {
        const std::size_t size = out.size();
        out.resize(size + 16 * 1024);
        const std::size_t got = TRY(source->read(out.data() + size, 16 * 1024));
        out.resize(size + got);
        if (got == 0) return out;
        if (out.size() > most) return refused("zip.too_large", name, most);
    }
}

} // namespace kunna::tabular
