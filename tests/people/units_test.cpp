// Units: the tree and its order, headcounts, moving.
#include "company.hpp"
#include "people/queries.hpp"

#include <gmock/gmock.h>

namespace kunna::people {
namespace {

using ::testing::ElementsAre;

class Units : public Company {
protected:
    std::vector<std::string> tree(std::optional<Date> as_of = {}) {
        std::vector<std::string> out;
        for (const Unit& u : db->read([&](db::Tx& tx) { return units(tx, as_of); }))
            out.push_back(std::string(static_cast<std::size_t>(u.depth), '.') + u.code + " " +
                          std::to_string(u.people));
        return out;
    }
};

TEST_P(Units, StandInTreeOrderWithEverybodyBelowCounted) {
    EXPECT_THAT(tree(), ElementsAre("AB 6", ".PROD 4", "..LINE 1", ".SALES 1"));
}

TEST_P(Units, CountWhoWasThereOnAnEarlierDay) {
    ASSERT_TRUE(open_position(*db, system, bo, {sales, "Säljare", ake, {}, day("2026-06-01"), {}}).ok());
    EXPECT_THAT(tree(), ElementsAre("AB 6", ".PROD 3", "..LINE 1", ".SALES 2"));
    EXPECT_THAT(tree(day("2026-05-31")), ElementsAre("AB 6", ".PROD 4", "..LINE 1", ".SALES 1"));
    EXPECT_THAT(tree(day("2019-12-31")), ElementsAre("AB 0", ".PROD 0", "..LINE 0", ".SALES 0"));
}

TEST_P(Units, AUnitIsWhereTheNearestUnitAboveItIsUnlessItHasAPlaceOfItsOwn) {
    UnitEdit e;
    e.place = "  Västerås ";
    ASSERT_TRUE(edit_unit(*db, system, top, e).ok());
    EXPECT_EQ(trail(1).front(), "unit.edited " + std::to_string(top.value) + " place");
    e.place = "Norrköping";
    ASSERT_TRUE(edit_unit(*db, system, prod, e).ok());
    const auto of = [&](UnitId id) { return *db->read([&](db::Tx& tx) { return people::unit(tx, id); }); };
    EXPECT_EQ(of(sales).located, "Västerås");
    EXPECT_EQ(of(sales).place, std::nullopt);
    EXPECT_EQ(of(line).located, "Norrköping");
    e.place = "";
    EXPECT_EQ(edit_unit(*db, system, prod, e)->located, "Västerås");
    const auto added = add_unit(*db, system, {"LAB", "Labb", prod, "Stockholm"});
    EXPECT_EQ(added->located, "Stockholm");
    e.place = std::string(201, 'x');
    EXPECT_EQ(edit_unit(*db, system, prod, e).error().fields.front().where, "/place");
}

TEST_P(Units, AUnitIsNeverMovedBelowItself) {
    UnitEdit e;
    e.parent = line;
    EXPECT_EQ(edit_unit(*db, system, prod, e).error().code, "unit.below_itself");
    e.parent = prod;
    EXPECT_EQ(edit_unit(*db, system, prod, e).error().code, "unit.below_itself");
    e.parent = sales;
    ASSERT_TRUE(edit_unit(*db, system, prod, e).ok());
    EXPECT_THAT(tree(), ElementsAre("AB 6", ".SALES 5", "..PROD 4", "...LINE 1"));
    EXPECT_EQ(trail(1).front(), "unit.moved " + std::to_string(prod.value) + " parent");
}

TEST_P(Units, ACodeIsUniqueAndAChangeNeedsTheVersionItWasMadeFrom) {
    EXPECT_EQ(add_unit(*db, system, {"PROD", "Annan", top}).error().fields.front().code, "unit.code_taken");
    EXPECT_EQ(add_unit(*db, system, {" ", "Annan", top}).error().fields.front().code, "unit.code_missing");
    UnitEdit e;
    e.name = "Tillverkning";
    const auto renamed = edit_unit(*db, system, prod, e, 1);
    ASSERT_TRUE(renamed.ok());
    EXPECT_EQ(renamed->version, 2);
    EXPECT_EQ(trail(1).front(), "unit.edited " + std::to_string(prod.value) + " name");
    EXPECT_EQ(edit_unit(*db, system, prod, e, 1).error().kind, Kind::stale);
    EXPECT_EQ(edit_unit(*db, system, UnitId{99'999}, e).error().kind, Kind::not_found);
}

TEST_P(Units, HrOfAUnitChangesWhatLiesInItAndNothingElse) {
    const access::Actor personnel = hr_of(prod);
    EXPECT_TRUE(add_unit(*db, personnel, {"LINE2", "Linje B", prod}).ok());
    EXPECT_EQ(add_unit(*db, personnel, {"X", "X", top}).error().code, "unit.not_yours");
    EXPECT_EQ(add_unit(*db, personnel, {"X", "X", {}}).error().code, "unit.not_yours");
    UnitEdit out;
    out.parent = sales;
    EXPECT_EQ(edit_unit(*db, personnel, line, out).error().code, "unit.not_yours");
    EXPECT_EQ(edit_unit(*db, personnel, sales, {}).error().code, "unit.not_yours");
}

TEST_P(Units, EveryQueryOfTheFolderCanBePrepared) {
    db.reset(); // new connections, which have prepared nothing
    db = fresh.open();
    db->read([](db::Tx& tx) {
        for (const db::Query& query : queries::all) EXPECT_NO_THROW(tx.connection().prepare(query)) << query.name;
    });
}

INSTANTIATE_ON_BOTH(Units);

} // namespace
} // namespace kunna::people
