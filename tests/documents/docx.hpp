// Documents for tests, made on the spot.
#pragma once

#include "support/zip.hpp"

namespace kunna::documents::test {

using kunna::test::zip_of;

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
