// Explanation: the engine's own account of a level, beside the stored statements.
#include "insights/explanation.hpp"

#include "assessments/assessments.hpp"
#include "engine/next_statement.hpp"
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

ExplainedStatement told(const assessments::Statement& statement, const access::Actor& reader, Date on) {
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
                           .attachments = statement.attachments,
                           .recorded = statement.recorded,
                           .own = statement.account == reader.account};
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

// The highest level that the person's roles require of the skill; nothing when none does.
std::optional<engine::Level> required_of(const Workforce& workforce, PersonId person, SkillId skill) {
    const auto index = workforce.find(person);
    if (!index) return std::nullopt;
    std::optional<engine::Level> highest;
    for (const engine::GapRow& row : engine::gap_rows(workforce.snapshot(), *index))
        if (workforce.names().skills[row.skill].id == skill) highest = std::max(highest, std::optional{row.required});
    return highest;
}

void tell_cover(LevelExplanation& out, engine::Level required, std::span<const engine::Evidence> evidence,
                const engine::Fused& fused, const skills::Skill& held, const engine::Settings& settings,
                const engine::Recency& recency, Date on) {
    out.required = required.units / engine::Level::units_per_step;
    out.covered = fused.sure(settings) && fused.level >= required;
    if (out.covered) return;
    for (const engine::Source source :
         {engine::Source::manager, engine::Source::test, engine::Source::certificate, engine::Source::expert})
        if (const auto step =
                engine::step_to_cover(evidence, source, required, held.scale.max, held.kind, settings, recency, on))
            out.covered_by.push_back({source, *step});
}

} // namespace

Result<LevelExplanation> explain_level(db::Db& db, Workforces& workforces, const access::Actor& actor, PersonId person,
                                       SkillId skill, std::optional<Date> day) {
    const auto workforce = workforces.as_of(day);
    auto explained = TRY(db.read([&](db::Tx& tx) -> Result<LevelExplanation> {
        TRY(access::may_see(tx, actor, access::Sight::levels, person));
        const skills::Skill held = TRY(skills::find_skill(tx, skill));
        const engine::Settings& settings = workforce->snapshot().settings();
        const engine::Recency& recency = workforce->snapshot().recency();
        const Date on = workforce->day();
        const auto statements =
            assessments::history(tx, access::visible_people(tx, actor, access::Sight::levels), person, skill);

        LevelExplanation out{.skill = skill,
                             .name = held.name,
                             .threshold = settings.threshold.number(),
                             .scale = held.scale,
                             .anchors = held.anchors};
        out.half_life_months = settings.half_life_months[static_cast<std::size_t>(held.kind)];
        for (const assessments::Statement& statement : statements) out.evidence.push_back(told(statement, actor, on));

        const auto placed = for_engine(statements, on);
        std::vector<engine::Evidence> evidence;
        for (const auto& [e, place] : placed) evidence.push_back(e);
        const auto account = engine::explain(evidence, held.kind, settings, recency, on);
        for (const engine::Part& part : account.parts) {
            ExplainedStatement& statement = out.evidence[placed[part.statement].second];
            statement.counts = part.counts;
            statement.weight = rounded(part.weight);
            statement.decay = rounded(part.recency);
            statement.share = rounded(part.share);
        }
        if (account.fused.known) {
            out.level = rounded(account.fused.level.number());
            out.uncertainty = rounded(engine::uncertainty(evidence, account.fused, held.kind, settings, recency, on));
            out.confidence = rounded(account.fused.confidence.number());
            out.needs_refresh = account.fused.needs_refresh(settings);
            out.conflict = account.fused.conflict;
            out.self_only = account.fused.self_only;
        }
        if (const auto required = required_of(*workforce, person, skill))
            tell_cover(out, *required, evidence, account.fused, held, settings, recency, on);
        return out;
    }));
    access::note_read(db, actor, {person}, "levels");
    return explained;
}

} // namespace kunna::insights
