// A zip of one file, so that what lies behind the zip is reached as well.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <string>
#include <string_view>

inline std::string zip_of(const char* name, std::string_view body) {
    std::string out;
    archive* zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_set_options(zip, "zip:compression=store");
    archive_write_set_bytes_per_block(zip, 0);
    archive_write_open2(
        zip, &out, nullptr,
        [](archive*, void* into, const void* bytes, std::size_t size) {
            static_cast<std::string*>(into)->append(static_cast<const char*>(bytes), size);
            return static_cast<la_ssize_t>(size);
        },
        nullptr, nullptr);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, static_cast<la_int64_t>(body.size()));
    archive_write_header(zip, entry);
    archive_write_data(zip, body.data(), body.size());
    archive_entry_free(entry);
    archive_write_close(zip);
    archive_write_free(zip);
    return out;
}
