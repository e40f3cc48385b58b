// Workforce: reading it from the database.
#include "insights/workforce.hpp"

#include "assessments/assessments.hpp"
#include "insights/queries.hpp"

#include <thread>

namespace kunna::insights {

namespace {

constexpr int notice_days = 183; // "known to leave within six months"

struct UnitRow {
    UnitId id{};
    std::optional<UnitId> parent{};
    std::string code{};
    std::string name{};
    std::optional<std::string> place{};
};
BOOST_DESCRIBE_STRUCT(UnitRow, (), (id, parent, code, name, place))

struct SkillRow {
    SkillId id{};
    std::string key{};
    std::string name_sv{};
    std::string name_en{};
    std::optional<SkillGroupId> skill_group{};
    engine::SkillKind kind = engine::SkillKind::technical;
    int highest = 5;
    double hours_per_level = 0;
};
BOOST_DESCRIBE_STRUCT(SkillRow, (), (id, key, name_sv, name_en, skill_group, kind, highest, hours_per_level))

struct RoleRow {
    RoleId id{};
    std::string key{};
    std::string name_sv{};
    std::string name_en{};
};
BOOST_DESCRIBE_STRUCT(RoleRow, (), (id, key, name_sv, name_en))

struct StoredRequirement {
    RoleId role{};
    SkillId skill{};
    int level = 0;
    int importance = 1;
    bool must = false;
};
BOOST_DESCRIBE_STRUCT(StoredRequirement, (), (role, skill, level, importance, must))

struct PersonOn {
    PersonId id{};
    std::optional<Date> left_on{};
    std::optional<UnitId> unit{};
    std::optional<PersonId> manager{};
    std::optional<double> fte{};
};
BOOST_DESCRIBE_STRUCT(PersonOn, (), (id, left_on, unit, manager, fte))

struct Holding {
    PersonId person{};
    RoleId role{};
};
BOOST_DESCRIBE_STRUCT(Holding, (), (person, role))

std::uint16_t thousandths(std::optional<double> fte) {
    return static_cast<std::uint16_t>(std::lround(std::clamp(fte.value_or(1.0), 0.0, 2.0) * 1000));
}

bool leaving_soon(const PersonOn& person, Date day) {
    return person.left_on && *person.left_on - day <= notice_days;
}

std::vector<engine::Requirement> requirements(const Directory& directory, std::span<const StoredRequirement> rows) {
    std::vector<engine::Requirement> out;
    for (const StoredRequirement& row : rows)
        if (const auto skill = directory.find(row.skill))
            out.push_back(
                {*skill, engine::Level::of_step(row.level), static_cast<std::uint8_t>(row.importance), row.must});
    return out;
}

bool counts_on(const assessments::EvidenceRow& row, Date day) {
    return row.day <= day && (!row.ended || day < *row.ended);
}

} // namespace

int threads() {
    return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 16U));
}

std::optional<engine::PersonIndex> Workforce::find(PersonId person) const {
    const auto at = people_->find(person.value);
    if (at == people_->end() || !snapshot_.present(at->second)) return std::nullopt;
    return at->second;
}

const engine::Sweep& Workforce::sweep() const {
    std::call_once(swept_->once, [&] {
        engine::SweepOptions options;
        options.threads = threads();
        options.holders = false;
        auto made = std::make_shared<engine::Sweep>();
        engine::sweep(snapshot_, options, *made);
        swept_->sweep = std::move(made);
    });
    return *swept_->sweep;
}

const std::vector<std::uint32_t>& Workforce::holders() const {
    std::call_once(swept_->held, [&] { swept_->holders = engine::holders(snapshot_, threads()); });
    return swept_->holders;
}

const engine::Disclosure& Workforce::disclosure() const {
    std::call_once(swept_->disclosing, [&] {
        const engine::SuppressRule rule = suppress_rule();
        const engine::Sweep& swept = sweep();
        auto may =
            earlier_ && engine::still_discloses(*earlier_, snapshot_, swept, rule, threads())
                ? earlier_->may
                : std::make_shared<const engine::Disclosure>(engine::disclose(snapshot_, swept, rule, threads()));
        std::atomic_store(&swept_->disclosed, std::make_shared<const engine::Disclosed>(
                                                  engine::Disclosed{snapshot_, swept_->sweep, std::move(may)}));
    });
    return *swept_->disclosed->may;
}

