// Next assessments.
#include "insights/next_assessments.hpp"

#include "engine/next_statement.hpp"
#include "insights/people_names.hpp"

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
    std::size_t name = 0; // position in the list of names
};

class Search {
public:
    Search(const engine::Snapshot& snapshot, engine::Source source) :
        snapshot_{snapshot}, information_{snapshot.settings().weight_of(source)} {}

    // Appends the person's candidates, by skill.
    void look_at(engine::PersonIndex person, std::size_t name, std::vector<Candidate>& found) {
        rows_.clear();
        engine::append_rows(snapshot_, person, rows_);
        std::stable_sort(rows_.begin(), rows_.end(), [](const auto& a, const auto& b) { return a.skill < b.skill; });
        const std::size_t first = found.size();
        for (const engine::GapRow& row : rows_) {
            if (found.size() == first || found.back().skill != row.skill)
                found.push_back({.person = person,
                                 .skill = row.skill,
                                 .belief = belief_of(person, row.skill),
                                 .known = row.state != engine::State::unknown,
                                 .name = name});
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

// The n of largest value first; between equals whoever comes first by name.
void keep_first(std::vector<Candidate>& candidates, std::size_t n) {
    const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(std::min(n, candidates.size()));
    std::partial_sort(candidates.begin(), end, candidates.end(), [](const Candidate& a, const Candidate& b) {
        return std::tuple{-a.value, a.name, a.skill} < std::tuple{-b.value, b.name, b.skill};
    });
    candidates.erase(end, candidates.end());
}

} // namespace

NextAssessments next_assessments(db::Db& db, const Workforce& workforce, const access::Actor& actor,
                                 const NextAsked& asked) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    const Directory& directory = workforce.names();
    const auto unit = asked.unit ? directory.find(*asked.unit) : std::nullopt;
    const auto skill = asked.skill ? directory.find(*asked.skill) : std::nullopt;
    const auto names = db.read([&](db::Tx& tx) { return people_names(tx, actor, access::Sight::levels); });

    Search search{snapshot, engine::Source::manager};
    std::vector<Candidate> candidates;
    for (std::size_t n = 0; n < names.size(); ++n) {
        const auto person = workforce.find(names[n].first);
        if (!person || names[n].first == actor.person) continue;
        const engine::UnitIndex of = snapshot.unit_of(*person);
        if (asked.unit && (!unit || of < *unit || of >= snapshot.units().end_of(*unit))) continue;
        search.look_at(*person, n, candidates);
    }
    std::erase_if(candidates,
                  [&](const Candidate& c) { return c.value <= 0 || (asked.skill && (!skill || c.skill != *skill)); });

    NextAssessments told{.day = workforce.day(),
                         .source_weight = snapshot.settings().weight_of(engine::Source::manager),
                         .count = static_cast<std::int64_t>(candidates.size())};
    double all = 0;
    for (const Candidate& candidate : candidates) all += candidate.value;
    told.value = rounded(all);
    keep_first(candidates, asked.limit);
    std::vector<PersonId> opened;
    for (const Candidate& c : candidates) {
        const auto& [id, who] = names[c.name];
        opened.push_back(id);
        told.items.push_back({.person = id,
                              .name = who.name,
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
    std::sort(opened.begin(), opened.end());
    opened.erase(std::unique(opened.begin(), opened.end()), opened.end());
    access::note_read(db, actor, opened, "levels");
    return told;
}

} // namespace kunna::insights
