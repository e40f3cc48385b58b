// Reader: the text of a document somebody handed in, read in a process of its own that gets ten seconds, half a
// gigabyte and no network, so that a hostile document harms nobody but itself.
#pragma once

#include "documents/document.hpp"

#include <chrono>
#include <semaphore>

namespace kunna::documents {

struct ReadLimits {
    std::chrono::milliseconds time{10'000};
    std::uint64_t memory = std::uint64_t{512} << 20U;
};

class Reader {
public:
    // program: one that calls read_document() when its first argument is read_command; the server's own.
    explicit Reader(std::string program, ReadLimits limits = {}) : program_(std::move(program)), limits_(limits) {}

    // Waits for the process. Refuses what document.hpp refuses; document.encrypted, document.broken_pdf,
    // document.no_pdf_tool; document.too_slow, document.too_heavy; and document.busy (unavailable) when two are being
    // read already.
    Result<std::string> read(const std::filesystem::path& file);

private:
    std::string program_;
    ReadLimits limits_;
    std::counting_semaphore<2> free_{2};
};

inline constexpr std::string_view read_command = "read-document";
// What the process does: PROGRAM read-document FILE SECONDS BYTES. The text goes to standard output; a refusal's code
// and values, one a line, to standard error.
int read_document(int argc, char** argv);

} // namespace kunna::documents
