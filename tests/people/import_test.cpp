// Importing people: compared first, then applied exactly as compared.
#include "company.hpp"
#include "people/plan.hpp"
#include "people/units.hpp"

#include <gmock/gmock.h>

namespace kunna::people {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

PersonRecord record(std::int64_t row, const char* number, const char* given, const char* family, const char* unit,
                    const char* title, const char* manager) {
    PersonRecord r;
    r.row = row;
    r.number = number;
    r.given = given;
    r.family = family;
    r.email = std::string{"p"} + number + "@lindvaken.se";
    r.unit_code = unit;
    r.title = title;
    r.manager = manager;
    r.fte = 1;
    r.hired = day("2020-01-01");
    return r;
}

class Import : public Company {
protected:
    // The company as it is stored.
    std::vector<PersonRecord> file{
        record(2, "100", "Vera", "Ek", "AB", "VD", ""),
        record(3, "200", "Karin", "Öberg", "PROD", "Produktionschef", "100"),
        record(4, "201", "Anna", "Svensson", "PROD", "Lagledare", "200"),
        record(5, "202", "Bo", "Alm", "PROD", "Montör", "200"),
        record(6, "203", "Olle", "Zander", "LINE", "Montör", "201"),
        record(7, "300", "Åke", "Ärlig", "SALES", "Säljare", "100"),
    };
    PlanOptions options;

