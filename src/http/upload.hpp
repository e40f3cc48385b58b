// Upload: a body that was streamed to a temporary file, which goes when the Upload goes.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

namespace kunna::http {

class Upload {
public:
    Upload() = default;
    // A fresh file in the folder. Throws std::system_error when it cannot be made.
    static Upload in(const std::string& folder);
    ~Upload();
    Upload(Upload&& other) noexcept { swap(other); }
    Upload& operator=(Upload&& other) noexcept {
        swap(other);
        return *this;
    }
    Upload(const Upload&) = delete;
    Upload& operator=(const Upload&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::uint64_t size() const { return size_; }
    // From Content-Disposition or X-Filename: the last part only, valid UTF-8, at most 255 bytes; may be empty.
    [[nodiscard]] const std::string& filename() const { return filename_; }
    [[nodiscard]] const std::string& content_type() const { return content_type_; }
    // The file stays when the Upload goes; the caller removes it.
    std::string keep() { return std::exchange(path_, {}); }

    // For the transport. Throws std::system_error (no space left on device) when it cannot be written.
    void write(const char* bytes, std::size_t count);
    void finish();
    void describe(std::string filename, std::string content_type) {
        filename_ = std::move(filename);
        content_type_ = std::move(content_type);
    }

private:
    void swap(Upload& other) noexcept {
        std::swap(path_, other.path_);
        std::swap(filename_, other.filename_);
        std::swap(content_type_, other.content_type_);
        std::swap(size_, other.size_);
        std::swap(file_, other.file_);
    }

    std::string path_{};
    std::string filename_{};
    std::string content_type_{};
    std::uint64_t size_ = 0;
    int file_ = -1;
};

} // namespace kunna::http
