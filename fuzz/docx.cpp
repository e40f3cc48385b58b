// Any bytes as a document: as the zip of a DOCX itself; as the body of a whole one, so that what lies behind the zip is
// reached as well; and as plain text. The first byte chooses.
#include "base/text.hpp"
#include "documents/document.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <cstdlib>

using namespace kunna;
using namespace kunna::documents;

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

std::string docx_with(std::string_view body) {
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
    archive_entry_set_pathname(entry, "word/document.xml");
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, static_cast<la_int64_t>(body.size()));
    archive_write_header(zip, entry);
    archive_write_data(zip, body.data(), body.size());
    archive_entry_free(entry);
    archive_write_close(zip);
    archive_write_free(zip);
    return out;
}

void check(const Result<std::string>& read) {
    if (!read.ok()) {
        must(!read.error().code.empty());
        return;
    }
    must(text::valid_utf8(*read));
    const auto tidy = tidied(*read);
    if (tidy.ok()) must(text::valid_utf8(*tidy) && !tidy->empty() && tidy->size() <= read->size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    (void)format_of(bytes);
    if (bytes.empty()) return 0;
    switch (bytes[0]) {
    case '<':
        check(text_of_docx(docx_with(bytes)));
        break;
    case 'P':
        check(text_of_docx(bytes));
        break;
    default:
        check(text_of_plain(bytes));
    }
    return 0;
}
