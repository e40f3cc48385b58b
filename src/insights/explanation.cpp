// Explanation: the engine's own account of a level, beside the stored statements.
#include "insights/explanation.hpp"

#include "assessments/assessments.hpp"
#include "skills/catalogue.hpp"

namespace kunna::insights {

namespace {

constexpr double days_a_month = 365.2425 / 12;

std::optional<std::string> why_not(const assessments::Statement& statement, Date on) {
    if (statement.end && statement.end->day <= on) return "ended";
    if (statement.day > on) return "later";
    if (statement.expires && *statement.expires < on) return "expired";
    return std::nullopt;
}

ExplainedStatement told(const assessments::Statement& statement, Date on) {
    ExplainedStatement out{.id = statement.id,
                           .source = statement.source,
                           .level = statement.level,
                           .day = statement.day,
                           .assessor = statement.assessor_name,
                           .note = statement.note,
                           .expires = statement.expires,
                           .why_not = why_not(statement, on),
                           .end = statement.end,
                           .comments = statement.comments,
                           .recorded = statement.recorded};
    out.age_months = rounded(std::max(0, on - statement.day) / days_a_month);
    if (!statement.contests.empty()) out.contest = statement.contests.back();
    return out;
}

// The statements that count as the engine takes them, each with its place in `evidence`.
std::vector<std::pair<engine::Evidence, std::size_t>> for_engine(const std::vector<assessments::Statement>& statements,
                                                                 Date on) {
    std::vector<std::pair<engine::Evidence, std::size_t>> placed;
    for (std::size_t i = 0; i < statements.size(); ++i)
        if (statements[i].counts_on(on))
            placed.emplace_back(engine::Evidence::of(0, statements[i].source, statements[i].level, statements[i].day,
                                                     statements[i].expires),
                                i);
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return placed;
}

} // namespace

Result<LevelExplanation> explain_level(db::Db& db, const access::Actor& actor, PersonId person, SkillId skill,
                                       std::optional<Date> day) {
    auto explained = TRY(db.read([&](db::Tx& tx) -> Result<LevelExplanation> {
        TRY(access::may_see(tx, actor, access::Sight::levels, person));
        const skills::Skill held = TRY(skills::find_skill(tx, skill));
        const auto settings = settings::for_engine(settings::current(tx));
        const Date on = day.value_or(tx.today());
        const auto statements =
            assessments::history(tx, access::visible_people(tx, actor, access::Sight::levels), person, skill);

        LevelExplanation out{.skill = skill,
                             .name = held.name,
                             .threshold = settings.threshold.number(),
                             .scale = held.scale,
                             .anchors = held.anchors};
        out.half_life_months = settings.half_life_months[static_cast<std::size_t>(held.kind)];
        for (const assessments::Statement& statement : statements) out.evidence.push_back(told(statement, on));

        const auto placed = for_engine(statements, on);
        std::vector<engine::Evidence> evidence;
        for (const auto& [e, place] : placed) evidence.push_back(e);
        const auto account = engine::explain(evidence, held.kind, settings, engine::Recency{settings}, on);
        for (const engine::Part& part : account.parts) {
            ExplainedStatement& statement = out.evidence[placed[part.statement].second];
            statement.counts = part.counts;
            statement.weight = rounded(part.weight);
            statement.decay = rounded(part.recency);
            statement.share = rounded(part.share);
        }
        if (account.fused.known) {
            out.level = rounded(account.fused.level.number());
            out.uncertainty = rounded(uncertainty(account, evidence));
            out.confidence = rounded(account.fused.confidence.number());
            out.needs_refresh = account.fused.needs_refresh(settings);
            out.conflict = account.fused.conflict;
            out.self_only = account.fused.self_only;
        }
        return out;
    }));
    access::note_read(db, actor, {person}, "levels");
    return explained;
}

} // namespace kunna::insights
