// Bytes from outside, read in order: from a file, or from memory.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

namespace kunna::tabular {

class Bytes {
public:
    virtual ~Bytes() = default;
    // Up to `most` bytes into `into`; 0 at the end. Throws std::system_error when the disk fails.
    virtual std::size_t read(char* into, std::size_t most) = 0;
    // How far we are, and how far there is to go.
    [[nodiscard]] virtual std::uint64_t position() const = 0;
    [[nodiscard]] virtual std::uint64_t total() const = 0;
};

// Refuses what is missing (table.no_such_file) or no plain file (table.not_a_file).
Result<std::unique_ptr<Bytes>> file_bytes(const std::filesystem::path& path);
// `bytes` must outlive what is returned.
std::unique_ptr<Bytes> memory_bytes(std::string_view bytes);

} // namespace kunna::tabular
