// Documents for tests, made on the spot.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kunna::documents::test {

// A zip of these parts.
inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts) {
    std::string out;
    archive* zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_set_bytes_per_block(zip, 0);
    archive_write_open2(
        zip, &out, nullptr,
        [](archive*, void* into, const void* bytes, std::size_t size) {
            static_cast<std::string*>(into)->append(static_cast<const char*>(bytes), size);
            return static_cast<la_ssize_t>(size);
        },
        nullptr, nullptr);
    for (const auto& [name, bytes] : parts) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_write_header(zip, entry);
        archive_write_data(zip, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(zip);
    archive_write_free(zip);
    return out;
}

inline std::string docx_of(const std::string& body) {
    return zip_of(
        {{"[Content_Types].xml", "<Types/>"},
         {"word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>" + body +
                                   "</w:body></w:document>"}});
}

// One page with one line of ASCII. `trailer` goes into its trailer.
inline std::string pdf_of(const std::string& line, const std::string& trailer = "") {
    const std::string page = "BT /F1 12 Tf 72 720 Td (" + line + ") Tj ET";
    return "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
           "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
           "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
           "/Resources<</Font<</F1 5 0 R>>>>>>\nendobj\n"
           "4 0 obj\n<</Length " +
           std::to_string(page.size()) + ">>\nstream\n" + page +
           "\nendstream\nendobj\n5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n"
           "trailer\n<</Root 1 0 R/Size 6" +
           trailer + ">>\n%%EOF\n";
}

} // namespace kunna::documents::test
