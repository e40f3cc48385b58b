// A company to look at: KUNNA_LOOK=500 test_demo --gtest_filter=Look.* prints its figures and units.
#include "summary.hpp"

#include <cstdlib>
#include <gtest/gtest.h>

namespace kunna::demo {
namespace {

TEST(Look, ACompanyCanBeSummedUpInATable) {
    const char* const asked = std::getenv("KUNNA_LOOK");
    const auto people = asked == nullptr ? 60U : static_cast<std::uint32_t>(std::atoi(asked));
    const Company company = generate(people, 1, *Date::parse("2026-11-21"));
    const std::string table = test::table(test::summarise(company));
    EXPECT_NE(table.find("Produktion"), std::string::npos);
    if (asked == nullptr) return;
    std::fputs(table.c_str(), stdout);
    if (people > 1'000) return;
    for (const Unit& unit : company.units) std::printf("%-14s %s\n", unit.code.c_str(), unit.name.c_str());
}

} // namespace
} // namespace kunna::demo
