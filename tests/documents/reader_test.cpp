// Documents in a process of their own: what comes back, and what happens to those that do harm.
#include "documents/reader.hpp"
#include "docx.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kunna::documents {
namespace {

using namespace test;

class Reading : public ::testing::Test {
protected:
    std::filesystem::path folder;

    void SetUp() override {
        std::string name = std::filesystem::temp_directory_path() / "kunna-documents-XXXXXX";
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder = name;
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::filesystem::path file(std::string_view bytes) {
        const auto path = folder / "document";
        std::ofstream{path, std::ios::binary} << bytes;
        return path;
    }
    static std::string told(const Result<std::string>& read) {
        return read.ok() ? *read : "refused: " + read.error().code;
    }
    std::string read(std::string_view bytes, ReadLimits limits = {}) {
        Reader reader{READ_DOCUMENT, limits};
        return told(reader.read(file(bytes)));
    }
};

TEST_F(Reading, TextDocxAndPdfAreRead) {
    EXPECT_EQ(read("Vi s\xF6ker en svetsare\r\n"), "Vi s\u00F6ker en svetsare");
    EXPECT_EQ(read(docx_of("<w:p><w:r><w:t>Svetsa</w:t></w:r></w:p><w:p/>")), "Svetsa");
    EXPECT_EQ(read(pdf_of("Weld metal")), "Weld metal");
}

TEST_F(Reading, WhatTheProcessRefusesIsToldWithItsValues) {
    Reader reader{READ_DOCUMENT};
    const auto refused = reader.read(file(std::string(most_characters + 1, 'a')));
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "document.too_long");
    ASSERT_EQ(refused.error().values.size(), 1U);
    EXPECT_EQ(refused.error().values[0].second, "200000");
    EXPECT_EQ(read(""), "refused: document.empty");
    EXPECT_EQ(read(docx_of(std::string(10'000'000, ' '))), "refused: zip.bomb");
    EXPECT_EQ(read(std::string(largest_file + 1, 'a')), "refused: document.too_large");
}

TEST_F(Reading, PdfThatIsBrokenEncryptedOrWithoutTextIsRefused) {
    EXPECT_EQ(read("%PDF-1.4\nnothing else"), "refused: document.broken_pdf");
    EXPECT_EQ(read(pdf_of("")), "refused: document.no_text");
    const std::string key(32, 'x');
    EXPECT_EQ(
        read(pdf_of("secret", "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + key + ")/U(" + key + ")>>")),
        "refused: document.encrypted");
}

TEST_F(Reading, AProcessThatDoesNotEndIsEnded) {
    // Nobody ever writes into this one.
    const auto pipe = folder / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    Reader reader{READ_DOCUMENT, {std::chrono::milliseconds{50}}};
    EXPECT_EQ(told(reader.read(pipe)), "refused: document.too_slow");
    // And the next one has its place.
    Reader again{READ_DOCUMENT};
    EXPECT_EQ(told(again.read(file("text"))), "text");
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_F(Reading, AProcessThatTakesTooMuchMemoryIsRefused) {
    EXPECT_EQ(read(std::string(4'000'000, 'a'), {std::chrono::seconds{10}, std::uint64_t{2} << 20U}),
              "refused: document.too_heavy");
}
#endif

TEST_F(Reading, AProgramThatCannotBeStartedIsABreakdown) {
    Reader reader{"/nowhere/kunna"};
    EXPECT_THROW((void)reader.read(file("text")), std::system_error);
}

} // namespace
} // namespace kunna::documents
