// Zips for tests, made on the spot of their parts.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <string>
#include <utility>
#include <vector>

namespace kunna::test {

using Parts = std::vector<std::pair<std::string, std::string>>; // names and bytes

struct ZipWish {
    std::string passphrase = {};
    std::string link = {}; // the name of one more entry, a symbolic link
    bool stored = false;   // not packed
};

inline std::string zip_of(const Parts& parts, const ZipWish& wish = {}) {
    std::string out;
    archive* zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_set_bytes_per_block(zip, 0);
    if (wish.stored) archive_write_set_options(zip, "zip:compression=store");
    if (!wish.passphrase.empty()) {
        archive_write_set_options(zip, "zip:encryption=traditional");
        archive_write_set_passphrase(zip, wish.passphrase.c_str());
    }
    archive_write_open2(
        zip, &out, nullptr,
        [](archive*, void* into, const void* bytes, std::size_t size) {
            static_cast<std::string*>(into)->append(static_cast<const char*>(bytes), size);
            return static_cast<la_ssize_t>(size);
        },
        nullptr, nullptr);
    const auto add = [&](const std::string& name, const std::string& bytes, bool link) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_filetype(entry, link ? AE_IFLNK : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        if (link)
            archive_entry_set_symlink(entry, "/etc/passwd");
        else
            archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_write_header(zip, entry);
        if (!link) archive_write_data(zip, bytes.data(), bytes.size());
        archive_entry_free(entry);
    };
    for (const auto& [name, bytes] : parts) add(name, bytes, false);
    if (!wish.link.empty()) add(wish.link, {}, true);
    archive_write_close(zip);
    archive_write_free(zip);
    return out;
}

} // namespace kunna::test