std::shared_ptr<const engine::Disclosed> Workforce::disclosed() const {
    auto own = std::atomic_load(&swept_->disclosed);
    return own ? own : earlier_;
}

const std::vector<std::int64_t>& Workforce::headcounts() const {
    std::call_once(swept_->counted, [&] {
        const engine::Units& units = snapshot_.units();
        std::vector<std::int64_t> counts(units.size(), 0);
        for (std::size_t b = 0; b < snapshot_.block_count(); ++b)
            counts[snapshot_.block(b).unit] += static_cast<std::int64_t>(snapshot_.block(b).people());
        // Tree order: children stand after their parent.
        for (engine::UnitIndex u = units.size(); u-- > 0;)
            if (units.parent(u) != engine::no_index) counts[units.parent(u)] += counts[u];
        swept_->headcounts = std::move(counts);
    });
    return swept_->headcounts;
}

std::shared_ptr<const Workforce> Workforce::seen_up_to(std::int64_t seq) const {
    auto copy = std::make_shared<Workforce>(*this);
    copy->seq_ = seq;
    return copy;
}

std::shared_ptr<const Workforce> load(db::Tx& tx, Date day, std::int64_t seq) {
    const settings::Settings settings = settings::current(tx);
    engine::Builder builder{settings::for_engine(settings)};
    auto directory = std::make_shared<Directory>();
    auto indices = std::make_shared<PersonIndices>();

    auto units = tx.all<UnitRow>(queries::units);
    const auto people = tx.all<PersonOn>(queries::people_on, {{"day", day}});
    // Whoever has no position on the day still has a profile; they stand in a unit of their own, id 0.
    const bool unplaced = std::any_of(people.begin(), people.end(), [](const PersonOn& p) { return !p.unit; });
    if (unplaced || units.empty()) units.push_back({UnitId{}, {}, "", "", {}});
    std::unordered_map<std::int64_t, std::uint32_t> unit_number;
    for (std::uint32_t n = 0; n < units.size(); ++n) unit_number[units[n].id.value] = n;
    for (const UnitRow& unit : units)
        builder.add_unit(unit.id.value, unit.parent ? unit_number.at(unit.parent->value) : engine::no_index);

    for (const SkillRow& row : tx.all<SkillRow>(queries::skills)) {
        const auto index = builder.add_skill(
            {.id = row.id.value, .kind = row.kind, .highest_step = static_cast<std::uint8_t>(row.highest)});
        directory->skill_index[row.id.value] = index;
        directory->skills.push_back(
            {row.id, row.key, {row.name_sv, row.name_en}, row.skill_group, row.kind, row.highest, row.hours_per_level});
    }

    const auto wanted = tx.all<StoredRequirement>(queries::requirements_on, {{"day", day}});
    for (const RoleRow& row : tx.all<RoleRow>(queries::roles)) {
        const auto range = std::equal_range(wanted.begin(), wanted.end(), StoredRequirement{row.id},
                                            [](const auto& a, const auto& b) { return a.role < b.role; });
        const auto index = builder.add_role(row.id.value, requirements(*directory, {range.first, range.second}));
        directory->role_index[row.id.value] = index;
        directory->roles.push_back({row.id, row.key, {row.name_sv, row.name_en}});
    }

    for (std::size_t n = 0; n < people.size(); ++n)
        (*indices)[people[n].id.value] = static_cast<engine::PersonIndex>(n);
    std::vector<std::vector<engine::RoleIndex>> roles(people.size());
    tx.each<Holding>(queries::holders_on, {{"day", day}}, [&](const Holding& held) {
        const auto person = indices->find(held.person.value);
        if (person != indices->end()) roles[person->second].push_back(directory->role_index.at(held.role.value));
    });
    for (std::size_t n = 0; n < people.size(); ++n) {
        const PersonOn& person = people[n];
        engine::NewPerson added;
        added.id = person.id.value;
        added.unit = unit_number.at(person.unit ? person.unit->value : 0);
        if (person.manager) {
            const auto manager = indices->find(person.manager->value);
            if (manager != indices->end()) added.manager = manager->second;
        }
        added.fte = thousandths(person.fte);
        added.leaving = leaving_soon(person, day);
        added.roles = std::move(roles[n]);
        builder.add_person(std::move(added));
    }
    assessments::each_evidence(tx, [&](const assessments::EvidenceRow& row) {
        const auto person = indices->find(row.person.value);
        if (person == indices->end() || !counts_on(row, day)) return;
        builder.add_evidence(person->second, engine::Evidence::of(directory->skill_index.at(row.skill.value),
                                                                  row.source, row.level, row.day, row.expires));
    });

    auto built = builder.build(day, threads());
    if (!built.ok()) throw std::runtime_error{"the stored workforce cannot be built: " + built.error().code};
    const engine::Units& order = built->units();
    directory->units.resize(units.size());
    for (std::uint32_t n = 0; n < units.size(); ++n) {
        const auto index = order.of_number(n);
        directory->unit_index[units[n].id.value] = index;
        directory->units[index] = {units[n].id, units[n].parent, units[n].code, units[n].name,
                                   units[n].place.value_or("")};
    }
    // Tree order: parents first.
    for (engine::UnitIndex u = 0; u < order.size(); ++u)
        if (std::string& located = directory->units[u].located; located.empty() && order.parent(u) != engine::no_index)
            located = directory->units[order.parent(u)].located;
    return std::make_shared<Workforce>(seq, seq, std::move(built).unwrap(), settings, std::move(directory),
                                       std::move(indices));
}

