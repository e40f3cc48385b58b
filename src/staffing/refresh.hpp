// Refresh: certificates that lapse and levels that age makes unsure, by day, among the people whose levels the asker
// may see.
#pragma once

#include "insights/files.hpp"
#include "insights/seen.hpp"

namespace kunna::staffing {

BOOST_DEFINE_ENUM_CLASS(RefreshCause, certificate, age)

struct RefreshAsked {
    std::optional<UnitId> unit{}; // with everything under it
    bool overdue = false;         // what has lapsed already, the latest first; else what will, the soonest first
    std::int32_t days = 180;      // ahead, 1–1,000
};

struct RefreshDue {
    PersonId person{};
    std::string number{};
    std::string name{};
    UnitId unit{};
    std::string unit_name{};
    SkillId skill{};
    skills::Text skill_name{};
    RefreshCause cause = RefreshCause::age;
    Date day{};              // the last on which the certificate holds, or the level is sure
    bool stays_sure = false; // of a certificate: other evidence carries the level when it has lapsed
    bool required = false;   // by a role of the person
    bool must = false;
    std::optional<double> level{}; // today
    std::optional<double> confidence{};
};
BOOST_DESCRIBE_STRUCT(RefreshDue, (),
                      (person, number, name, unit, unit_name, skill, skill_name, cause, day, stays_sure, required, must,
                       level, confidence))

struct RefreshList {
    std::vector<RefreshDue> items{};
    std::size_t total = 0;
};

// Certificates of any skill, unless a later one is held; levels of skills that the person's roles require. Those shown
// are noted as read. Refuses an unknown unit (not_found) and days outside of what can be asked.
Result<RefreshList> refresh_list(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                                 const RefreshAsked& asked, std::size_t from, std::size_t limit);

// All of it as a file.
Result<void> write_refresh(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                           const RefreshAsked& asked, insights::FileKind kind, tabular::Sink sink);

} // namespace kunna::staffing
