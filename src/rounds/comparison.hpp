// Comparison: what a closed round tells beside the one before it, over the same people and skills: how far levels have
// moved, by the voice that gave them, and how far people and managers are apart. Sums over people, so never of fewer
// than the settings say.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "rounds/round.hpp"
#include "tabular/writer.hpp"

#include <map>
#include <memory>
#include <mutex>

namespace kunna::rounds {

// Of one skill in one unit: levels, as counts rather than people.
struct MovementSum {
    std::int64_t people = 0;
    double steps = 0;
    std::int64_t up = 0;
    std::int64_t same = 0;
};

// self … assessor: this round less the one before, by the voice that said it; of colleagues and of assessors the mean
// of those who answered about the person, who may be others than the last time. apart: self less manager in this round.
enum class Measure : std::uint8_t { self, manager, peer, assessor, apart };
inline constexpr std::size_t measures = 5;

struct UnitSkillSum {
    UnitId unit{}; // where the people stood when the round opened
    SkillId skill{};
    Measure measure = Measure::self;
    MovementSum sum{};
};

// Reads once what does not change any more. One for a server.
class Comparisons {
public:
    std::shared_ptr<const std::vector<UnitSkillSum>> of(db::Tx& tx, RoundId round, RoundId before);

private:
    std::mutex mutex_;
    std::map<std::pair<RoundId, RoundId>, std::shared_ptr<const std::vector<UnitSkillSum>>> known_;
};

struct Movement {
    std::int64_t people = 0; // 0 when hidden
    std::optional<double> mean{};
    bool hidden = false; // too few people, or all of few alike
};
BOOST_DESCRIBE_STRUCT(Movement, (), (people, mean, hidden))

struct ComparedRow {
    UnitId unit{};
    std::string unit_name{};
    SkillId skill{};
    Text skill_name{};
    Movement self{};
    Movement manager{};
    Movement peer{};
    Movement assessor{};
    Movement apart{};
};
BOOST_DESCRIBE_STRUCT(ComparedRow, (), (unit, unit_name, skill, skill_name, self, manager, peer, assessor, apart))

struct OtherRound {
    RoundId id{};
    std::string name{};
    Date opens{};
};
BOOST_DESCRIBE_STRUCT(OtherRound, (), (id, name, opens))

struct ComparedUnit {
    UnitId id{};
    std::string name{};
    std::int32_t depth = 0;
};
BOOST_DESCRIBE_STRUCT(ComparedUnit, (), (id, name, depth))

struct Comparison {
    std::optional<OtherRound> before{};
    std::vector<OtherRound> others{};  // that it can be compared with, newest first
    std::vector<Voice> voices{};       // that gave levels in both
    std::vector<ComparedUnit> units{}; // that the round reaches and the actor's HR covers, in tree order
    std::vector<ComparedRow> items{};  // by unit, then by skill
};
BOOST_DESCRIBE_STRUCT(Comparison, (), (before, others, voices, units, items))

struct CompareAsked {
    RoundId round{};
    std::optional<RoundId> before{}; // the latest that opened before it when absent
    std::optional<UnitId> unit{};    // by skill, of this unit; the topmost when both are absent
    std::optional<SkillId> skill{};  // by unit, of this skill
};
BOOST_DESCRIBE_STRUCT(CompareAsked, (), (round, before, unit, skill))

// conflict, round.not_closed: while answers come, the same sums a day apart would tell who answered what.
// whole: every unit and skill, for a file.
Result<Comparison> compare(db::Tx& tx, Comparisons& known, const access::Actor& actor, const CompareAsked& asked,
                           bool whole = false);

Result<void> write_comparison(const std::vector<ComparedRow>& rows, std::string_view language, tabular::Sink sink);

} // namespace kunna::rounds
