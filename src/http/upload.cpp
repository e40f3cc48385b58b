// The temporary file of an upload.
#include "http/upload.hpp"

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <unistd.h>

namespace kunna::http {

Upload Upload::in(const std::string& folder) {
    Upload upload;
    upload.path_ = folder + "/upload-XXXXXX";
    upload.file_ = ::mkostemp(upload.path_.data(), 0);
    if (upload.file_ < 0) {
        const int why = errno;
        upload.path_.clear();
        throw std::system_error{why, std::generic_category(), "upload"};
    }
    return upload;
}

Upload::~Upload() {
    if (file_ >= 0) ::close(file_);
    if (!path_.empty()) ::unlink(path_.c_str());
}

void Upload::write(const char* bytes, std::size_t count) {
    while (count > 0) {
        const ssize_t written = ::write(file_, bytes, count);
        if (written < 0) {
            if (errno == EINTR) continue;
            throw std::system_error{errno, std::generic_category(), "upload"};
        }
        bytes += written;
        count -= static_cast<std::size_t>(written);
        size_ += static_cast<std::uint64_t>(written);
    }
}

void Upload::finish() {
    if (file_ >= 0) ::close(std::exchange(file_, -1));
}

} // namespace kunna::http
