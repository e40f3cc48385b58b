// Voices: what employees say about what is said of them – contested statements, answered and open, and comments.
#pragma once

#include "demo/evidence.hpp"

namespace kunna::demo {

enum class Reply : std::uint8_t { none, upheld, corrected, withdrawn };

struct Contested {
    PersonNumber person = nobody;
    Statement statement;
    std::string_view reason;
    Reply reply = Reply::none;
    std::string_view answer{};
    int corrected_level = 0;
};

struct Remark {
    PersonNumber person = nobody;
    Statement statement;
    bool by_manager = false; // otherwise by the person
    std::string_view text;
};

struct Voices {
    std::vector<Contested> contested;
    std::vector<Remark> remarks;
};

// At most forty of each, however large the company is: only people employed today, whose manager is too.
Voices voices_of(const Company& company);

} // namespace kunna::demo
