// Persons: who is shown to whom, adding, editing, leaving, and the days they hold.
#include "company.hpp"

#include <gmock/gmock.h>

namespace kunna::people {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class People : public Company {};

TEST_P(People, AListIsOrderedByFamilyNameAsTheLanguageHasIt) {
    EXPECT_THAT(names({}),
                ElementsAre("Bo Alm", "Vera Ek", "Anna Svensson", "Olle Zander", "Åke Ärlig", "Karin Öberg"));
    access::Actor english = system;
    english.language = "en";
    EXPECT_THAT(names({}, english),
                ElementsAre("Bo Alm", "Åke Ärlig", "Vera Ek", "Karin Öberg", "Anna Svensson", "Olle Zander"));
}

TEST_P(People, ASearchFindsEveryWordInNameNumberEmailOrTitleWhateverTheCase) {
    const auto found = [&](const char* query) {
        Asked asked;
        asked.query = query;
        return names(asked);
    };
    EXPECT_THAT(found("SVENSSON anna"), ElementsAre("Anna Svensson"));
    EXPECT_THAT(found("öBERG"), ElementsAre("Karin Öberg"));
    EXPECT_THAT(found("203"), ElementsAre("Olle Zander"));
    EXPECT_THAT(found("p300@"), ElementsAre("Åke Ärlig"));
    EXPECT_THAT(found("montör"), ElementsAre("Bo Alm", "Olle Zander"));
    EXPECT_THAT(found("montör zander"), ElementsAre("Olle Zander"));
    EXPECT_THAT(found("%"), IsEmpty());
    EXPECT_THAT(found("_"), IsEmpty());
    EXPECT_THAT(found("\\"), IsEmpty());
}

TEST_P(People, AUnitsListHasEverybodyBelowItAndAManagersListTheDirectReports) {
    Asked asked;
    asked.unit = prod;
    EXPECT_THAT(names(asked), ElementsAre("Bo Alm", "Anna Svensson", "Olle Zander", "Karin Öberg"));
    asked = {};
    asked.manager = karin;
    EXPECT_THAT(names(asked), ElementsAre("Bo Alm", "Anna Svensson"));
}

TEST_P(People, AListOfAPlaceHasThoseWhoseUnitsAreThere) {
    UnitEdit there;
    there.place = "Västerås";
    ASSERT_TRUE(edit_unit(*db, system, top, there).ok());
    there.place = "Norrköping";
    ASSERT_TRUE(edit_unit(*db, system, prod, there).ok());
    for (const Order order : {Order::name, Order::unit, Order::hired}) {
        Asked asked;
        asked.order = order;
        asked.place = "Norrköping";
        EXPECT_THAT(names(asked), UnorderedElementsAre("Bo Alm", "Anna Svensson", "Olle Zander", "Karin Öberg"));
        asked.place = "Västerås";
        EXPECT_THAT(names(asked), UnorderedElementsAre("Vera Ek", "Åke Ärlig"));
        asked.unit = prod;
        EXPECT_THAT(names(asked), IsEmpty());
    }
}

TEST_P(People, PagesNeitherDoubleNorSkipWhenPeopleComeInBetween) {
    for (const Order order : {Order::name, Order::unit, Order::hired}) {
        Asked asked;
        asked.order = order;
        const auto whole = names(asked);
        asked.limit = 2;
        std::vector<std::string> seen;
        for (int pages = 0; pages < 10; ++pages) {
            const PeoplePage page = db->read([&](db::Tx& tx) { return list(tx, system, asked); });
            for (const PersonRow& row : page.items) seen.push_back(row.name);
            if (pages == 0) {
                // Comes first in every order and so belongs to a page already read.
                NewPerson p{"9" + std::to_string(static_cast<int>(order)),
                            "A",
                            "A",
                            {},
                            day("2026-01-01") + static_cast<int>(order),
                            {},
                            top,
                            "",
                            {},
                            {}};
                ASSERT_TRUE(add(*db, system, p).ok());
            }
            if (!page.next) break;
            asked.after = *page.next;
        }
        EXPECT_EQ(seen, whole) << static_cast<int>(order);
    }
}

TEST_P(People, EachSeesTheirOwnAndWhoeverReportsToThemThroughTheWholeChain) {
    EXPECT_THAT(names({}, signed_in(olle)), ElementsAre("Olle Zander"));
    EXPECT_THAT(names({}, signed_in(anna)), ElementsAre("Anna Svensson", "Olle Zander"));
    EXPECT_THAT(names({}, signed_in(karin)), ElementsAre("Bo Alm", "Anna Svensson", "Olle Zander", "Karin Öberg"));
    EXPECT_THAT(names({}, hr_of(sales)), ElementsAre("Åke Ärlig"));
    EXPECT_EQ(names({}, hr()).size(), 6U);
}

TEST_P(People, AMissingAndAnInvisiblePersonAreTheSameRefusal) {
    const auto error = [&](PersonId id, const access::Actor& actor) {
        const auto found = db->read([&](db::Tx& tx) { return profile(tx, actor, id); });
        return found.ok() ? Error{Kind::invalid, "shown"} : found.error();
    };
    const Error missing = error(PersonId{999'999}, signed_in(anna));
    const Error invisible = error(ake, signed_in(anna));
    EXPECT_EQ(missing.kind, Kind::not_found);
    EXPECT_EQ(invisible.kind, missing.kind);
    EXPECT_EQ(invisible.code, missing.code);
    EXPECT_EQ(error(olle, signed_in(anna)).code, "shown");
    const auto edited = edit(*db, hr_of(sales), anna, {});
    EXPECT_EQ(edited.error().code, missing.code);
}

TEST_P(People, TheProfileSaysWhatTheActorMayDo) {
    const May own = shown(olle, signed_in(olle)).may;
    EXPECT_TRUE(own.levels);
    EXPECT_FALSE(own.edit || own.reason_needed);
    const May report = shown(olle, signed_in(anna, {{access::Role::manager, {}}})).may;
    EXPECT_TRUE(report.levels);
    EXPECT_FALSE(report.edit);
    const May chain = shown(olle, signed_in(karin, {{access::Role::manager, {}}})).may;
    EXPECT_FALSE(chain.levels || chain.edit || chain.reason_needed);
    const May personnel = shown(olle, hr()).may;
    EXPECT_TRUE(personnel.edit && personnel.reason_needed);
    EXPECT_FALSE(personnel.levels);
}

TEST_P(People, TheProfileNamesTheManagerAndOnlyTheReportsTheActorMaySee) {
    const Profile p = shown(karin);
    EXPECT_EQ(p.manager->name, "Vera Ek");
    ASSERT_EQ(p.reports.size(), 2U);
    EXPECT_EQ(p.reports[0].name, "Bo Alm");
    EXPECT_EQ(p.reports[0].title, "Montör");
    EXPECT_EQ(p.positions.front().unit_name, "Produktion");
}

TEST_P(People, AddingNamesEveryWrongFieldAtOnce) {
    NewPerson p{"201", " ", "", "not-an-address", day("2026-01-01"), day("2025-01-01"), top, "", {}, {}};
    const auto added = add(*db, system, p);
    ASSERT_FALSE(added.ok());
    EXPECT_EQ(added.error().kind, Kind::invalid);
    std::vector<std::string> wrong;
    for (const FieldError& f : added.error().fields) wrong.push_back(f.where + " " + f.code);
    // Days of the position are the days of the employment, so they are looked at first or with the rest.
    EXPECT_THAT(wrong, UnorderedElementsAre("/number person.number_taken", "/given person.name_missing",
                                            "/email person.email_invalid", "/left person.left_before_hired"));
}

TEST_P(People, ANumberOrAddressOfSomebodyElseIsRefusedWhateverItsCase) {
    PersonEdit e;
    e.email = "P100@LINDVAKEN.se";
    EXPECT_EQ(edit(*db, system, bo, e).error().fields.front().code, "person.email_taken");
    e = {};
    e.number = " 100 ";
    EXPECT_EQ(edit(*db, system, bo, e).error().fields.front().code, "person.number_taken");
}

TEST_P(People, AnEditWritesOneEntryWithTheFieldsAndAnEditOfNothingNone) {
    PersonEdit e;
    e.family = "Alm Berg";
    e.email = "";
    const std::int64_t version = shown(bo).version;
    const auto after = edit(*db, system, bo, e, version);
    ASSERT_TRUE(after.ok());
    EXPECT_EQ(after->name, "Bo Alm Berg");
    EXPECT_EQ(after->email, std::nullopt);
    EXPECT_EQ(after->version, version + 1);
    EXPECT_EQ(trail(1).front(), "person.edited " + std::to_string(bo.value) + " family,email");
    ASSERT_TRUE(edit(*db, system, bo, e, version + 1).ok());
    EXPECT_EQ(shown(bo).version, version + 1);
    EXPECT_EQ(edit(*db, system, bo, e, version).error().kind, Kind::stale);
}

TEST_P(People, AYearOfBirthLiesBetween1900AndThirteenYearsAgoAndZeroTakesItAway) {
    const int latest = static_cast<int>(clock.today().civil().year()) - 13;
    PersonEdit e;
    for (const int year : {1899, latest + 1, -1}) {
        e.birth_year = year;
        const auto refused = edit(*db, system, bo, e);
        ASSERT_FALSE(refused.ok()) << year;
        EXPECT_EQ(refused.error().fields.front().where + ' ' + refused.error().fields.front().code,
                  "/birth_year person.birth_year_outside");
    }
    for (const int year : {1900, latest}) {
        e.birth_year = year;
        EXPECT_EQ(edit(*db, system, bo, e)->birth_year, year);
    }
    EXPECT_EQ(trail(1).front(), "person.edited " + std::to_string(bo.value) + " birth_year");
    e.birth_year = 0;
    EXPECT_EQ(edit(*db, system, bo, e)->birth_year, std::nullopt);
}

TEST_P(People, ANewPositionIsRecordedWithItsDayAndThePastStaysAsItWas) {
    const auto opened = open_position(*db, system, bo, {sales, "Säljare", ake, 0.8, day("2026-06-01"), {}});
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(opened->manager_name, "Åke Ärlig");
    EXPECT_EQ(trail(1).front(), "position.opened " + std::to_string(bo.value) + " unit,title,manager,fte");
    Asked asked;
    asked.manager = karin;
    EXPECT_THAT(names(asked), ElementsAre("Anna Svensson"));
    asked.as_of = day("2026-05-31");
    EXPECT_THAT(names(asked), ElementsAre("Bo Alm", "Anna Svensson"));
    const auto then = db->read([&](db::Tx& tx) { return profile(tx, system, bo, day("2026-05-31")); });
    EXPECT_EQ(then->manager->name, "Karin Öberg");
    EXPECT_EQ(shown(bo).manager->name, "Åke Ärlig");
}

TEST_P(People, APositionOutsideTheEmploymentOrOnTopOfAnotherIsRefused) {
    EXPECT_EQ(open_position(*db, system, bo, {sales, "x", {}, {}, day("2019-06-01"), {}}).error().fields.front().code,
              "position.before_hiring");
    EXPECT_EQ(open_position(*db, system, bo, {sales, "x", {}, {}, day("2020-01-01"), {}}).error().code,
              "position.overlaps");
    EXPECT_EQ(open_position(*db, system, bo, {sales, "x", {}, 2.5, day("2026-01-01"), {}}).error().fields.front().code,
              "position.fte_outside");
    EXPECT_EQ(open_position(*db, system, bo, {UnitId{99'999}, "x", {}, {}, day("2026-01-01"), {}})
                  .error()
                  .fields.front()
                  .code,
              "unit.not_found");
    ASSERT_TRUE(leave(*db, system, bo, day("2026-10-31")).ok());
    EXPECT_EQ(open_position(*db, system, bo, {sales, "x", {}, {}, day("2026-11-01"), {}}).error().fields.front().code,
              "position.after_leaving");
}

TEST_P(People, ACircleOfManagersIsRefusedWithTheNamesTheActorMaySee) {
    const auto circle = open_position(*db, system, karin, {prod, "Chef", olle, {}, day("2026-01-01"), {}});
    EXPECT_EQ(circle.error().code, "position.manager_cycle");
    EXPECT_EQ(circle.error().values.front().second, "Karin Öberg → Olle Zander → Anna Svensson");
    // HR of the line sees Olle only.
    ASSERT_TRUE(open_position(*db, system, anna, {prod, "Lagledare", vera, {}, day("2026-02-01"), {}}).ok());
    const access::Actor of_line = hr_of(line);
    const auto hidden = open_position(*db, of_line, olle, {line, "Montör", olle, {}, day("2026-01-01"), {}});
    EXPECT_EQ(hidden.error().fields.front().code, "position.own_manager");
    ASSERT_TRUE(open_position(*db, system, ake, {sales, "Säljare", olle, {}, day("2026-01-01"), {}}).ok());
    const auto part = open_position(*db, of_line, olle, {line, "Montör", ake, {}, day("2026-02-01"), {}});
    EXPECT_EQ(part.error().code, "position.manager_cycle");
    EXPECT_EQ(part.error().values.front().second, "Olle Zander → …");
    EXPECT_EQ(shown(olle).manager->name, "Anna Svensson");
}

TEST_P(People, WhoWasAManagerInAnotherYearMayBecomeAReport) {
    ASSERT_TRUE(open_position(*db, system, olle, {line, "Montör", karin, {}, day("2026-01-01"), {}}).ok());
    EXPECT_TRUE(open_position(*db, system, anna, {prod, "Montör", olle, {}, day("2026-01-01"), {}}).ok());
    EXPECT_EQ(open_position(*db, system, karin, {prod, "Chef", anna, {}, day("2026-03-01"), {}}).error().code,
              "position.manager_cycle");
}

TEST_P(People, LeavingEndsThePositionAndListsWhoIsLeftWithoutAManager) {
    const auto left = leave(*db, hr(), anna, day("2026-10-31"));
    ASSERT_TRUE(left.ok());
    EXPECT_EQ(left->person.positions.front().to, day("2026-10-31"));
    ASSERT_EQ(left->without_manager.size(), 1U);
    EXPECT_EQ(left->without_manager.front().name, "Olle Zander");
    EXPECT_EQ(trail(1).front(), "person.left " + std::to_string(anna.value) + " left");
    EXPECT_EQ(names({}).size(), 5U);
    Asked asked;
    asked.status = Status::left;
    EXPECT_THAT(names(asked), ElementsAre("Anna Svensson"));
    const PeoplePage page = db->read([&](db::Tx& tx) { return list(tx, system, asked); });
    EXPECT_EQ(page.items.front().title, "Lagledare") << "who has left is listed with the last position";
    const auto dangling = db->read([&](db::Tx& tx) { return unmanaged(tx, system); });
    ASSERT_EQ(dangling.size(), 1U);
    EXPECT_EQ(dangling.front().name, "Olle Zander");
    EXPECT_EQ(dangling.front().manager_name, "Anna Svensson");
    EXPECT_EQ(dangling.front().manager_left, day("2026-10-31"));
    EXPECT_TRUE(db->read([&](db::Tx& tx) { return unmanaged(tx, system, day("2026-10-31")); }).empty());
}

TEST_P(People, LeavingTakenBackLetsThePositionGoOn) {
    EXPECT_EQ(come_back(*db, system, anna).error().code, "person.has_not_left");
    ASSERT_TRUE(leave(*db, system, anna, day("2026-10-31")).ok());
    const auto back = come_back(*db, system, anna);
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(back->left, std::nullopt);
    EXPECT_EQ(back->positions.front().to, std::nullopt);
    EXPECT_EQ(leave(*db, system, anna, day("2019-12-31")).error().fields.front().code, "person.left_before_hired");
}

TEST_P(People, HrOfAUnitPlacesPeopleOnlyThere) {
    const access::Actor personnel = hr_of(prod);
    NewPerson p{"900", "Ny", "Person", {}, day("2026-12-01"), {}, line, "Montör", anna, {}};
    const auto added = add(*db, personnel, p);
    ASSERT_TRUE(added.ok()) << added.error().code;
    EXPECT_EQ(added->positions.front().from, day("2026-12-01"));
    p.number = "901";
    p.unit = sales;
    EXPECT_EQ(add(*db, personnel, p).error().code, "unit.not_yours");
    EXPECT_EQ(open_position(*db, personnel, bo, {sales, "x", {}, {}, day("2026-01-01"), {}}).error().code,
              "unit.not_yours");
    EXPECT_EQ(open_position(*db, personnel, ake, {prod, "x", {}, {}, day("2026-01-01"), {}}).error().code,
              "person.not_found");
}

TEST_P(People, TheExportHasWhatAnImportNeeds) {
    const auto rows = db->read(
        [&](db::Tx& tx) { return all_for_export(tx, access::visible_people(tx, system, access::Sight::profile)); });
    ASSERT_EQ(rows.size(), 6U);
    EXPECT_EQ(rows[4].number, "203");
    EXPECT_THAT(rows[4].unit_path, ElementsAre("Lindvaken AB", "Produktion", "Linje A"));
    EXPECT_EQ(rows[4].unit_code, "LINE");
    EXPECT_EQ(rows[4].manager, "201");
    EXPECT_EQ(rows[0].manager, "");
}

INSTANTIATE_ON_BOTH(People);

} // namespace
} // namespace kunna::people
