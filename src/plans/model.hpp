// Model: a workforce, what is asked of it and what is offered, as the problem that src/planning solves; and the way
// back from its places to people, needs and offers.
//
// Whose level of a skill is not known is not planned for: an assessment comes first, a course may not be needed at all.
// An activity is for whoever is at the level it begins at, or half a step below, and for whom it brings something; what
// it asks for first must be known, or be chosen with it and over before it begins.
#pragma once

#include "planning/problem.hpp"
#include "plans/movers.hpp"
#include "plans/offers.hpp"

#include <map>
#include <set>

namespace kunna::plans {

// Person → skills wished for.
using WishedSkills = std::map<engine::PersonIndex, std::set<SkillId>>;
// What must be in a person's plan beside the frame's locks: activities by place among the offers'.
using Promised = std::map<engine::PersonIndex, std::set<std::size_t>>;

// What a model is made of. Borrowed.
struct Given {
    const insights::Workforce& workforce;
    const std::vector<AskedNeed>& needs;
    const Gaps& gaps;
    const Offers& offers;
    const Frame& frame;
    const WishedSkills& wishes;
    const std::vector<Mover>& movers;
};

// People of the problem: somebody of the workforce, or somebody who comes to a need's group instead: hired, or
// reskilled from another role.
BOOST_DEFINE_ENUM_CLASS(Comes, hired, reskilled)
struct Planned {
    std::optional<engine::PersonIndex> person{};
    std::uint32_t need = 0;
    Comes comes = Comes::hired;
};

// The problem's options are the offers, then, where newcomers may be hired, one more that is for them alone, then one
// of each mover.
struct Model {
    planning::Problem problem{};
    std::vector<Planned> people{};
    // The level step behind each target: of person p from step_at[p] on.
    std::vector<std::size_t> step_at{};
    std::vector<std::int32_t> steps{};
    std::int64_t nothing_offered = 0; // people with gaps whom no activity is for
    // By activity: people who are to have it, and for whom what comes before it is not held in time.
    std::map<std::size_t, std::int64_t> too_late{};
};

// Of equals the cheaper, then the shorter is to be chosen, also where there is money enough: whatever a plan within the
// frame costs takes, with its hours at 400 kronor, at most this share of everything off its value.
inline constexpr double share_of_thrift = 0.0001;

// Needs are those given. only_musts: what is no must has nothing to be closed.
Model model_of(const Given& given, const Promised& promised, bool only_musts = false);

// Σ weight × what is open: the value if everything were closed.
planning::Value whole_of(const std::vector<AskedNeed>& needs, const Gaps& gaps);
// A need's weight as the problem counts it: hundredths.
std::int64_t counted_weight(const AskedNeed& need);
// The most credit that counts, of what is open.
std::int64_t credit_of(std::int64_t open);

} // namespace kunna::plans
