// Bytes from a file or from memory.
#include "tabular/bytes.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace kunna::tabular {

namespace {

class FileBytes final : public Bytes {
public:
    FileBytes(int file, std::uint64_t size) : file_(file), size_(size) {
        posix_fadvise(file_, 0, 0, POSIX_FADV_SEQUENTIAL);
    }
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;
    ~FileBytes() override { ::close(file_); }

    std::size_t read(char* into, std::size_t most) override {
        for (;;) {
            const ssize_t got = ::read(file_, into, most);
            if (got >= 0) {
                position_ += static_cast<std::uint64_t>(got);
                return static_cast<std::size_t>(got);
            }
            if (errno != EINTR) throw std::system_error{errno, std::generic_category(), "reading a table"};
        }
    }
    [[nodiscard]] std::uint64_t position() const override { return position_; }
    [[nodiscard]] std::uint64_t total() const override { return size_; }

private:
    int file_;
    std::uint64_t size_;
    std::uint64_t position_ = 0;
};

class MemoryBytes final : public Bytes {
public:
    explicit MemoryBytes(std::string_view bytes) : rest_(bytes), size_(bytes.size()) {}

    std::size_t read(char* into, std::size_t most) override {
        const std::size_t count = std::min(most, rest_.size());
        if (count > 0) std::memcpy(into, rest_.data(), count);
        rest_.remove_prefix(count);
        return count;
    }
    [[nodiscard]] std::uint64_t position() const override { return size_ - rest_.size(); }
    [[nodiscard]] std::uint64_t total() const override { return size_; }

private:
    std::string_view rest_;
    std::uint64_t size_;
};

} // namespace

Result<std::unique_ptr<Bytes>> file_bytes(const std::filesystem::path& path) {
    // O_NONBLOCK: opening a pipe by mistake must not hang.
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    Error missing = refuse(Kind::not_found, "table.no_such_file");
    missing.values = {{"file", path.filename().string()}, {"reason", std::generic_category().message(errno)}};
    if (file < 0) return missing;
    struct stat about {};
    if (::fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) {
        ::close(file);
        Error error = refuse(Kind::invalid, "table.not_a_file");
        error.values = {{"file", path.filename().string()}};
        return error;
    }
    return std::unique_ptr<Bytes>{std::make_unique<FileBytes>(file, static_cast<std::uint64_t>(about.st_size))};
}

std::unique_ptr<Bytes> memory_bytes(std::string_view bytes) {
    return std::make_unique<MemoryBytes>(bytes);
}

} // namespace kunna::tabular
