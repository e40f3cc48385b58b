// Finding.
#include "staffing/finding.hpp"

#include "base/text.hpp"
#include "base/texts.hpp"
#include "insights/profile.hpp"
#include "insights/visible_names.hpp"
#include "skills/catalogue.hpp"
#include "staffing/reach.hpp"

namespace kunna::staffing {

namespace {

using engine::PersonIndex;

// The question in the words of the picture.
struct Search {
    std::vector<engine::SkillIndex> skills{};
    std::vector<engine::Level> least{}; // of each
    engine::UnitIndex from = 0;
    engine::UnitIndex to = 0;
    std::string place{}; // folded
    std::optional<engine::RoleIndex> role{};
};

Result<Search> search_of(const insights::Workforce& workforce, const Wanted& wanted) {
    const insights::Directory& names = workforce.names();
    const engine::Units& units = workforce.snapshot().units();
    Search search{.to = units.size(), .place = text::fold(wanted.place)};
    if (wanted.skills.empty() || wanted.skills.size() > most_skills)
        return refuse_field("/query/skill", "staffing.skills", {{"most", std::to_string(most_skills)}});
    for (const WantedSkill& one : wanted.skills) {
        const auto skill = names.find(one.skill);
        if (!skill) return refuse(Kind::not_found, "skill.not_found");
        const int highest = names.skills[*skill].highest;
        if (one.level < 1 || one.level > highest)
            return refuse_field("/query/level", "staffing.level", {{"highest", std::to_string(highest)}});
        search.skills.push_back(*skill);
        search.least.push_back(engine::Level::of_step(one.level));
    }
    if (wanted.unit) {
        const auto unit = names.find(*wanted.unit);
        if (!unit) return refuse(Kind::not_found, "unit.not_found");
        search.from = *unit;
        search.to = units.end_of(*unit);
    }
    if (wanted.role) {
        search.role = names.find(*wanted.role);
        if (!search.role) return refuse(Kind::not_found, "role.not_found");
    }
    return search;
}

struct Candidate {
    PersonIndex person = 0;
    Way way = Way::seen;
    std::int64_t level = 0; // Σ over the skills
    std::int64_t confidence = 0;
    std::size_t order = 0; // by unit
};

// One level as those found that way are known by it.
struct Known {
    engine::Level level{};
    engine::Confidence confidence{};
    bool sure = false;
};
std::optional<Known> known(const engine::Snapshot& snapshot, PersonIndex person, engine::SkillIndex skill, Way way,
                           engine::Level least) {
    const auto held = snapshot.held(person, skill);
    if (!held) return std::nullopt;
    bool left_out = false;
    int highest = -1; // of what counts: a level lies between the statements that it is fused from
    if (way == Way::consent) {
        for (const engine::Evidence& one : snapshot.evidence_of(person, skill)) {
            if (one.source == engine::Source::self)
                left_out = true;
            else
                highest = std::max<int>(highest, one.step);
        }
    }
    if (!left_out) return Known{held->level, held->confidence, held->sure};
    if (highest < 0 || engine::Level::of_step(highest) < least) return std::nullopt;
    const auto fused = engine::fuse(counting(snapshot, person, skill, way), snapshot.skills()[skill].kind,
                                    snapshot.settings(), snapshot.recency(), snapshot.day());
    if (!fused.known) return std::nullopt;
    return Known{fused.level, fused.confidence, fused.sure(snapshot.settings())};
}

std::optional<Candidate> candidate(const engine::Snapshot& snapshot, PersonIndex person, Way way, const Search& search,
                                   bool sure) {
    Candidate found{.person = person, .way = way};
    for (std::size_t i = 0; i < search.skills.size(); ++i) {
        const auto held = known(snapshot, person, search.skills[i], way, search.least[i]);
        if (!held || held->level < search.least[i] || (sure && !held->sure)) return std::nullopt;
        found.level += held->level.units;
        found.confidence += held->confidence.units;
    }
    return found;
}

// All of them; the first so many in their order.
std::vector<Candidate> candidates(const insights::Workforce& workforce, const Reach& reach, const Search& search,
                                  bool sure, std::size_t ordered) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    std::vector<Candidate> found;
    const auto range = snapshot.block_range(search.from, search.to);
    for (std::size_t b = range.begin; b < range.end; ++b) {
        const engine::Block& block = snapshot.block(b);
        if (!search.place.empty() && text::fold(workforce.names().units[block.unit].located) != search.place) continue;
        for (std::size_t row = 0; row < block.people(); ++row) {
            const auto roles = block.roles_of(row);
            if (search.role && std::find(roles.begin(), roles.end(), *search.role) == roles.end()) continue;
            const PersonIndex person = block.person[row];
            const Way way = reach.way(person);
            if (way == Way::none) continue;
            if (auto one = candidate(snapshot, person, way, search, sure)) {
                one->order = found.size();
                found.push_back(*one);
            }
        }
    }
    // They came by unit, which decides between equals.
    const auto middle = found.begin() + static_cast<std::ptrdiff_t>(std::min(ordered, found.size()));
    std::partial_sort(found.begin(), middle, found.end(), [](const Candidate& a, const Candidate& b) {
        return std::tuple{-a.level, -a.confidence, a.order} < std::tuple{-b.level, -b.confidence, b.order};
    });
    return found;
}

FoundLevel told(const engine::Snapshot& snapshot, const Candidate& found, engine::SkillIndex skill, SkillId id) {
    const auto statements = counting(snapshot, found.person, skill, found.way);
    const engine::SkillKind kind = snapshot.skills()[skill].kind;
    const auto fused = engine::fuse(statements, kind, snapshot.settings(), snapshot.recency(), snapshot.day());
    return {id,
            insights::rounded(fused.level.number()),
            insights::rounded(
                engine::uncertainty(statements, fused, kind, snapshot.settings(), snapshot.recency(), snapshot.day())),
            insights::rounded(fused.confidence.number()),
            fused.sure(snapshot.settings()),
            fused.conflict};
}

// What is read of those whose levels the asker may see is noted as `what`.
Result<FoundPeople> found_people(db::Db& db, wishes::Consents& consents, const insights::Workforce& workforce,
                                 const access::Actor& actor, const Wanted& wanted, std::size_t from, std::size_t limit,
                                 std::string_view what) {
    const Search search = TRY(search_of(workforce, wanted));
    const engine::Snapshot& snapshot = workforce.snapshot();
    std::vector<Candidate> shown;
    std::vector<PersonId> read;
    std::vector<PersonId> consented;
    FoundPeople page;
    insights::VisibleNames names;
    db.read([&](db::Tx& tx) {
        const Reach reach =
            wanted.role ? Reach::seen_only(tx, workforce, actor) : Reach::by(tx, consents, workforce, actor);
        const auto found = candidates(workforce, reach, search, wanted.sure, from + limit);
        page.total = found.size();
        for (std::size_t i = from; i < found.size() && i - from < limit; ++i) {
            shown.push_back(found[i]);
            (found[i].way == Way::seen ? read : consented).emplace_back(snapshot.person_id(found[i].person));
        }
        names = insights::visible_names(tx, actor, access::Sight::levels, read);
        names.merge(insights::visible_names(tx, actor, access::Sight::findable, consented));
    });
    for (const Candidate& found : shown) {
        const PersonId person{snapshot.person_id(found.person)};
        const insights::UnitName& unit = workforce.names().units[snapshot.unit_of(found.person)];
        const insights::NamedPerson& who = names.at(person.value);
        const bool by_consent = found.way != Way::seen;
        FoundPerson one{person, by_consent ? "" : who.number, who.name, unit.id, unit.name, unit.located, by_consent,
                        {}};
        for (std::size_t s = 0; s < search.skills.size(); ++s)
            one.levels.push_back(told(snapshot, found, search.skills[s], wanted.skills[s].skill));
        page.items.push_back(std::move(one));
    }
    access::note_read(db, actor, read, what);
    access::note_read(db, actor, consented, "found");
    return page;
}

} // namespace

