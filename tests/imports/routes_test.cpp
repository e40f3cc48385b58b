// The HTTP face of imports: who may, the wizard from end to end, files out.
#include "imports/imports.hpp"
#include "imports/routes.hpp"
#include "support/harness.hpp"
#include "support/small_company.hpp"
#include "taxonomies/matchers.hpp"

#include <thread>

namespace kunna::imports {
namespace {

using namespace std::chrono_literals;
using http::test::Answer;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* people_csv =
    "Anst.nr;Namn;Enhetskod;Anställd från\n0002;Bo Bergström;line;2011-01-26\n0009;Ny Person;line;2026-01-01\n";

class ImportRoutes : public test::SmallCompany {
protected:
    test::TempFolder scratch;
    std::unique_ptr<jobs::Runner> runner;
    taxonomies::Matchers matchers{*db};
    http::test::TestServer server;

    void SetUp() override {
        // The company's people were given their ids by hand, which PostgreSQL's counter has not noticed.
        if (GetParam() == db::Engine::postgres) execute("ALTER TABLE person ALTER COLUMN id RESTART WITH 100");
        jobs::RunnerOptions options;
        options.look = 10ms;
        runner = std::make_unique<jobs::Runner>(*db, options);
        add_kinds(*runner, scratch.path());
        runner->start();
        server.gate.token("hr", hr());
        server.gate.token("anna", manager(anna));
        server.gate.token("office", hr_of_office());
        declare_routes(server.api, runner.get(), &matchers);
        server.services.db = db.get();
        server.services.clock = &clock;
        server.start();
    }
    void TearDown() override {
        server.stop();
        runner->stop();
    }
    Answer upload(std::string_view who, const std::string& path, std::string_view bytes) {
        return server.ask(
            "POST", "/api/v1" + path,
            {{"Authorization", "Bearer " + std::string{who}}, {"Content-Type", "application/octet-stream"}}, bytes);
    }
    Answer hand_in(std::string_view who, std::string_view content) {
        return upload(who, "/imports?kind=people&filename=personal.csv", content);
    }
    std::string until(const std::string& path, std::string_view text) {
        for (int i = 0; i < 1000; ++i) {
            const Answer answer = server.as("hr", "GET", path);
            if (answer.body.find(text) != std::string::npos) return answer.body;
            std::this_thread::sleep_for(5ms);
        }
        return server.as("hr", "GET", path).body;
    }
};

TEST_P(ImportRoutes, OnlyPersonnelMayAndOnlyOfTheWholeOrganisation) {
    for (const auto& [method, path] :
         std::vector<std::pair<const char*, const char*>>{{"GET", "/imports"},
                                                          {"GET", "/imports/1"},
                                                          {"DELETE", "/imports/1"},
                                                          {"POST", "/imports/1/apply"},
                                                          {"GET", "/imports/1/problems"},
                                                          {"GET", "/imports/1/problems/export"},
                                                          {"GET", "/imports/1/changes"},
                                                          {"GET", "/mappings?kind=people"},
                                                          {"DELETE", "/mappings/1"}}) {
        EXPECT_EQ(server.as("nobody", method, path).status, 401) << method << path;
        EXPECT_EQ(server.as("anna", method, path).status, 403) << method << path;
        EXPECT_EQ(server.as("office", method, path).status, 403) << method << path;
    }
    for (const char* path : {"/imports/fields?kind=people", "/imports/templates/people", "/people/export",
                             "/roles/export", "/assessments/export"}) {
        EXPECT_EQ(server.as("nobody", "GET", path).status, 401) << path;
        EXPECT_EQ(server.as("anna", "GET", path).status, 403) << path;
    }
    EXPECT_EQ(hand_in("anna", people_csv).status, 403);
    EXPECT_EQ(hand_in("office", people_csv).status, 403);
    EXPECT_EQ(server.as("hr", "GET", "/imports/999").status, 404);
}

TEST_P(ImportRoutes, AFileGoesThroughTheWholeWizard) {
    const Answer handed = hand_in("hr", people_csv);
    ASSERT_EQ(handed.status, 201) << handed.body;
    EXPECT_THAT(handed.header("Location"), HasSubstr("/imports/1"));
    EXPECT_THAT(handed.body, HasSubstr(R"("filename":"personal.csv")"));
    EXPECT_THAT(handed.body, HasSubstr(R"("samples":["Bo Bergström","Ny Person"])"));
    const Answer mapped = server.as(
        "hr", "PUT", "/imports/1/mapping",
        R"({"columns":{"number":"Anst.nr","name":"Namn","unit_code":"Enhetskod","hired":"Anställd från"},"options":{}})");
    ASSERT_EQ(mapped.status, 200) << mapped.body;
    const std::string checked = until("/imports/1", R"("state":"checked")");
    EXPECT_THAT(checked, HasSubstr(R"("outcome":{"new":1,"changed":1,"unchanged":0,"would_leave":0,"problems":0)"));
    const Answer changed = server.as("hr", "GET", "/imports/1/changes?kind=changed");
    EXPECT_THAT(changed.body, HasSubstr(R"("field":"family","before":"Berg","after":"Bergström")"));
    EXPECT_THAT(server.as("hr", "GET", "/imports/1/changes?kind=new").body, HasSubstr("Ny Person"));
    EXPECT_THAT(server.as("hr", "GET", "/imports/1/changes?kind=would_leave").body, StartsWith(R"({"items":[])"));
    EXPECT_EQ(server.as("hr", "POST", "/imports/1/apply").status, 200);
    EXPECT_THAT(until("/imports/1", R"("kind":"import.apply","kind_text":"Import av en fil","state":"done")"),
                HasSubstr(R"("state":"applied")"));
    EXPECT_EQ(server.as("hr", "POST", "/imports/1/apply").status, 409);
    EXPECT_THAT(server.as("hr", "GET", "/imports").body, HasSubstr("personal.csv"));
    EXPECT_EQ(server.as("hr", "DELETE", "/imports/1").status, 204);
    EXPECT_EQ(server.as("hr", "GET", "/imports/1").status, 404);
}

TEST_P(ImportRoutes, ProblemsComeByRowInPagesAndAsAFile) {
    ASSERT_EQ(hand_in("hr", "Anst.nr;Namn;Enhetskod;E-post\n7;A B;line;x\n8;C D;line;y\n").status, 201);
    const Answer early = server.as("hr", "POST", "/imports/1/apply");
    EXPECT_EQ(early.status, 409);
    EXPECT_EQ(early.code(), "import.not_checked");
    server.as(
        "hr", "PUT", "/imports/1/mapping",
        R"({"columns":{"number":"Anst.nr","name":"Namn","unit_code":"Enhetskod","email":"E-post"},"options":{}})");
    until("/imports/1", R"("state":"checked")");
    const Answer first = server.as("hr", "GET", "/imports/1/problems?limit=1");
    EXPECT_THAT(first.body, HasSubstr(R"("row":2,"column":"E-post","value":"x","code":"import.email_form")"));
    const std::string link = first.header("Link");
    ASSERT_THAT(link, HasSubstr("rel=\"next\""));
    const std::string next = link.substr(link.find("/imports"), link.find('>') - link.find("/imports"));
    EXPECT_THAT(server.as("hr", "GET", next).body, HasSubstr(R"("row":3)"));
    const Answer file = server.as("hr", "GET", "/imports/1/problems/export?format=csv");
    EXPECT_THAT(file.header("Content-Type"), StartsWith("text/csv"));
    EXPECT_THAT(file.body, HasSubstr("E-post"));
    EXPECT_EQ(server.as("hr", "POST", "/imports/1/apply").code(), "import.has_problems");
}

TEST_P(ImportRoutes, WhatIsNoTableOrDoesNotFitIsRefusedWithItsPlace) {
    const Answer pdf = hand_in("hr", "%PDF-1.7");
    EXPECT_EQ(pdf.status, 422);
    EXPECT_EQ(pdf.code(), "file.pdf");
    EXPECT_EQ(upload("hr", "/imports?kind=pets", "a;b\n1;2\n").status, 422);
    ASSERT_EQ(hand_in("hr", people_csv).status, 201);
    const Answer gone = server.as("hr", "PUT", "/imports/1/mapping", R"({"columns":{"number":"Nummer"},"options":{}})");
    EXPECT_EQ(gone.status, 422);
    EXPECT_THAT(gone.body, HasSubstr("/columns/number"));
}

TEST_P(ImportRoutes, TemplatesAndExportsAreFilesToSave) {
    const Answer sv = server.as("hr", "GET", "/imports/templates/people?format=csv");
    EXPECT_EQ(sv.status, 200);
    EXPECT_THAT(sv.header("Content-Disposition"), HasSubstr("kunna-mall-people.csv"));
    EXPECT_THAT(sv.body, HasSubstr("Anställningsnummer;Förnamn;Efternamn"));
    const Answer xlsx = server.as("hr", "GET", "/imports/templates/assessments?format=xlsx");
    EXPECT_THAT(xlsx.body, StartsWith("PK"));
    const Answer people = server.as("hr", "GET", "/people/export");
    EXPECT_THAT(people.body, HasSubstr("0003;Cia;Ceder"));
    const Answer office = server.as("office", "GET", "/people/export");
    EXPECT_THAT(office.body, HasSubstr("0004;Dag;Dahl"));
    EXPECT_THAT(office.body, Not(HasSubstr("0003")));
    const Answer found = server.as("hr", "GET", "/people/export?unit=1&manager=1&status=employed");
    EXPECT_THAT(found.body, AllOf(HasSubstr("0003;Cia;Ceder"), Not(HasSubstr("Alm;")), Not(HasSubstr("0004"))));
    EXPECT_THAT(server.as("office", "GET", "/people/export?unit=1").body, Not(HasSubstr("0003")));
    EXPECT_EQ(server.as("hr", "GET", "/people/export?status=late").status, 422);
    EXPECT_EQ(server.as("hr", "GET", "/assessments/export").code(), "access.reason_needed");
    EXPECT_EQ(server.as("hr", "GET", "/assessments/export?reason=audit").status, 200);
    EXPECT_THAT(server.as("hr", "GET", "/imports/fields?kind=roles").body, HasSubstr(R"("key":"importance")"));
}

TEST_P(ImportRoutes, MappingsAreSavedAndForgotten) {
    const Answer saved =
        server.as("hr", "POST", "/mappings", R"({"kind":"people","name":"Lön","columns":{"number":"Anst.nr"}})");
    EXPECT_EQ(saved.status, 201) << saved.body;
    EXPECT_THAT(server.as("hr", "GET", "/mappings?kind=people").body, HasSubstr(R"("name":"Lön")"));
    EXPECT_EQ(server.as("hr", "DELETE", "/mappings/1").status, 204);
    EXPECT_EQ(server.as("hr", "DELETE", "/mappings/1").status, 404);
}

INSTANTIATE_ON_BOTH(ImportRoutes);

} // namespace
} // namespace kunna::imports