std::shared_ptr<const Workforce> refresh(db::Tx& tx, const Workforce& before, const std::vector<PersonId>& people,
                                         std::int64_t seq) {
    const Date day = before.day();
    const Directory& names = before.names();
    engine::Changes changes;
    auto indices = before.people();
    std::shared_ptr<PersonIndices> grown;
    std::size_t next = before.snapshot().person_end();
    for (const PersonId id : people) {
        const auto person = tx.one<PersonOn>(queries::person_on, {{"person", id}, {"day", day}});
        const auto known = before.find(id);
        if (!person) {
            if (known) {
                engine::PersonChange gone;
                gone.person = *known;
                gone.left = true;
                changes.people.push_back(std::move(gone));
            }
            continue;
        }
        const auto unit = names.find(person->unit.value_or(UnitId{}));
        if (!unit) return load(tx, day, seq); // the first person without a unit, or a unit that is new
        engine::PersonIndex manager = engine::no_index;
        if (person->manager)
            if (const auto above = before.find(*person->manager)) manager = *above;
        std::vector<engine::RoleIndex> roles;
        for (const RoleId role : tx.all<RoleId>(queries::roles_of_person_on, {{"person", id}, {"day", day}}))
            if (const auto index = names.find(role)) roles.push_back(*index);
        std::vector<engine::Evidence> evidence;
        for (const assessments::EvidenceRow& row : assessments::evidence_of(tx, id))
            if (counts_on(row, day))
                evidence.push_back(engine::Evidence::of(names.skill_index.at(row.skill.value), row.source, row.level,
                                                        row.day, row.expires));
        if (known) {
            engine::PersonChange change;
            change.person = *known;
            if (before.snapshot().unit_of(*known) != *unit) change.unit = *unit;
            if (before.snapshot().lines().manager(*known) != manager) change.manager = manager;
            change.fte = thousandths(person->fte);
            change.leaving = leaving_soon(*person, day);
            change.roles = std::move(roles);
            change.evidence = std::move(evidence);
            changes.people.push_back(std::move(change));
        } else {
            if (!grown) grown = std::make_shared<PersonIndices>(*indices);
            (*grown)[id.value] = static_cast<engine::PersonIndex>(next++);
            changes.joined.push_back({id.value, *unit, manager, thousandths(person->fte), leaving_soon(*person, day),
                                      std::move(roles), std::move(evidence)});
        }
    }
    auto changed = before.snapshot().with(changes);
    // What cannot be told as a change (two people who swapped places in one step, say) is read anew as a whole.
    if (!changed.ok()) return load(tx, day, seq);
    if (grown) indices = std::move(grown);
    return std::make_shared<Workforce>(seq, seq, std::move(changed).unwrap(), before.settings(), before.directory(),
                                       std::move(indices), before.disclosed());
}

} // namespace kunna::insights
