// The HTTP face of people: who may and who may not, and what each answer says.
#include "company.hpp"
#include "people/routes.hpp"
#include "support/harness.hpp"

namespace kunna::people {
namespace {

using access::Role;
using http::test::Answer;
using ::testing::HasSubstr;
using ::testing::Not;

class PeopleRoutes : public Company {
protected:
    http::test::TestServer server;

    void SetUp() override {
        Company::SetUp();
        server.gate.token("hr", hr());
        server.gate.token("olle", signed_in(olle));
        server.gate.token("anna", signed_in(anna, {{Role::employee, {}}, {Role::manager, {}}}));
        server.gate.token("sales", hr_of(sales));
        server.gate.token("administrator", signed_in(PersonId{}, {{Role::administrator, {}}}));
        declare_routes(server.api);
        server.services.db = db.get();
        server.services.clock = &clock;
        server.start();
    }
    static std::string of(const std::string& place, PersonId id) { return place + std::to_string(id.value); }
    std::string new_person(UnitId in, const char* number = "900") const {
        return std::string{R"({"number":")"} + number + R"(","given":"Ny","family":"Person","hired":"2026-11-01",)" +
               R"("unit":)" + std::to_string(in.value) + R"(,"title":"Montör"})";
    }
};

TEST_P(PeopleRoutes, NobodyIsToldAnythingWithoutSigningIn) {
    EXPECT_EQ(server.as("", "GET", "/people").status, 401);
    EXPECT_EQ(server.as("", "GET", of("/people/", anna)).status, 401);
    EXPECT_EQ(server.as("", "GET", "/units").status, 401);
    EXPECT_EQ(server.as("", "POST", "/people", new_person(prod)).status, 401);
}

TEST_P(PeopleRoutes, WhoLacksTheVerbIsRefusedWhateverTheRow) {
    EXPECT_EQ(server.as("olle", "GET", "/people").status, 403);
    EXPECT_EQ(server.as("administrator", "GET", "/people").status, 403);
    EXPECT_EQ(server.as("anna", "POST", "/people", new_person(prod)).status, 403);
    EXPECT_EQ(server.as("anna", "PATCH", of("/people/", olle), R"({"given":"O"})", "\"1\"").status, 403);
    EXPECT_EQ(server.as("anna", "DELETE", of("/people/", olle) + "/left").status, 403);
    EXPECT_EQ(
        server.as("anna", "POST", of("/people/", olle) + "/positions", R"({"unit":1,"title":"x","from":"2026-01-01"})")
            .status,
        403);
    EXPECT_EQ(server.as("anna", "POST", "/units", R"({"code":"X","name":"X"})").status, 403);
    EXPECT_EQ(server.as("olle", "GET", "/people/unmanaged").status, 403);
}

TEST_P(PeopleRoutes, AnInvisiblePersonIsAnsweredLikeAMissingOne) {
    const Answer missing = server.as("olle", "GET", "/people/999999");
    const Answer invisible = server.as("olle", "GET", of("/people/", anna));
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(invisible.status, 404);
    EXPECT_EQ(missing.code(), invisible.code());
    EXPECT_EQ(server.as("administrator", "GET", of("/people/", anna)).status, 404);
    EXPECT_EQ(server.as("sales", "PATCH", of("/people/", anna), R"({"given":"O"})", "\"1\"").status, 404);
    EXPECT_EQ(
        server.as("sales", "POST", of("/people/", anna) + "/positions", R"({"unit":1,"title":"x","from":"2026-01-01"})")
            .status,
        404);
    EXPECT_EQ(server.as("olle", "GET", of("/people/", olle)).status, 200);
    EXPECT_EQ(server.as("anna", "GET", of("/people/", olle)).status, 200);
}

TEST_P(PeopleRoutes, APersonIsAddedWithLocationAndEtagAndChangedOnlyFromThatVersion) {
    const Answer added = server.as("hr", "POST", "/people", new_person(prod));
    ASSERT_EQ(added.status, 201) << added.body;
    const std::string location = added.header("Location");
    EXPECT_THAT(location, HasSubstr("/people/"));
    const std::string path = location.substr(location.find("/people/"));
    const std::string etag = server.as("hr", "GET", path).header("ETag");
    EXPECT_FALSE(etag.empty());
    EXPECT_EQ(server.as("hr", "PATCH", path, R"({"family":"Ek"})").status, 428);
    const Answer changed = server.as("hr", "PATCH", path, R"({"family":"Ek"})", etag);
    EXPECT_EQ(changed.status, 200) << changed.body;
    EXPECT_THAT(changed.body, HasSubstr(R"("name":"Ny Ek")"));
    EXPECT_EQ(server.as("hr", "PATCH", path, R"({"family":"Berg"})", etag).status, 412);
}

TEST_P(PeopleRoutes, AYearOfBirthAndAGenderAreReadByThePersonAndHrAlone) {
    PersonEdit born;
    born.birth_year = 1984;
    born.gender = Gender::man;
    ASSERT_TRUE(edit(*db, system, olle, born).ok());
    const auto told = [&](std::string_view who) { return server.as(who, "GET", of("/people/", olle)).body; };
    for (const char* who : {"hr", "olle"}) {
        EXPECT_THAT(told(who), HasSubstr(R"("birth_year":1984)"));
        EXPECT_THAT(told(who), HasSubstr(R"("gender":"man")"));
    }
    EXPECT_THAT(told("anna"), Not(HasSubstr("1984"))) << "the manager";
    EXPECT_THAT(told("anna"), Not(HasSubstr(R"("gender":"man")")));
}

TEST_P(PeopleRoutes, EveryWrongFieldIsNamedByItsPointer) {
    const Answer wrong = server.as("hr", "POST", "/people", new_person(prod, "100"));
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("/number"));
    EXPECT_THAT(wrong.body, HasSubstr("person.number_taken"));
    EXPECT_EQ(server.as("hr", "POST", "/people", R"({"number":"1","surprise":2})").status, 422);
    EXPECT_EQ(server.as("hr", "GET", "/people?sort=salary").status, 422);
    EXPECT_EQ(server.as("hr", "GET", "/people?cursor=made-up").status, 422);
}

TEST_P(PeopleRoutes, AListGoesOnFromItsCursorOnly) {
    const Answer first = server.as("hr", "GET", "/people?limit=4");
    ASSERT_EQ(first.status, 200);
    EXPECT_THAT(first.body, HasSubstr("Bo Alm"));
    EXPECT_THAT(first.body, Not(HasSubstr(R"("name":"Karin)")));
    std::string cursor = first.body.substr(first.body.find(R"("next":")") + 8);
    cursor.resize(cursor.find('"'));
    const Answer second = server.as("hr", "GET", "/people?limit=4&cursor=" + cursor);
    EXPECT_THAT(second.body, HasSubstr("Karin Öberg"));
    EXPECT_THAT(second.body, Not(HasSubstr(R"("name":"Bo)")));
    EXPECT_EQ(server.as("hr", "GET", "/people?sort=hired&cursor=" + cursor).status, 422);
    EXPECT_THAT(first.header("Link"), HasSubstr("rel=\"next\""));
}

TEST_P(PeopleRoutes, APositionBeginsAndACircleIsAConflict) {
    const std::string body =
        R"({"unit":)" + std::to_string(sales.value) + R"(,"title":"Säljare","from":"2026-06-01","manager":)";
    EXPECT_EQ(server.as("hr", "POST", of("/people/", bo) + "/positions", body + std::to_string(ake.value) + "}").status,
              201);
    const Answer circle =
        server.as("hr", "POST", of("/people/", karin) + "/positions", body + std::to_string(anna.value) + "}");
    EXPECT_EQ(circle.status, 409);
    EXPECT_EQ(circle.code(), "position.manager_cycle");
}

TEST_P(PeopleRoutes, LeavingIsAnEditAndCanBeTakenBack) {
    const Answer left = server.as("hr", "PATCH", of("/people/", anna), R"({"left":"2026-10-31"})", "\"1\"");
    ASSERT_EQ(left.status, 200) << left.body;
    EXPECT_THAT(left.body, HasSubstr(R"("left":"2026-10-31")"));
    EXPECT_THAT(server.as("hr", "GET", "/people/unmanaged").body, HasSubstr("Olle Zander"));
    EXPECT_EQ(server.as("hr", "DELETE", of("/people/", anna) + "/left").status, 200);
    EXPECT_EQ(server.as("hr", "DELETE", of("/people/", anna) + "/left").status, 409);
}

TEST_P(PeopleRoutes, TheTreeIsForEverybodyAndItsChangesForHr) {
    const Answer tree = server.as("olle", "GET", "/units");
    EXPECT_EQ(tree.status, 200);
    EXPECT_THAT(tree.body, HasSubstr(R"("code":"LINE")"));
    EXPECT_THAT(tree.body, Not(HasSubstr("Olle")));
    EXPECT_EQ(server.as("hr", "POST", "/units", R"({"code":"LAB","name":"Labb"})").status, 201);
    const std::string path = "/units/" + std::to_string(prod.value);
    EXPECT_EQ(server.as("hr", "PATCH", path, R"({"parent":)" + std::to_string(line.value) + "}", "\"1\"").status, 409);
    EXPECT_EQ(server.as("hr", "PATCH", path, R"({"name":"Tillverkning"})", "\"1\"").status, 200);
    EXPECT_EQ(server.as("hr", "PATCH", path, R"({"name":"Fabrik"})", "\"1\"").status, 412);
    EXPECT_EQ(server.as("sales", "PATCH", path, R"({"name":"Fabrik"})", "\"2\"").status, 403);
    EXPECT_EQ(server.as("hr", "PATCH", "/units/999999", R"({"name":"Fabrik"})", "\"2\"").status, 404);
}

INSTANTIATE_ON_BOTH(PeopleRoutes);

} // namespace
} // namespace kunna::people
