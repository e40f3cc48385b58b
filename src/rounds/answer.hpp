// Answer: what one voice says about one skill of one person. "Don't know" and "not relevant" are answers of the round
// and never levels.
#pragma once

#include "rounds/round.hpp"

namespace kunna::rounds {

BOOST_DEFINE_ENUM_CLASS(AnswerKind, level, unknown, irrelevant)

struct GivenAnswer {
    AnswerKind kind = AnswerKind::level;
    std::optional<std::int32_t> level{}; // raw step on the skill's scale, for a level only
    bool operator==(const GivenAnswer&) const = default;
};
BOOST_DESCRIBE_STRUCT(GivenAnswer, (), (kind, level))

// What the same source said last, before or in this round.
struct SaidBefore {
    std::int32_t level = 0;
    Date day{};
};
BOOST_DESCRIBE_STRUCT(SaidBefore, (), (level, day))

// A skill as a form asks about it. For levels without an anchor of the skill's own, the scale's is what to show.
struct AskedSkill {
    SkillId id{};
    Text name{};
    Text description{};
    ScaleId scale{};
    std::vector<skills::Anchor> anchors{};
};
BOOST_DESCRIBE_STRUCT(AskedSkill, (), (id, name, description, scale, anchors))

// How far a case has come after a change.
struct CaseProgress {
    std::int64_t questions = 0;
    std::int64_t answered = 0;
    // What the person answered; told to the manager only when the manager has answered.
    std::optional<GivenAnswer> self{};
};
BOOST_DESCRIBE_STRUCT(CaseProgress, (), (questions, answered, self))

} // namespace kunna::rounds
