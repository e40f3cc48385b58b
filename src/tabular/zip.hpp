// Reads the parts of a zip that may be hostile: names that lead elsewhere, links, encryption and bombs are refused.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kunna::tabular {

struct ZipLimits {
    std::uint64_t packed = 2ULL << 30;     // the zip itself
    std::uint64_t unpacked = 100ULL << 20; // counted while inflating, since declared sizes lie
    std::size_t entries = 20'000;
    std::uint64_t ratio = 200;            // unpacked to packed …
    std::uint64_t ratio_beyond = 1 << 20; // … once more than this is unpacked
    std::size_t name_bytes = 255;
    std::size_t name_levels = 16;
};

// A file of the zip being inflated.
class ZipPart {
public:
    virtual ~ZipPart() = default;
    // 0 at the end. Refuses zip.too_large, zip.bomb, zip.damaged.
    virtual Result<std::size_t> read(char* into, std::size_t most) = 0;
    [[nodiscard]] virtual std::uint64_t declared_size() const = 0;
};

class Zip {
public:
    // A file, or bytes that outlive the Zip.
    using Source = std::variant<std::filesystem::path, std::string_view>;

    // Looks at every entry, inflates none. Refuses zip.damaged, zip.too_many_entries, zip.bad_name (absolute, .., a
    // backslash, a drive, too long or too deep), zip.duplicate_name (also when only case differs), zip.link,
    // zip.encrypted, zip.too_large, table.no_such_file.
    static Result<Zip> open(Source source, const ZipLimits& limits);

    // In lower case, as the zip orders them; parts are found whatever their case.
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    [[nodiscard]] bool has(std::string_view name) const;
    // Must not outlive the Zip. Refuses zip.missing_part.
    Result<std::unique_ptr<ZipPart>> part(std::string_view name);
    // All of a small part; zip.too_large when it is longer.
    Result<std::string> read(std::string_view name, std::size_t most);
    [[nodiscard]] std::uint64_t packed() const { return packed_; }

private:
    Source source_;
    ZipLimits limits_;
    std::uint64_t packed_ = 0;
    std::shared_ptr<std::uint64_t> unpacked_ = std::make_shared<std::uint64_t>(0); // by all parts together
    std::vector<std::string> names_;
};

} // namespace kunna::tabular
