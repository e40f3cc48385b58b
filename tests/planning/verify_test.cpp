// The verifier against good certificates, tampered ones and claims that somebody else made up.
#include "base/json_read.hpp"
#include "base/texts.hpp"
#include "planning/certificate.hpp"
#include "tiny.hpp"
#include "verify/verify.hpp"

#include <gtest/gtest.h>

namespace kunna::planning {
namespace {

// A plan with something of everything: choices, prices, a binding budget.
const std::string& good(unsigned number) {
    static const std::vector<std::string> made = [] {
        std::vector<std::string> all;
        for (unsigned seed = 0; seed < 40; ++seed) {
            const Tiny tiny{seed};
            all.push_back(certificate(tiny.problem, solve(tiny.problem, {})));
        }
        return all;
    }();
    return made[number % made.size()];
}

verify::PlanFile read(const std::string& text) {
    return json::from_text<verify::PlanFile>(text).unwrap();
}

std::string code_of(const Result<verify::Verified>& verified) {
    if (verified.ok()) return "";
    const Error& error = verified.error();
    return error.fields.empty() ? error.code : error.fields.front().code;
}

TEST(Verify, a_thousand_certificates_with_one_character_changed_are_refused) {
    std::mt19937 random{7};
    int refused = 0;
    for (unsigned seed = 0; refused < 1000; ++seed) {
        std::string text = good(seed);
        const std::size_t at = random() % text.size();
        const auto other = static_cast<char>(' ' + random() % 95);
        if (text[at] == other || text[at] == '\n') continue;
        text[at] = other;
        ASSERT_FALSE(verify::verify_plan(text).ok()) << text.substr(at > 30 ? at - 30 : 0, 60);
        ++refused;
    }
}

// Whoever writes the digest anew as well is found out by what the numbers say of each other.
TEST(Verify, claims_that_do_not_follow_from_the_rest_are_refused_without_any_digest) {
    std::mt19937 random{11};
    std::map<std::string, int> by_code;
    for (unsigned seed = 0; seed < 1000; ++seed) {
        verify::PlanFile plan = read(good(seed));
        ASSERT_EQ(code_of(verify::verify_claims(plan)), "") << "seed " << seed;
        switch (random() % 6) {
        case 0:
            plan.value += 1 + static_cast<int>(random() % 1000);
            break;
        case 1:
            plan.value -= 1;
            break;
        case 2:
            plan.bound *= random() % 2 == 0 ? 0.9999 : 1.0001;
            break;
        case 3:
            plan.money_price += 1'000;
            break;
        case 4: {
            verify::PersonRow& person = plan.people[random() % plan.people.size()];
            if (person.chosen.empty())
                person.chosen.push_back(0);
            else
                person.chosen.pop_back();
            break;
        }
        default:
            plan.needs[random() % plan.needs.size()].price -= 0.5;
            break;
        }
        if (plan.bound == 0) continue; // nothing can be reached at all: zero times anything is zero
        const std::string code = code_of(verify::verify_claims(plan));
        // A choice that reaches nothing and breaks nothing may come or go: the claims still hold.
        if (code.empty()) {
            ASSERT_EQ(verify::verify_claims(plan)->value, plan.value) << "seed " << seed;
            ++by_code["still true"];
        } else {
            ++by_code[code];
        }
    }
    EXPECT_GT(by_code["verify.value"], 300);
    EXPECT_GT(by_code["verify.bound"], 100);
    EXPECT_GT(by_code["verify.price"], 100);
    EXPECT_LT(by_code["still true"], 60);
}

TEST(Verify, each_broken_limit_is_named_with_what_is_used_and_what_there_is) {
    verify::PlanFile plan{.format = "kunna-plan-1", .value = 0, .bound = 0, .periods = 1, .choices = 2};
    plan.needs = {{.name = "PLC 3", .weight = 5}};
    plan.options = {{.name = "PLC grund", .activity = 0, .minutes = 600, .cost = 900, .seats = 1},
                    {.name = "PLC grund, höst", .activity = 0, .minutes = 600, .cost = 900}};
    plan.units = {{.name = "Produktion"}, {.name = "Lina A", .parent = 0}};
    verify::PersonRow person{.name = "P-1",
                             .unit = 1,
                             .minutes = 2000,
                             .minutes_a_period = 2000,
                             .targets = {{0, 1000}},
                             .candidates = {{0, 0, {{0, 1, 80}}}, {1, 0, {{0, 1, 80}}}},
                             .clauses = {},
                             .chosen = {0}};
    plan.people = {person, person};
    const auto code = [&] { return code_of(verify::verify_claims(plan)); };

    EXPECT_EQ(code(), "verify.seats");
    plan.options[0].seats = 2;
    plan.budget = 1'799;
    EXPECT_EQ(code(), "verify.budget");
    plan.budget.reset();
    plan.units[0].budget = 1'000;
    EXPECT_EQ(code(), "verify.unit_budget");
    plan.units[0].budget.reset();
    plan.units[1].away = {1'199};
    plan.units[1].away_prices = {0};
    EXPECT_EQ(code(), "verify.unit_away");
    plan.units[1].away = {1'200};
    plan.people[1].minutes = 599;
    EXPECT_EQ(code(), "verify.own_time");
    plan.people[1].minutes = 2000;
    plan.people[1].chosen = {0, 1};
    EXPECT_EQ(code(), "verify.activity_twice");
    plan.people[1].chosen = {0};
    plan.people[1].clauses = {{{0}, {1}}};
    EXPECT_EQ(code(), "verify.prerequisite");
    plan.people[1].clauses = {{{}, {1}}};
    EXPECT_EQ(code(), "verify.lock");
    plan.people[1].clauses.clear();
    plan.choices = 1;
    plan.people[1].candidates[1].option = 7;
    EXPECT_EQ(code(), "verify.malformed");
    plan.people[1].candidates[1].option = 1;
    EXPECT_EQ(code(), "verify.value");
    plan.value = 2 * 5 * 1000 * 80;
    EXPECT_EQ(code(), "verify.bound");
    plan.bound = 2.0 * 5 * 1000 * 80;
    EXPECT_EQ(code(), "");
    plan.needs[0].price = 1;
    EXPECT_EQ(code(), "verify.price") << "a price on what is unlimited would make the bound too low";
}

TEST(Verify, every_refusal_has_its_words) {
    for (const char* code : {"verify.digest", "verify.format", "verify.malformed", "verify.value", "verify.bound",
                             "verify.bound_below_value", "verify.price", "verify.activity_twice",
                             "verify.too_many_choices", "verify.own_time", "verify.prerequisite", "verify.lock",
                             "verify.budget", "verify.unit_budget", "verify.unit_away", "verify.seats"})
        EXPECT_TRUE(texts::known(code)) << code;
}

} // namespace
} // namespace kunna::planning
