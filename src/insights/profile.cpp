// Profile.
#include "insights/profile.hpp"

#include "assessments/assessments.hpp"
#include "insights/queries.hpp"
#include "people/person.hpp"

#include <set>

namespace kunna::insights {

namespace {

struct PersonName {
    PersonId id{};
    std::string given{};
    std::string family{};
};
BOOST_DESCRIBE_STRUCT(PersonName, (), (id, given, family))

std::vector<NewestOfSource> newest_by_source(std::span<const engine::Evidence> statements, std::uint16_t on) {
    std::vector<NewestOfSource> newest;
    for (const engine::Evidence& e : statements) {
        if (!e.holds_on(on)) continue;
        auto found = std::find_if(newest.begin(), newest.end(), [&](const auto& n) { return n.source == e.source; });
        if (found == newest.end())
            newest.push_back({e.source, e.step, e.day(), e.expires()});
        else if (e.day() >= found->day)
            *found = {e.source, e.step, e.day(), e.expires()};
    }
    std::sort(newest.begin(), newest.end(), [](const auto& a, const auto& b) { return a.day > b.day; });
    return newest;
}

void tell_level(HeldSkill& held, const engine::Snapshot& snapshot, engine::PersonIndex person,
                engine::SkillIndex skill) {
    const auto statements = snapshot.evidence_of(person, skill);
    const engine::SkillKind kind = snapshot.skills()[skill].kind;
    const auto fused = engine::fuse(statements, kind, snapshot.settings(), snapshot.recency(), snapshot.day());
    held.sources = newest_by_source(statements, engine::Evidence::number_of(snapshot.day()));
    if (!fused.known) return;
    held.level = rounded(fused.level.number());
    held.uncertainty =
        rounded(engine::uncertainty(statements, fused, kind, snapshot.settings(), snapshot.recency(), snapshot.day()));
    held.confidence = rounded(fused.confidence.number());
    held.needs_refresh = fused.needs_refresh(snapshot.settings());
    held.conflict = fused.conflict;
}

// The hardest row of a skill leads: must before not, then the higher level.
void tell_requirement(HeldSkill& held, const engine::Snapshot& snapshot, const engine::GapRow& row,
                      const Directory& names) {
    held.roles.push_back(names.roles[row.role].id);
    const auto required = static_cast<std::int32_t>(row.required.units / engine::Level::units_per_step);
    if (held.required && (held.must > row.must || (held.must == row.must && *held.required >= required))) return;
    const int factor = row.must ? snapshot.settings().must_factor : 1;
    held.required = required;
    held.importance = row.weight / factor;
    held.must = row.must;
    held.state = row.state;
    if (row.state != engine::State::unknown) held.gap = steps(row.gap.units);
}

std::vector<HeldSkill> held_skills(const Workforce& workforce, engine::PersonIndex person,
                                   const std::set<std::int64_t>& contested) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    const Directory& names = workforce.names();
    std::map<engine::SkillIndex, HeldSkill> by_skill;
    const auto of = [&](engine::SkillIndex skill) -> HeldSkill& {
        const auto [at, added] = by_skill.try_emplace(skill);
        if (added) {
            const SkillName& name = names.skills[skill];
            at->second.skill = name.id;
            at->second.name = name.name;
            at->second.kind = db::enum_name(name.kind);
            at->second.scale_max = name.highest;
            at->second.contested = contested.contains(name.id.value);
            tell_level(at->second, snapshot, person, skill);
        }
        return at->second;
    };
    for (const engine::GapRow& row : engine::gap_rows(snapshot, person))
        tell_requirement(of(row.skill), snapshot, row, names);
    for (const engine::Evidence& e : snapshot.evidence_of(person)) of(e.skill);
    std::vector<HeldSkill> out;
    for (auto& [skill, held] : by_skill) out.push_back(std::move(held));
    // What the roles need comes first, musts before the rest, then by what it asks.
    std::stable_sort(out.begin(), out.end(), [](const HeldSkill& a, const HeldSkill& b) {
        return std::tuple{a.required.has_value(), a.must, a.required.value_or(0) * a.importance.value_or(0)} >
               std::tuple{b.required.has_value(), b.must, b.required.value_or(0) * b.importance.value_or(0)};
    });
    return out;
}

} // namespace

std::vector<RequirementRow> requirement_rows(const Workforce& workforce, engine::PersonIndex person) {
    const Directory& names = workforce.names();
    std::vector<RequirementRow> out;
    for (const engine::GapRow& row : engine::gap_rows(workforce.snapshot(), person)) {
        RequirementRow told{.person = PersonId{workforce.snapshot().person_id(person)},
                            .role = names.roles[row.role].id,
                            .skill = names.skills[row.skill].id,
                            .required = static_cast<std::int32_t>(row.required.units / engine::Level::units_per_step),
                            .weight = row.weight,
                            .must = row.must,
                            .state = row.state};
        if (row.state != engine::State::unknown) {
            told.level = rounded(row.level.number());
            told.confidence = rounded(row.confidence.number());
            told.gap = steps(row.gap.units);
        }
        out.push_back(told);
    }
    return out;
}

Result<SkillProfile> skill_profile(db::Db& db, Workforces& workforces, const access::Actor& actor, PersonId person,
                                   std::optional<Date> day, std::string_view what) {
    SkillProfile profile;
    std::set<std::int64_t> contested;
    TRY(db.read([&](db::Tx& tx) -> Result<void> {
        TRY(access::may_see(tx, actor, access::Sight::levels, person));
        const db::Scope scope = access::visible_people(tx, actor, access::Sight::levels);
        const auto name = tx.one<PersonName>(queries::names_of_visible, scope, {{"first", person}, {"last", person}});
        profile.name = people::full_name(name->given, name->family);
        for (const SkillId skill : tx.all<SkillId>(queries::contested_of_person, scope, {{"person", person}}))
            contested.insert(skill.value);
        profile.wishes = wishes::wishes_of(tx, scope, person);
        profile.sources = assessments::sources_of(tx, actor, person);
        return {};
    }));
    const auto workforce = workforces.as_of(day);
    profile.person = person;
    profile.day = workforce->day();
    // Not employed on the day: known, but nothing is required of them.
    if (const auto index = workforce->find(person)) {
        profile.sums = sums_of(engine::person_sums(workforce->snapshot(), *index));
        profile.skills = held_skills(*workforce, *index, contested);
    }
    access::note_read(db, actor, {person}, what);
    return profile;
}

} // namespace kunna::insights
