// Problem: who could take which learning activity when, what that would close, and what is limited.
//
// Columns of whole numbers: value and use of a plan are exact, the same on any number of threads, and can be
// recomputed by anybody. Money is in öre, time in minutes. What a plan closes is counted in credit: a level step that
// a person misses for sure, closed for sure, is `whole_step`; an uncertain level makes it less (thousandths of a
// step, E[clip(step − L, 0, 1)]), and so does an activity that not everybody succeeds in (percent).
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace kunna::planning {

using Value = std::int64_t; // weight × credit

inline constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();
inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::int64_t whole_step = 100'000;

// What a goal, or a role, lacks. Credit beyond `most` is worth nothing: a need of four people is not closed better by
// training forty.
struct Need {
    std::int64_t weight = 1; // of a level step, 1 – 1,000,000
    std::int64_t most = unlimited;
};

// One way to take an activity: a session, or a period to do it in.
struct Option {
    std::uint32_t activity = 0;
    std::uint8_t period = 0;
    std::uint32_t minutes = 0;
    std::int64_t cost = 0;         // a seat
    std::int64_t session_cost = 0; // once, as soon as anybody has a seat; from the whole budget
    std::int64_t seats = unlimited;
};

// Its limits hold for everybody in it and in the units under it.
struct Unit {
    std::uint32_t parent = none; // stands before it
    std::int64_t budget = unlimited;
    std::vector<std::int64_t> away{}; // minutes by period; empty = unlimited
};

// A level step that a person misses, and the need that asks for it.
struct Target {
    std::uint32_t need = 0;
    std::uint16_t missing = 1000; // thousandths of a step
};

// Targets `first` … `first + count − 1` of a person would be reached with this chance. Of several chosen candidates
// that cover a target the best alone counts.
struct Cover {
    std::uint8_t first = 0;
    std::uint8_t count = 0;
    std::uint8_t chance = 100; // percent, 1 – 100
};

struct NewCandidate {
    std::uint32_t option = 0;
    Value bonus = 0;             // a wish, or a promise kept; below 0: what it takes beside what is limited
    std::vector<Cover> covers{}; // ascending, no target twice
    // Only together with one of each of these, by place among the person's candidates: what must come before.
    std::vector<std::vector<std::uint16_t>> after{};
};

struct NewPerson {
    std::uint32_t unit = 0; // people come by unit, ascending
    std::uint32_t minutes = 0;
    std::uint32_t minutes_a_period = std::numeric_limits<std::uint32_t>::max();
    std::vector<Target> targets{}; // at most 255
    std::vector<NewCandidate> candidates{};
    std::vector<std::vector<std::uint16_t>> locks{}; // one of each of these must be chosen
};

struct Candidate {
    Value bonus = 0;
    std::uint32_t option = 0;
    std::uint32_t cover_at = 0;
};

// `of` only together with one of the members; `of` = always: one of the members in any case.
struct Clause {
    static constexpr std::uint16_t always = 0xFFFF;
    std::uint16_t of = always;
    std::uint16_t members = 0;
    std::uint32_t member_at = 0;
};

struct Person {
    std::uint32_t unit = 0;
    std::uint32_t minutes = 0;
    std::uint32_t minutes_a_period = 0;
    std::uint32_t target_at = 0;
    std::uint32_t candidate_at = 0;
    std::uint32_t clause_at = 0;
};

class Problem {
public:
    static constexpr std::size_t most_choices = 8; // a person's

    std::int64_t budget = unlimited;
    std::uint8_t periods = 1; // 1 – 16
    std::uint8_t choices = 4; // most of a person, 1 – most_choices
    std::vector<Need> needs{};
    std::vector<Option> options{};
    std::vector<Unit> units{};

    Problem();
    // Throws std::invalid_argument on what points outside, people out of order, more than 255 targets or 65,534
    // candidates, an empty lock, and numbers outside the bounds above.
    void add(const NewPerson& person);

    [[nodiscard]] std::size_t people() const { return people_.size() - 1; }
    [[nodiscard]] const Person& person(std::size_t p) const { return people_[p]; }
    [[nodiscard]] std::span<const Target> targets(std::size_t p) const;
    [[nodiscard]] std::span<const Candidate> candidates(std::size_t p) const;
    [[nodiscard]] std::span<const Clause> clauses(std::size_t p) const;
    [[nodiscard]] std::span<const Cover> covers(const Candidate& candidate) const {
        return {covers_.data() + candidate.cover_at, covers_.data() + (&candidate + 1)->cover_at};
    }
    [[nodiscard]] std::span<const std::uint16_t> members(const Clause& clause) const {
        return {members_.data() + clause.member_at, clause.members};
    }

private:
    // One longer than what they hold: the last says where the one before ends.
    std::vector<Person> people_;
    std::vector<Candidate> candidates_;
    std::vector<Target> targets_;
    std::vector<Cover> covers_;
    std::vector<Clause> clauses_;
    std::vector<std::uint16_t> members_;
};

// What somebody is to do: places among the person's candidates, ascending.
struct Bundle {
    std::uint8_t count = 0;
    std::uint16_t chosen[Problem::most_choices]{};

    [[nodiscard]] std::span<const std::uint16_t> items() const { return {chosen, count}; }
    [[nodiscard]] bool has(std::uint16_t place) const {
        for (const std::uint16_t one : items())
            if (one == place) return true;
        return false;
    }
    bool operator==(const Bundle&) const = default;
};

// Clause and bundle are of the same person.
bool kept(const Problem& problem, const Clause& clause, const Bundle& bundle);

// The best chance with which each target is reached, raised by what the candidate covers.
inline void reach(const Problem& problem, const Candidate& candidate, std::uint8_t* chance) {
    for (const Cover& cover : problem.covers(candidate))
        for (std::size_t t = cover.first; t < std::size_t{cover.first} + cover.count; ++t)
            chance[t] = chance[t] < cover.chance ? cover.chance : chance[t];
}

// Within the person's own limits: minutes, number of choices, one option of each activity, what must come before,
// locks.
bool allowed(const Problem& problem, std::size_t person, const Bundle& bundle);

// What a plan uses of each limit, and what it reaches of each need.
struct Use {
    std::int64_t seat_money = 0;          // without what sessions cost
    std::vector<std::int64_t> unit_money; // of the unit and all under it
    std::vector<std::int64_t> away;       // unit × periods + period, likewise
    std::vector<std::int64_t> seats;      // by option
    std::vector<std::int64_t> credit;     // by need, not cut at its most
    Value bonus = 0;

    explicit Use(const Problem& problem);
    // A person's part, into the person's own unit alone; roll_up then carries it to the units above.
    void add(const Problem& problem, std::size_t person, const Bundle& bundle, int sign = 1);
    void roll_up(const Problem& problem);
    Use& operator+=(const Use& other);
};

// Seats and sessions.
std::int64_t spent(const Problem& problem, const Use& use);

// Σ over needs of weight × min(credit, most), and the bonuses.
Value value_of(const Problem& problem, const Use& use);

} // namespace kunna::planning
