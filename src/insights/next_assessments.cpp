// Next assessments.
#include "insights/next_assessments.hpp"

#include "engine/next_statement.hpp"
#include "insights/seen.hpp"
#include "insights/visible_names.hpp"

namespace kunna::insights {

namespace {

// A person's skill that one or more roles require.
struct Candidate {
    engine::PersonIndex person = 0;
    engine::SkillIndex skill = 0;
    engine::Level required{}; // the highest
    engine::Belief belief{};
    bool must = false;
    bool known = false;
    std::int32_t weight = 0;
    double value = 0;
};

class Search {
public:
    Search(const engine::Snapshot& snapshot, engine::Source source) :
        snapshot_{snapshot}, information_{snapshot.settings().weight_of(source)} {}

    // Appends the person's candidates, by skill.
    void look_at(engine::PersonIndex person, std::vector<Candidate>& found) {
        rows_.clear();
        engine::append_rows(snapshot_, person, rows_);
        std::stable_sort(rows_.begin(), rows_.end(), [](const auto& a, const auto& b) { return a.skill < b.skill; });
        const std::size_t first = found.size();
        for (const engine::GapRow& row : rows_) {
            if (found.size() == first || found.back().skill != row.skill)
                found.push_back({.person = person,
                                 .skill = row.skill,
                                 .belief = belief_of(person, row.skill),
                                 .known = row.state != engine::State::unknown});
            Candidate& candidate = found.back();
            candidate.required = std::max(candidate.required, row.required);
            candidate.must = candidate.must || row.must;
            candidate.weight += row.weight;
            candidate.value += row.weight * information_.of(row.required.number(), candidate.belief);
        }
    }

private:
    [[nodiscard]] engine::Belief belief_of(engine::PersonIndex person, engine::SkillIndex skill) const {
        const engine::Skill& of = snapshot_.skills()[skill];
        return engine::belief(snapshot_.evidence_of(person, skill), of.kind, of.highest_step, snapshot_.settings(),
                              snapshot_.recency(), snapshot_.day());
    }

    const engine::Snapshot& snapshot_;
    engine::Information information_;
    std::vector<engine::GapRow> rows_;
};

// Of everybody in the unit, or everywhere, whom the actor sees; `self` is left out.
std::vector<Candidate> candidates_in(const Workforce& workforce, const Seen& seen,
                                     std::optional<engine::UnitIndex> unit, std::optional<engine::PersonIndex> self) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    const engine::Units& units = snapshot.units();
    const auto range = unit ? snapshot.block_range(*unit, units.end_of(*unit)) : snapshot.block_range(0, units.size());
    Search search{snapshot, engine::Source::manager};
    std::vector<Candidate> found;
    for (std::size_t b = range.begin; b < range.end; ++b)
        for (const engine::PersonIndex person : snapshot.block(b).person)
            if (seen.person(person) && person != self) search.look_at(person, found);
    return found;
}

// The n of largest value first; equals by person and skill.
void keep_first(std::vector<Candidate>& candidates, std::size_t n) {
    const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(std::min(n, candidates.size()));
    std::partial_sort(candidates.begin(), end, candidates.end(), [](const Candidate& a, const Candidate& b) {
        return std::tuple{-a.value, a.person, a.skill} < std::tuple{-b.value, b.person, b.skill};
    });
    candidates.erase(end, candidates.end());
}

} // namespace

Result<NextAssessments> next_assessments(db::Db& db, const Workforce& workforce, const access::Actor& actor,
                                         const NextAsked& asked) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    const Directory& directory = workforce.names();
    const auto unit = asked.unit ? directory.find(*asked.unit) : std::nullopt;
    const auto skill = asked.skill ? directory.find(*asked.skill) : std::nullopt;
    if (asked.unit && !unit) return refuse(Kind::not_found, "unit.not_found");
    if (asked.skill && !skill) return refuse(Kind::not_found, "skill.not_found");
    const Seen seen = db.read([&](db::Tx& tx) { return Seen::by(tx, workforce, actor); });

    std::vector<Candidate> candidates = candidates_in(workforce, seen, unit, workforce.find(actor.person));
    std::erase_if(candidates, [&](const Candidate& c) { return c.value <= 0 || (skill && c.skill != *skill); });
    NextAssessments told{.day = workforce.day(),
                         .source_weight = snapshot.settings().weight_of(engine::Source::manager),
                         .count = static_cast<std::int64_t>(candidates.size())};
    double all = 0;
    for (const Candidate& candidate : candidates) all += candidate.value;
    told.value = rounded(all);
    keep_first(candidates, asked.limit);
    std::vector<PersonId> opened;
    for (const Candidate& c : candidates) opened.emplace_back(snapshot.person_id(c.person));
    std::sort(opened.begin(), opened.end());
    opened.erase(std::unique(opened.begin(), opened.end()), opened.end());
    const auto names = db.read([&](db::Tx& tx) { return visible_names(tx, actor, access::Sight::levels, opened); });
    for (const Candidate& c : candidates) {
        const PersonId id{snapshot.person_id(c.person)};
        told.items.push_back({.person = id,
                              .name = names.at(id.value).name,
                              .unit_name = directory.units[snapshot.unit_of(c.person)].name,
                              .skill = directory.skills[c.skill].id,
                              .skill_name = directory.skills[c.skill].name,
                              .required = c.required.units / engine::Level::units_per_step,
                              .must = c.must,
                              .level = c.known ? std::optional{rounded(c.belief.level)} : std::nullopt,
                              .uncertainty = rounded(c.belief.deviation),
                              .weight = c.weight,
                              .value = rounded(c.value),
                              .share = rounded(c.value / all),
                              .scale_max = directory.skills[c.skill].highest});
    }
    access::note_read(db, actor, opened, "levels");
    return told;
}

} // namespace kunna::insights
