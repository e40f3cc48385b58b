// What was said about what people can do: ratings of two inventory rounds and at the start in a role, talks, tests,
// projects and certificates. Drawn again for one person at a time, always the same.
#pragma once

#include "demo/company.hpp"

namespace kunna::demo {

using engine::Source;

struct Statement {
    SkillNumber skill = 0;
    int level = 0;
    Source source = Source::self;
    PersonNumber assessor = nobody;
    std::string_view assessor_name{}; // when the assessor is nobody employed: who examined
    Date day{};
    std::optional<Date> expires{};
    std::string_view note{};
    bool operator==(const Statement&) const = default;
};

// By day, then in the order in which they were made. Nothing after today.
std::vector<Statement> statements_of(const Company& company, PersonNumber person);

// One who judges, as the rules of this company go: truth + bias (+ 0.3 of oneself) + noise, to the nearest whole level.
int judged_level(int truth, int bias, int noise);

} // namespace kunna::demo
