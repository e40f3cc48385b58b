// A Snapshot made by changes is the Snapshot that would be built anew; and it shares what did not change.
#include "engine/heat_map.hpp"
#include "workforce.hpp"

#include <gtest/gtest.h>

namespace kunna::engine {
namespace {

using namespace testing;

const Date today = *Date::parse("2026-11-21");

// What a rebuild would say of the same workforce. Those who have left are left out of the rebuild's input, so their
// indices differ; ids tell who is who.
void expect_same(const Snapshot& changed, const PlainWorkforce& w) {
    PlainWorkforce present = w;
    for (PlainPerson& p : present.people)
        if (p.left) {
            p.roles.clear();
            p.evidence.clear();
        }
    const Snapshot rebuilt = snapshot_of(present);
    ASSERT_EQ(changed.person_end(), rebuilt.person_end());
    for (PersonIndex p = 0; p < changed.person_end(); ++p) {
        ASSERT_EQ(changed.person_id(p), rebuilt.person_id(p));
        ASSERT_EQ(changed.present(p), !w.people[p].left);
        ASSERT_EQ(gap_rows(changed, p), gap_rows(rebuilt, p));
        ASSERT_EQ(changed.lines().manager(p), w.people[p].manager);
        if (!changed.present(p)) continue;
        ASSERT_EQ(changed.unit_of(p), rebuilt.unit_of(p));
        ASSERT_EQ(changed.leaving(p), rebuilt.leaving(p));
        const auto ours = changed.evidence_of(p);
        const auto theirs = rebuilt.evidence_of(p);
        ASSERT_TRUE(std::equal(ours.begin(), ours.end(), theirs.begin(), theirs.end()));
        const auto chain = changed.lines().chain(p);
        const auto other = rebuilt.lines().chain(p);
        ASSERT_TRUE(std::equal(chain.begin(), chain.end(), other.begin(), other.end()));
    }
    for (const Layout layout : {Layout::aligned, Layout::compressed}) {
        const Sweep a = sweep(changed, {.threads = 2, .layout = layout});
        const Sweep b = sweep(rebuilt, {.layout = layout});
        ASSERT_EQ(unit_sums(changed, a), unit_sums(rebuilt, b));
        ASSERT_EQ(skill_sums(changed, a), skill_sums(rebuilt, b));
        ASSERT_EQ(role_sums(changed, a), role_sums(rebuilt, b));
        for (UnitIndex u = 0; u < changed.units().size(); u += 3)
            ASSERT_EQ(heat_row(changed, a, u), heat_row(rebuilt, b, u));
    }
}

// One random change to the plain workforce, and the same to be told to the Snapshot.
Changes change_at_random(PlainWorkforce& w, const Snapshot& s, const Shape& shape, std::mt19937& random) {
    Changes changes;
    const auto joins = random() % 8 == 0 ? 1 + random() % 3 : 0;
    for (unsigned n = 0; n < joins; ++n) {
        PlainPerson person;
        person.unit = static_cast<int>(random() % static_cast<unsigned>(shape.units));
        person.manager = static_cast<PersonIndex>(random() % w.people.size());
        person.roles = random_roles(random, shape);
        person.evidence = {random_evidence(random, shape.skills, w.day), random_evidence(random, shape.skills, w.day)};
        changes.joined.push_back({.id = 100 + static_cast<int>(w.people.size()),
                                  .unit = s.units().of_number(static_cast<std::uint32_t>(person.unit)),
                                  .manager = person.manager,
                                  .roles = person.roles,
                                  .evidence = person.evidence});
        w.people.push_back(person);
    }
    if (random() % 6 == 0) {
        const auto role = static_cast<RoleIndex>(random() % w.roles.size());
        w.roles[role] = random_requirements(random, shape);
        changes.roles.emplace_back(role, w.roles[role]);
    }
    std::vector<PersonIndex> chosen;
    for (unsigned n = random() % 4; n > 0; --n) {
        const auto p = static_cast<PersonIndex>(random() % s.person_end());
        if (!w.people[p].left && std::find(chosen.begin(), chosen.end(), p) == chosen.end()) chosen.push_back(p);
    }
    for (const PersonIndex p : chosen) {
        PlainPerson& person = w.people[p];
        PersonChange change{.person = p};
        switch (random() % 7) {
        case 0:
            person.unit = static_cast<int>(random() % static_cast<unsigned>(shape.units));
            change.unit = s.units().of_number(static_cast<std::uint32_t>(person.unit));
            break;
        case 1:
            person.roles = random_roles(random, shape);
            change.roles = person.roles;
            break;
        case 2:
            person.fte = static_cast<int>(random() % 1001);
            person.leaving = !person.leaving;
            change.fte = static_cast<std::uint16_t>(person.fte);
            change.leaving = person.leaving;
            break;
        case 3:
            if (p > 0 && p < 300) { // managers stay before their people, so no cycle arises
                person.manager = random() % 5 == 0 ? no_index : static_cast<PersonIndex>(random() % p);
                change.manager = person.manager;
            }
            break;
        case 4:
            if (random() % 3 == 0) {
                person.left = true;
                change.left = true;
            }
            break;
        default:
            change.new_evidence = {random_evidence(random, shape.skills, w.day),
                                   random_evidence(random, shape.skills, w.day)};
            person.evidence.insert(person.evidence.end(), change.new_evidence.begin(), change.new_evidence.end());
        }
        changes.people.push_back(change);
    }
    return changes;
}

TEST(Changes, AfterRandomSequencesTheSnapshotIsTheOneBuiltAnew) {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        Shape shape;
        shape.units = seed == 2 ? 2 : 25; // few units: several blocks each
        shape.people = seed == 2 ? 700 : 300;
        PlainWorkforce w = random_workforce(seed, shape);
        Snapshot s = snapshot_of(w);
        std::mt19937 random{seed};
        for (int step = 1; step <= 120; ++step) {
            const Changes changes = change_at_random(w, s, shape, random);
            auto next = s.with(changes);
            ASSERT_TRUE(next);
            s = *next;
            if (step % 40 == 0) expect_same(s, w);
            if (HasFatalFailure()) return;
        }
    }
}

TEST(Changes, ReadersKeepTheSnapshotTheyHave) {
    const PlainWorkforce w = random_workforce(7, {});
    const Snapshot before = snapshot_of(w);
    const auto rows = gap_rows(before, 3);
    const auto after = before.with(Changes{.people = {{.person = 3, .roles = std::vector<RoleIndex>{}}}});
    ASSERT_TRUE(after);
    EXPECT_TRUE(gap_rows(*after, 3).empty());
    EXPECT_EQ(gap_rows(before, 3), rows);
}

TEST(Changes, OnePersonsNewEvidenceSharesEveryOtherBlock) {
    const Snapshot before = snapshot_of(random_workforce(8, {}));
    const auto after =
        before.with(Changes{.people = {{.person = 5, .new_evidence = {Evidence::of(1, Source::manager, 3, today)}}}});
    ASSERT_TRUE(after);
    std::size_t other = 0;
    for (std::size_t b = 0; b < before.block_count(); ++b) other += &before.block(b) != &after->block(b);
    EXPECT_EQ(other, 1U);
}

TEST(Changes, AFullUnitOpensAnotherBlock) {
    Builder builder;
    builder.add_unit(1);
    builder.add_unit(2);
    builder.add_skill({1});
    const RoleIndex role = builder.add_role(1, {{0, Level::of_step(3)}});
    for (int p = 0; p < 256; ++p) builder.add_person({.id = p, .unit = 0, .roles = {role}});
    Snapshot s = builder.build(today).unwrap();
    Changes join;
    for (int p = 0; p < 300; ++p) join.joined.push_back({.id = 256 + p, .unit = 0, .roles = {role}});
    join.joined.push_back({.id = 999, .unit = 1, .roles = {role}});
    s = s.with(join).unwrap();
    EXPECT_EQ(organisation_sums(s, sweep(s)).people, 557);
    EXPECT_EQ(unit_sums(s, sweep(s))[0].people, 556);
    EXPECT_EQ(s.unit_of(556), 1U);
    EXPECT_EQ(s.person_id(556), 999);
}

TEST(Changes, RefusesAManagerCycleAndChangesNothing) {
    Builder builder;
    builder.add_unit(1);
    builder.add_person({.id = 1});
    builder.add_person({.id = 2, .manager = 0});
    const Snapshot s = builder.build(today).unwrap();
    const auto refused = s.with(Changes{.people = {{.person = 0, .manager = 1}}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "engine.manager_cycle");
    EXPECT_EQ(s.lines().manager(0), no_index);
}

TEST(Changes, RefusesASeventeenthRole) {
    Builder builder;
    builder.add_unit(1);
    std::vector<RoleIndex> roles;
    for (int r = 0; r < 17; ++r) roles.push_back(builder.add_role(r, {}));
    builder.add_person({.id = 1});
    const Snapshot s = builder.build(today).unwrap();
    EXPECT_EQ(s.with(Changes{.people = {{.person = 0, .roles = roles}}}).error().code, "engine.too_many_roles");
}

} // namespace
} // namespace kunna::engine
