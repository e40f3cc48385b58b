// Sums of a programme: how many have come how far, from which roles to which, and when it pays. Nothing about few
// people for whoever may not see them: a number is told when five or more are behind it and behind what is left when it
// is taken from the whole. Flows and break-even count the same people once more (a day's hiring divided by what one
// hire costs is how many have not left), so they are told only when every stage is.
#pragma once

#include "access/actor.hpp"
#include "insights/workforce.hpp"
#include "reskilling/break_even.hpp"
#include "reskilling/member.hpp"

namespace kunna::reskilling {

struct StageSums {
    // Everybody who has asked, whatever became of it. No number is one that may not be told.
    std::optional<std::int64_t> interested{};
    std::optional<std::int64_t> applied{}; // and was not selected
    std::optional<std::int64_t> selected{};
    std::optional<std::int64_t> learning{};
    std::optional<std::int64_t> trial{};
    std::optional<std::int64_t> placed{};
    std::optional<std::int64_t> left{};
};
BOOST_DESCRIBE_STRUCT(StageSums, (), (interested, applied, selected, learning, trial, placed, left))

struct FlowSum {
    std::optional<RoleId> from{}; // nothing: held no role
    std::optional<Text> from_name{};
    RoleId to{};
    Text to_name{};
    std::int64_t people = 0;
    std::int64_t placed = 0; // of them; told only where people are seen
};
BOOST_DESCRIBE_STRUCT(FlowSum, (), (from, from_name, to, to_name, people, placed))

struct ProgrammeSums {
    StageSums stages{};
    std::vector<FlowSum> flow{};           // of those who have not left, by role
    std::int64_t flow_hidden = 0;          // people in flows too small to tell
    bool hidden = false;                   // some stage is not told, and then no flow and no cost either
    std::optional<BreakEven> break_even{}; // nothing while nobody is selected, or of too few
    std::int64_t hours = 0;                // of those selected, for break_even
};
BOOST_DESCRIBE_STRUCT(ProgrammeSums, (), (stages, flow, flow_hidden, hidden, break_even, hours))

ProgrammeSums programme_sums(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                             const Programme& programme);

} // namespace kunna::reskilling