Result<FoundPeople> find_people(db::Db& db, wishes::Consents& consents, const insights::Workforce& workforce,
                                const access::Actor& actor, const Wanted& wanted, std::size_t from, std::size_t limit) {
    return found_people(db, consents, workforce, actor, wanted, from, limit, "levels");
}

Result<void> write_found(db::Db& db, wishes::Consents& consents, const insights::Workforce& workforce,
                         const access::Actor& actor, const Wanted& wanted, insights::FileKind kind,
                         tabular::Sink sink) {
    using tabular::CellType;
    const auto everyone = workforce.snapshot().person_end();
    const FoundPeople found = TRY(found_people(db, consents, workforce, actor, wanted, 0, everyone, "export"));
    const auto file = TRY(insights::table_writer(kind, actor.language,
                                                 {{"number", CellType::text},
                                                  {"name", CellType::text},
                                                  {"unit", CellType::text},
                                                  {"place", CellType::text},
                                                  {"skill", CellType::text},
                                                  {"level", CellType::number},
                                                  {"uncertainty", CellType::number},
                                                  {"confidence", CellType::number},
                                                  {"sure", CellType::text},
                                                  {"conflict", CellType::text},
                                                  {"by_consent", CellType::text}},
                                                 std::move(sink)));
    const std::string yes = texts::say(actor.language, "column.yes");
    const std::string no = texts::say(actor.language, "column.no");
    const auto word = [&](bool is) { return std::string_view{is ? yes : no}; };
    for (const FoundPerson& one : found.items) {
        for (const FoundLevel& held : one.levels) {
            const std::string& skill =
                skills::shown(workforce.names().skills[*workforce.names().find(held.skill)].name, actor.language);
            const std::array<tabular::Cell, 11> row{std::string_view{one.number},
                                                    std::string_view{one.name},
                                                    std::string_view{one.unit_name},
                                                    std::string_view{one.place},
                                                    std::string_view{skill},
                                                    held.level,
                                                    held.uncertainty,
                                                    held.confidence,
                                                    word(held.sure),
                                                    word(held.conflict),
                                                    word(one.by_consent)};
            TRY(file->row(row));
        }
    }
    return file->finish();
}

} // namespace kunna::staffing
