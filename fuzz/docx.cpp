// Any bytes as a document: as the zip of a DOCX itself; as the body of a whole one, so that what lies behind the zip is
// reached as well; and as plain text. The first byte chooses.
#include "base/text.hpp"
#include "documents/document.hpp"
#include "support/zip.hpp"

#include <cstdlib>

using namespace kunna;
using namespace kunna::documents;

namespace {

void must(bool holds) {
    if (!holds) std::abort();
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
        check(text_of_docx(test::zip_of({{"word/document.xml", std::string{bytes}}}, {.stored = true})));
        break;
    case 'P':
        check(text_of_docx(bytes));
        break;
    default:
        check(text_of_plain(bytes));
    }
    return 0;
}
