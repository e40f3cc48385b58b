// What a document says, and what is refused.
#include "documents/document.hpp"
#include "docx.hpp"

#include <gtest/gtest.h>

namespace kunna::documents {
namespace {

using test::docx_of;
using test::zip_of;

std::string told(const Result<std::string>& read) {
    return read.ok() ? *read : "refused: " + read.error().code;
}
std::string paragraph(const std::string& text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

TEST(Document, IsKnownByItsBytesWhateverItIsCalled) {
    EXPECT_EQ(*format_of("Vi s\u00F6ker"), Format::text);
    EXPECT_EQ(*format_of("%PDF-1.7 \n"), Format::pdf);
    EXPECT_EQ(*format_of("PK\x03\x04 and so on"), Format::docx);
    EXPECT_EQ(format_of("").error().code, "document.empty");
    EXPECT_EQ(format_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").error().code, "document.old_word");
    EXPECT_EQ(format_of("{\\rtf1\\ansi hello}").error().code, "document.rtf");
    EXPECT_EQ(format_of(std::string{"\x7F"
                                    "ELF\0\0\0\0",
                                    8})
                  .error()
                  .code,
              "document.unknown");
}

TEST(Document, PlainTextComesInAnyEncodingOfficesWrite) {
    EXPECT_EQ(told(text_of_plain("v\u00E5r")), "v\u00E5r");
    EXPECT_EQ(told(text_of_plain("\xEF\xBB\xBFv\u00E5r")), "v\u00E5r");
    EXPECT_EQ(told(text_of_plain("v\xE5r \x96 nu")), "v\u00E5r \u2013 nu");
    EXPECT_EQ(told(text_of_plain(std::string{"\xFF\xFEv\0\xE5\0r\0", 8})), "v\u00E5r");
    EXPECT_EQ(told(text_of_plain("v\xE5r \x81")), "refused: document.unknown");
}

TEST(Document, DocxGivesItsParagraphsAsLines) {
    EXPECT_EQ(told(text_of_docx(docx_of(paragraph("Svetsa") + paragraph("L&#228;sa &amp; rita")))),
              "Svetsa\nL\u00E4sa & rita\n");
    // Runs of one paragraph belong together; tabs and breaks are kept; what was deleted or is a field's code is not.
    EXPECT_EQ(told(text_of_docx(docx_of("<w:p><w:r><w:t>kva</w:t></w:r><w:r><w:t>litet</w:t><w:tab/><w:t>1</w:t>"
                                        "<w:br/><w:t>2</w:t></w:r><w:del><w:r><w:delText>bort</w:delText></w:r></w:del>"
                                        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"))),
              "kvalitet\t1\n2\n");
}

TEST(Document, HostileDocxIsRefused) {
    EXPECT_EQ(told(text_of_docx("PK\x03\x04 nothing of a zip")), "refused: zip.damaged");
    EXPECT_EQ(told(text_of_docx(zip_of({{"a.txt", "hello"}}))), "refused: document.not_docx");
    EXPECT_EQ(told(text_of_docx(zip_of({{"../word/document.xml", "x"}}))), "refused: zip.bad_name");
    EXPECT_EQ(told(text_of_docx(zip_of({{"word/document.xml", "<a><b></a>"}}))), "refused: xml.broken");
    EXPECT_EQ(told(text_of_docx(zip_of({{"word/document.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                                                              "<a>&b;</a>"}}))),
              "refused: xml.dtd");
    // Ten megabytes of nothing in a few kilobytes.
    EXPECT_EQ(told(text_of_docx(docx_of(std::string(10'000'000, ' ')))), "refused: zip.bomb");
}

TEST(Document, TooLongATextIsRefusedByItsCharactersNotItsBytes) {
    std::string swedish;
    for (std::size_t i = 0; i < most_characters; ++i) swedish += "\u00E5";
    EXPECT_TRUE(text_of_plain(swedish).ok());
    EXPECT_EQ(told(text_of_plain(swedish + "a")), "refused: document.too_long");
    std::string words;
    while (words.size() <= most_characters) words += "svets" + std::to_string(words.size());
    EXPECT_EQ(told(text_of_docx(docx_of(paragraph(words)))), "refused: document.too_long");
}

TEST(Document, IsTidiedForReading) {
    EXPECT_EQ(told(tidied("a \r\n\r\n\r\n\r\nb\f\x01"
                          "c\n\n")),
              "a\n\nb\n c");
    EXPECT_EQ(told(tidied(" \n\t\f ")), "refused: document.no_text");
}

} // namespace
} // namespace kunna::documents