    PeopleChange plan() {
        return db->read([&](db::Tx& tx) { return plan_people(tx, file, options); });
    }
    Result<void> apply(const PeopleChange& change, const access::Actor& actor = access::Actor::system()) {
        return db->transact([&](db::Tx& tx) { return apply_people(tx, actor, change); });
    }
    PeopleChange done() {
        PeopleChange change = plan();
        const auto applied = apply(change);
        EXPECT_TRUE(applied.ok()) << applied.error().code;
        return change;
    }
    static std::vector<std::string> told(const PeopleChange& change) {
        std::vector<std::string> out;
        for (const RecordProblem& p : change.problems)
            out.push_back(std::to_string(p.row) + " " + p.column + " " + p.value + " " + p.code +
                          (p.severity == Severity::warning ? " (warning)" : ""));
        return out;
    }
    static std::vector<std::string> fields(const PersonChange& c) {
        std::vector<std::string> out;
        for (const FieldChange& f : c.fields) out.push_back(f.field + ": " + f.before + " > " + f.after);
        return out;
    }
};

TEST_P(Import, AFileThatSaysWhatIsStoredChangesNothingAndWritesNothing) {
    const std::int64_t before = db->version();
    const PeopleChange change = done();
    EXPECT_TRUE(change.nothing());
    EXPECT_EQ(change.unchanged, 6);
    EXPECT_THAT(told(change), IsEmpty());
    EXPECT_EQ(db->version(), before);
}

TEST_P(Import, PlanningChangesNothing) {
    file.push_back(record(8, "400", "Ny", "Person", "NEW", "Montör", "200"));
    const PeopleChange change = plan();
    EXPECT_EQ(change.added, 1);
    EXPECT_EQ(change.units.size(), 1U);
    EXPECT_EQ(names({}).size(), 6U);
    EXPECT_EQ(db->read([](db::Tx& tx) { return units(tx); }).size(), 4U);
}

TEST_P(Import, NewPeopleComeWithTheirUnitsAndManagersInWhateverOrderTheFileHasThem) {
    file.push_back(record(8, "401", "Under", "Chef", "LAB", "Ingenjör", "400"));
    file.push_back(record(9, "400", "Chef", "Ny", "LAB", "Labchef", "200"));
    file.back().hired = day("2026-03-01");
    file[6].unit_path = {"Lindvaken AB", "Utveckling", "Labb"};
    const PeopleChange change = done();
    EXPECT_EQ(change.added, 2);
    EXPECT_EQ(change.unchanged, 6);
    EXPECT_THAT(trail(1), ElementsAre("people.imported 0 added=2,changed=0,unchanged=6,left=0,units=2"));
    Asked asked;
    asked.query = "under chef";
    const auto page = db->read([&](db::Tx& tx) { return list(tx, system, asked); });
    ASSERT_EQ(page.items.size(), 1U);
    EXPECT_EQ(page.items[0].manager_name, "Chef Ny");
    EXPECT_EQ(page.items[0].unit_name, "Labb");
    std::vector<std::string> tree;
    for (const Unit& u : db->read([](db::Tx& tx) { return units(tx); }))
        tree.push_back(std::string(static_cast<std::size_t>(u.depth), '.') + u.name);
    EXPECT_THAT(tree, ElementsAre("Lindvaken AB", ".Produktion", "..Linje A", ".Sälj", ".Utveckling", "..Labb"));
    EXPECT_TRUE(plan().nothing());
}

TEST_P(Import, AChangeIsShownFieldByFieldAndThePastStaysAsItWas) {
    file[3].family = "Alm Berg";
    file[3].title = "Svetsare";
    file[3].manager = "201";
    const PeopleChange change = done();
    ASSERT_EQ(change.people.size(), 1U);
    EXPECT_THAT(fields(change.people[0]),
                ElementsAre("family: Alm > Alm Berg", "title: Montör > Svetsare", "manager: 200 > 201"));
    const Profile after = shown(bo);
    ASSERT_EQ(after.positions.size(), 2U);
    EXPECT_EQ(after.positions[0].from, clock.today());
    EXPECT_EQ(after.positions[1].to, clock.today() - 1);
    EXPECT_EQ(after.manager->name, "Anna Svensson");
    file[3].title = "Robotoperatör";
    done();
    EXPECT_EQ(shown(bo).positions.size(), 2U) << "corrected on the same day, in place";
    EXPECT_TRUE(plan().nothing());
}

TEST_P(Import, WhatTheFileLeavesOutStaysAndWhatItStatesEmptyIsTakenAway) {
    file = {file[3]};
    file[0].title.reset();
    file[0].manager.reset();
    file[0].unit_code.reset();
    file[0].hired.reset();
    file[0].fte.reset();
    file[0].given.reset();
    EXPECT_TRUE(plan().nothing());
    file[0].email = " ";
    file[0].manager = "";
    done();
    EXPECT_EQ(shown(bo).email, std::nullopt);
    EXPECT_FALSE(shown(bo).manager);
    EXPECT_EQ(shown(bo).positions.front().title, "Montör");
}

TEST_P(Import, TwoPeopleMayExchangeTheirAddresses) {
    std::swap(file[2].email, file[3].email);
    done();
    EXPECT_EQ(shown(bo).email, "p201@lindvaken.se");
    EXPECT_EQ(shown(anna).email, "p202@lindvaken.se");
}

TEST_P(Import, EveryProblemNamesItsRowColumnAndValueAndNothingIsApplied) {
    file[1].email = "p100@lindvaken.se";
    file[2].number = "100";
    file[3].fte = 40;
    file[4].unit_code = "";
    file[5].email = "åke";
    file.push_back(record(8, "500", "", "", "PROD", "x", "500"));
    file.push_back(record(9, " ", "A", "B", "PROD", "x", ""));
    file.push_back(record(10, "501", "A", "B", "", "x", "777"));
    const PeopleChange change = plan();
    EXPECT_THAT(told(change),
                ElementsAre("3 email p100@lindvaken.se people.email_twice", "4 number 100 people.number_twice",
                            "5 fte 40 position.fte_outside", "7 email åke person.email_invalid",
                            "8 given  person.name_missing", "8 manager 500 people.own_manager",
                            "9 number  person.number_missing", "10 manager 777 people.manager_unknown (warning)",
                            "10 unit_code  people.unit_missing"));
    EXPECT_EQ(change.problems[0].values[1].second, "2");
    EXPECT_EQ(apply(change).error().code, "people.import_has_problems");
}

TEST_P(Import, AnAddressOfSomebodyWhoIsNotInTheFileIsTaken) {
    file = {file[0]};
    file[0].email = "P202@LINDVAKEN.SE";
    EXPECT_THAT(told(plan()), ElementsAre("2 email P202@LINDVAKEN.SE person.email_taken"));
}

TEST_P(Import, ACircleOfManagersIsFoundOverTheWholeFileAndWhatIsStored) {
    file[1].manager = "203";
    const PeopleChange change = plan();
    ASSERT_THAT(told(change), ElementsAre("3 manager 203 people.manager_cycle"));
    EXPECT_EQ(change.problems[0].values[0].second, "Karin Öberg (200) → Olle Zander (203) → Anna Svensson (201)");
    EXPECT_FALSE(apply(change).ok());
    // Only one of them is in the file; the rest of the circle is stored.
    file = {file[1]};
    EXPECT_THAT(told(plan()), ElementsAre("3 manager 203 people.manager_cycle"));
}

TEST_P(Import, AnUnknownManagerIsToldAndThePersonImportedWithoutOne) {
    file[5].manager = "999";
    const PeopleChange change = done();
    EXPECT_THAT(told(change), ElementsAre("7 manager 999 people.manager_unknown (warning)"));
    EXPECT_FALSE(shown(ake).manager);
    EXPECT_TRUE(plan().nothing());
}

TEST_P(Import, AManagerWhoHasLeftIsTold) {
    ASSERT_TRUE(leave(*db, system, anna, day("2026-10-31")).ok());
    file[2].left = day("2026-10-31");
    const PeopleChange change = plan();
    EXPECT_THAT(told(change), ElementsAre("6 manager 201 people.manager_has_left (warning)"));
    EXPECT_TRUE(change.nothing());
}

TEST_P(Import, TheAbsentLeaveOnlyWhenAsked) {
    file.pop_back();
    EXPECT_TRUE(plan().nothing());
    options.absent_leave = true;
    const PeopleChange change = done();
    EXPECT_EQ(change.leaving, 1);
    EXPECT_EQ(change.unchanged, 5);
    EXPECT_THAT(fields(change.people[0]), ElementsAre("left:  > 2026-11-20"));
    EXPECT_EQ(shown(ake).positions.front().to, day("2026-11-20"));
    EXPECT_TRUE(plan().nothing());
}

TEST_P(Import, WhoIsBackInTheFileIsEmployedAgainWithAGap) {
    ASSERT_TRUE(leave(*db, system, ake, day("2026-06-30")).ok());
    file[5].left_stated = true;
    const PeopleChange change = done();
    EXPECT_EQ(change.changed, 1);
    const Profile p = shown(ake);
    EXPECT_EQ(p.left, std::nullopt);
    ASSERT_EQ(p.positions.size(), 2U);
    EXPECT_EQ(p.positions[0].from, clock.today());
    EXPECT_EQ(p.positions[1].to, day("2026-06-30"));
    EXPECT_TRUE(plan().nothing());
}

TEST_P(Import, ALeavingDayInTheFileEndsThePosition) {
    file[5].left = day("2026-12-31");
    done();
    EXPECT_EQ(shown(ake).positions.front().to, day("2026-12-31"));
    EXPECT_TRUE(plan().nothing());
    file[5].left = day("2019-01-01");
    EXPECT_THAT(told(plan()), ElementsAre("7 left 2019-01-01 person.left_before_hired"));
}

TEST_P(Import, AUnitIsFoundByNameAndRenamedByCode) {
    for (PersonRecord& r : file) {
        r.unit_name = "";
        if (r.unit_code == "SALES") {
            r.unit_code.reset();
            r.unit_name = " sälj ";
        } else if (r.unit_code == "LINE") {
            r.unit_name = "Linje 1";
        }
    }
    const PeopleChange change = done();
    ASSERT_EQ(change.units.size(), 1U);
    EXPECT_EQ(change.units[0].name_before, "Linje A");
    EXPECT_EQ(shown(olle).positions.front().unit_name, "Linje 1");
    EXPECT_EQ(shown(olle).positions.size(), 1U);
    EXPECT_TRUE(plan().nothing());
}

TEST_P(Import, ANameThatSeveralUnitsHaveIsAskedAbout) {
    unit("LINE-B", "Linje A", sales);
    file[4].unit_code.reset();
    file[4].unit_name = "Linje A";
    const PeopleChange change = plan();
    ASSERT_THAT(told(change), ElementsAre("6 unit_name Linje A people.unit_ambiguous"));
    file[4].unit_path = {"Lindvaken AB", "Produktion", "Linje A"};
    EXPECT_TRUE(plan().nothing());
    file[4].unit_code = "LINE";
    file[4].unit_path = {"Lindvaken AB", "Sälj", "Linje A"};
    EXPECT_THAT(told(plan()), ElementsAre("6 unit_path Sälj people.unit_elsewhere (warning)"));
}

TEST_P(Import, AChangePlannedOnOlderDataIsRefused) {
    file[0].given = "Veronika";
    const PeopleChange change = plan();
    PersonEdit other;
    other.family = "Berg";
    ASSERT_TRUE(edit(*db, system, bo, other).ok());
    EXPECT_EQ(apply(change).error().code, "people.changed_meanwhile");
    EXPECT_EQ(shown(vera).given, "Vera");
}

TEST_P(Import, OnlyHrOfTheWholeOrganisationImports) {
    file[0].given = "Veronika";
    EXPECT_EQ(apply(plan(), hr_of(prod)).error().code, "people.import_needs_everyone");
    EXPECT_EQ(apply(plan(), signed_in(vera)).error().code, "people.import_needs_everyone");
    EXPECT_TRUE(apply(plan(), hr()).ok());
}

TEST_P(Import, AFileSaysWhereUnitsAreAndThoseBelowNeedNotRepeatIt) {
    for (PersonRecord& r : file) r.unit_place = "Västerås";
    file[4].unit_place = "Norrköping";
    file[5].unit_place = "";
    const PeopleChange change = done();
    EXPECT_EQ(change.unchanged, 6) << "nobody moved";
    const auto located = [&](UnitId id) { return db->read([&](db::Tx& tx) { return *people::unit(tx, id); }); };
    EXPECT_EQ(located(top).place, "Västerås");
    EXPECT_EQ(located(prod).place, std::nullopt);
    EXPECT_EQ(located(prod).located, "Västerås");
    EXPECT_EQ(located(line).place, "Norrköping");
    EXPECT_TRUE(plan().nothing()) << "the same file once more";
    // Another place for the whole moves what lies under it, unless the file says otherwise of it.
    file[0].unit_place = "Eskilstuna";
    done();
    EXPECT_EQ(located(prod).place, "Västerås");
    EXPECT_EQ(located(sales).located, "Eskilstuna");
}

TEST_P(Import, AUnitInTwoPlacesKeepsTheFirstAndIsTold) {
    file[1].unit_place = "Västerås";
    file[2].unit_place = "västerås";
    file[3].unit_place = "Arboga";
    EXPECT_THAT(told(plan()), ElementsAre("5 unit_place Arboga people.unit_two_places (warning)"));
    done();
    EXPECT_EQ(db->read([&](db::Tx& tx) { return *people::unit(tx, prod); }).located, "Västerås");
}

TEST_P(Import, AYearOfBirthIsTakenFromAFileThatHasItAndTakenAwayByAnEmptyCell) {
    done();
    file[2].birth_year = 1984;
    EXPECT_THAT(fields(plan().people[0]), ElementsAre("birth_year:  > 1984"));
    done();
    file[2].birth_year.reset();
    EXPECT_TRUE(plan().nothing()) << "no column: as it was";
    file[2].birth_year = 0;
    EXPECT_THAT(fields(plan().people[0]), ElementsAre("birth_year: 1984 > "));
    file[2].birth_year = 1890;
    EXPECT_THAT(told(plan()), ElementsAre(HasSubstr("birth_year 1890 person.birth_year_outside")));
}

TEST_P(Import, AGenderIsTakenFromAFileThatHasItAndTakenAwayByAnEmptyCell) {
    done();
    file[2].gender = Gender::woman;
    EXPECT_THAT(fields(plan().people[0]), ElementsAre("gender:  > woman"));
    done();
    file[2].gender.reset();
    EXPECT_TRUE(plan().nothing()) << "no column: as it was";
    file[2].gender = Gender::unstated;
    EXPECT_THAT(fields(plan().people[0]), ElementsAre("gender: woman > "));
}

TEST_P(Import, WhatWasExportedComesBackUnchanged) {
    file[1].unit_place = "Västerås";
    file[3].left = day("2026-10-31");
    file[2].fte = 0.75;
    file[2].birth_year = 1984;
    file[2].gender = Gender::other;
    done();
    std::vector<PersonRecord> back;
    for (const ExportRow& row : db->read([&](db::Tx& tx) {
             return all_for_export(tx, access::visible_people(tx, system, access::Sight::profile));
         })) {
        PersonRecord r;
        r.row = static_cast<std::int64_t>(back.size()) + 2;
        r.number = row.number;
        r.given = row.given;
        r.family = row.family;
        r.email = row.email;
        r.unit_code = row.unit_code;
        r.unit_name = row.unit_name;
        r.unit_path = row.unit_path;
        r.unit_place = row.unit_place;
        r.title = row.title;
        r.manager = row.manager;
        r.fte = row.fte;
        r.hired = row.hired;
        r.left = row.left;
        r.left_stated = true;
        r.birth_year = row.birth_year.value_or(0);
        r.gender = row.gender;
        back.push_back(std::move(r));
    }
    file = back;
    options.absent_leave = true;
    const PeopleChange change = plan();
    EXPECT_TRUE(change.nothing());
    EXPECT_EQ(change.unchanged, 6);
    EXPECT_THAT(told(change), IsEmpty());
    // The same file fills an empty database with the same company.
    const test::FreshDatabase other{GetParam(), &clock};
    db = other.open();
    EXPECT_EQ(done().added, 6);
    EXPECT_TRUE(plan().nothing());
    db.reset();
}

INSTANTIATE_ON_BOTH(Import);

} // namespace
} // namespace kunna::people
