// Explanation: how one level came about – every statement with its weight, its age and its share, and what was said of
// it.
#pragma once

#include "assessments/assessment.hpp"
#include "insights/profile.hpp"

namespace kunna::insights {

struct ExplainedStatement {
    AssessmentId id{};
    engine::Source source = engine::Source::self;
    std::int32_t level = 0;
    Date day{};
    std::string assessor{};
    std::string note{};
    std::optional<Date> expires{};
    double weight = 0;     // w of the source
    double age_months = 0; // on the day asked
    double decay = 1;      // δ, what age has left of it
    double share = 0;      // of the fused level; the shares of all that count add up to 1
    bool counts = false;
    std::optional<std::string> why_not{}; // ended, expired, later: why it does not count
    std::optional<assessments::End> end{};
    std::vector<assessments::Comment> comments{};
    std::vector<assessments::Attachment> attachments{};
    std::optional<assessments::Contest> contest{}; // the newest
    Instant recorded{};
    bool own = false; // recorded by the reader
};
BOOST_DESCRIBE_STRUCT(ExplainedStatement, (),
                      (id, source, level, day, assessor, note, expires, weight, age_months, decay, share, counts,
                       why_not, end, comments, attachments, contest, recorded, own))

// The least that one new statement of the source, made today, would have to say for the requirement to be covered.
struct CoveringStatement {
    engine::Source source = engine::Source::manager;
    std::int32_t level = 0;
};
BOOST_DESCRIBE_STRUCT(CoveringStatement, (), (source, level))

struct LevelExplanation {
    SkillId skill{};
    skills::Text name{};
    std::optional<double> level{};
    std::optional<double> uncertainty{};
    double confidence = 0;
    bool needs_refresh = false;
    bool conflict = false;
    bool self_only = false; // only self-ratings: never counts as covered
    double threshold = 0.5;
    double half_life_months = 0;
    std::optional<std::int32_t> required{};      // the highest of the roles'
    bool covered = false;                        // the level is as high, and sure
    std::vector<CoveringStatement> covered_by{}; // of each source whose statement alone would do; none when covered
    skills::Scale scale{};
    std::vector<skills::Anchor> anchors{};
    std::vector<ExplainedStatement> evidence{}; // newest first
};
BOOST_DESCRIBE_STRUCT(LevelExplanation, (),
                      (skill, name, level, uncertainty, confidence, needs_refresh, conflict, self_only, threshold,
                       half_life_months, required, covered, covered_by, scale, anchors, evidence))

// As of a day. Refuses as may_see(levels) does; the read is logged.
Result<LevelExplanation> explain_level(db::Db& db, Workforces& workforces, const access::Actor& actor, PersonId person,
                                       SkillId skill, std::optional<Date> day);

} // namespace kunna::insights
