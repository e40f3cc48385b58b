// Gap: what a role requires of a person against what the person holds, row by row, and sums of exactly those rows.
//
// domain.md §3: gap g = max(0, R − L); weight w = importance × must-factor; weighted gap G = Σwg / ΣwR; fit = 1 − G;
// coverage C = min(1, Q/D), Q = FTE with L ≥ R and c ≥ threshold, D = demanded FTE. Unknown is a state of its own:
// such rows are in no Σwg and in no ΣwR, and are counted beside.
#pragma once

#include "engine/snapshot.hpp"

namespace kunna::engine {

enum class State : std::uint8_t {
    met,       // level ≥ required, and sure
    uncertain, // level ≥ required, not sure
    gap,       // level < required
    unknown,   // no statement holds on the day
};
BOOST_DESCRIBE_ENUM(State, met, uncertain, gap, unknown)

// One requirement of one person. A person in two roles that require the same skill has two rows.
struct GapRow {
    PersonIndex person = 0;
    RoleIndex role = 0;
    SkillIndex skill = 0;
    Level required{};
    Level level{};           // means nothing when unknown
    Confidence confidence{}; // likewise
    Level gap{};             // 0 when unknown
    std::uint16_t weight = 0;
    std::uint16_t fte = 0; // of the person, thousandths
    bool must = false;
    State state = State::unknown;

    bool operator==(const GapRow&) const = default;
};

State state_of(std::uint16_t held_word, Level required);
Level gap_of(std::uint16_t held_word, Level required);

// Sums over requirement rows. Units: gap in level units; weighted_* in level units × weight; fte in thousandths.
struct Sums {
    std::int64_t rows = 0; // = met + uncertain + below + unknown
    std::int64_t met = 0;
    std::int64_t uncertain = 0;
    std::int64_t below = 0; // in state gap
    std::int64_t unknown = 0;
    std::int64_t gap = 0;               // Σg
    std::int64_t weighted_gap = 0;      // Σwg
    std::int64_t weighted_required = 0; // ΣwR of the known rows
    std::int64_t fte_met = 0;           // Q
    std::int64_t fte_required = 0;      // D

    void add(const GapRow& row);
    // In the header: the rolling up of a sweep is little else.
    Sums& operator+=(const Sums& other) {
        rows += other.rows;
        met += other.met;
        uncertain += other.uncertain;
        below += other.below;
        unknown += other.unknown;
        gap += other.gap;
        weighted_gap += other.weighted_gap;
        weighted_required += other.weighted_required;
        fte_met += other.fte_met;
        fte_required += other.fte_required;
        return *this;
    }
    Sums& operator-=(const Sums& other) {
        rows -= other.rows;
        met -= other.met;
        uncertain -= other.uncertain;
        below -= other.below;
        unknown -= other.unknown;
        gap -= other.gap;
        weighted_gap -= other.weighted_gap;
        weighted_required -= other.weighted_required;
        fte_met -= other.fte_met;
        fte_required -= other.fte_required;
        return *this;
    }
    bool operator==(const Sums&) const = default;

    // G; nothing when nothing is known.
    [[nodiscard]] std::optional<double> weighted_share() const {
        if (weighted_required == 0) return std::nullopt;
        return static_cast<double>(weighted_gap) / static_cast<double>(weighted_required);
    }
    [[nodiscard]] std::optional<double> fit() const {
        if (weighted_required == 0) return std::nullopt;
        return 1 - static_cast<double>(weighted_gap) / static_cast<double>(weighted_required);
    }
    // C; nothing when nothing is demanded.
    [[nodiscard]] std::optional<double> coverage() const {
        if (fte_required == 0) return std::nullopt;
        return std::min(1.0, static_cast<double>(fte_met) / static_cast<double>(fte_required));
    }
};

// One person's rows summed up.
struct PersonSums {
    PersonIndex person = 0;
    Sums sums{};
    std::int64_t must_rows = 0;
    std::int64_t must_met = 0;

    // Every must is shown to be met, whatever the fit: a must in state gap, unknown or uncertain blocks.
    [[nodiscard]] bool ready() const { return must_met == must_rows; }
    bool operator==(const PersonSums&) const = default;
};

// Rows by role, then skill, of a person, or of several one after the other. People who have left have none.
void append_rows(const Snapshot& snapshot, PersonIndex person, std::vector<GapRow>& rows);
std::vector<GapRow> gap_rows(const Snapshot& snapshot, PersonIndex person);
std::vector<GapRow> gap_rows(const Snapshot& snapshot, std::span<const PersonIndex> people);

PersonSums person_sums(const Snapshot& snapshot, PersonIndex person);

// Sums with the number of distinct people behind them.
struct GroupSums {
    std::int64_t people = 0; // with at least one row
    Sums sums{};

    GroupSums& operator+=(const GroupSums& other) {
        people += other.people;
        sums += other.sums;
        return *this;
    }
    bool operator==(const GroupSums&) const = default;
};

// Over any set of people, each named once (a manager's chain: snapshot.lines().chain(manager)).
GroupSums set_sums(const Snapshot& snapshot, std::span<const PersonIndex> people);
// The same by skill: one entry a skill that the set's roles require, ascending.
std::vector<std::pair<SkillIndex, GroupSums>> set_sums_by_skill(const Snapshot& snapshot,
                                                                std::span<const PersonIndex> people);

} // namespace kunna::engine
