// A plan's certificate as it stands in the file: what is limited, who could choose what, what was chosen, and the
// prices that prove the bound. Format: docs/plan-certificate.md. Nothing here is shared with what makes plans.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kunna::verify {

struct NeedRow {
    std::string name{};
    std::int64_t weight = 0;
    std::optional<std::int64_t> most{};
    double price = 0;
};
BOOST_DESCRIBE_STRUCT(NeedRow, (), (name, weight, most, price))

struct OptionRow {
    std::string name{};
    std::uint32_t activity = 0;
    std::uint8_t period = 0;
    std::uint32_t minutes = 0;
    std::int64_t cost = 0;
    std::int64_t session_cost = 0;
    std::optional<std::int64_t> seats{};
    double price = 0;
};
BOOST_DESCRIBE_STRUCT(OptionRow, (), (name, activity, period, minutes, cost, session_cost, seats, price))

struct UnitRow {
    std::string name{};
    std::optional<std::uint32_t> parent{};
    std::optional<std::int64_t> budget{};
    double budget_price = 0;
    std::vector<std::optional<std::int64_t>> away{};
    std::vector<double> away_prices{};
};
BOOST_DESCRIBE_STRUCT(UnitRow, (), (name, parent, budget, budget_price, away, away_prices))

struct TargetRow {
    std::uint32_t need = 0;
    std::uint16_t missing = 0;
};
BOOST_DESCRIBE_STRUCT(TargetRow, (), (need, missing))

struct CoverRow {
    std::uint8_t first = 0;
    std::uint8_t count = 0;
    std::uint8_t chance = 0;
};
BOOST_DESCRIBE_STRUCT(CoverRow, (), (first, count, chance))

struct CandidateRow {
    std::uint32_t option = 0;
    std::int64_t bonus = 0;
    std::vector<CoverRow> covers{};
};
BOOST_DESCRIBE_STRUCT(CandidateRow, (), (option, bonus, covers))

struct ClauseRow {
    std::optional<std::uint16_t> of{};
    std::vector<std::uint16_t> any{};
};
BOOST_DESCRIBE_STRUCT(ClauseRow, (), (of, any))

struct PersonRow {
    std::string name{};
    std::uint32_t unit = 0;
    std::uint32_t minutes = 0;
    std::uint32_t minutes_a_period = 0;
    std::vector<TargetRow> targets{};
    std::vector<CandidateRow> candidates{};
    std::vector<ClauseRow> clauses{};
    std::vector<std::uint16_t> chosen{};
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (name, unit, minutes, minutes_a_period, targets, candidates, clauses, chosen))

struct PlanFile {
    std::string format{};
    std::int64_t value = 0;
    double bound = 0;
    std::uint8_t periods = 0;
    std::uint8_t choices = 0;
    std::optional<std::int64_t> budget{};
    double money_price = 0;
    std::vector<NeedRow> needs{};
    std::vector<OptionRow> options{};
    std::vector<UnitRow> units{};
    std::vector<PersonRow> people{};
    std::string digest{};
};
BOOST_DESCRIBE_STRUCT(PlanFile, (),
                      (format, value, bound, periods, choices, budget, money_price, needs, options, units, people,
                       digest))

} // namespace kunna::verify
