// Whole imports from files, on both databases: what they change, what they refuse, and that nothing changes twice.
#include "access/visibility.hpp"
#include "assessments/assessments.hpp"
#include "files.hpp"
#include "imports/exports.hpp"
#include "people/people.hpp"
#include "people/units.hpp"
#include "skills/catalogue.hpp"
#include "skills/roles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kunna::imports {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* people_csv =
    "Anst.nr;Namn;E-post;Enhetskod;Enhet;Befattning;Roller;Chef;Sysselsättningsgrad;Anställd från;Slutdatum\n"
    "00100;\"Svensson, Anna\";anna@example.se;1;Bolaget;VD;;;1;2010-01-01;\n"
    "00101;Omar Ali;omar@example.se;11;Produktion;Chef;;Anna Svensson;100 %;2015-06-01;\n"
    "00102;Bo Ek;;11;Produktion;Operatör;\"Operatör; Skyddsombud\";Omar Ali;0,8;2020-02-03;\n"
    "00103;Eva af Klint;;11;Produktion;Operatör;Operatör;Omar Ali;1;2021-05-01;2025-12-31\n";

constexpr const char* roles_csv = "Roll;Kompetens;Nivå;Vikt;Skallkrav;Gäller från\n"
                                  "Operatör;Felsökning;3;3;Ja;2020-01-01\n"
                                  "Operatör;Truck;2;låg;Nej;2020-01-01\n";

constexpr const char* assessments_csv = "Anställningsnummer,Kompetens,Nivå,Källa,Datum,Bedömd av,Kommentar\n"
                                        "00102,Felsökning,3,chef,2026-05-04,00101,\"Lugn, säker\"\n"
                                        "00102,Felsökning,2,självskattning,2026-05-01,,\n"
                                        "00102,truck,1,Intyg,2026-04-01,Truckskolan AB,\n";

class Imports : public ::testing::TestWithParam<db::Engine> {
protected:
    kunna::test::SetClock clock;
    kunna::test::FreshDatabase fresh{GetParam(), &clock};
    std::unique_ptr<db::Db> db = fresh.open();
    const access::Actor system = access::Actor::system();
    test::Files files;

    Report run(ImportKind kind, const SourceFile& source, const ImportOptions& options = {}, bool dry_run = false) {
        auto report = run_file(*db, system, kind, source.path, test::guessed(source, kind, options), dry_run, {});
        if (!report.ok()) throw std::runtime_error{report.error().code};
        return std::move(report).unwrap();
    }
    Report people(std::string_view content, const ImportOptions& options = {}, bool dry_run = false) {
        return run(ImportKind::people, files.write("people.csv", content), options, dry_run);
    }
    void add_skills() {
        (void)db->transact([&](db::Tx& tx) -> Result<void> {
            skills::ensure_scales(tx);
            for (const char* name : {"Felsökning", "Truck"}) {
                skills::SkillInput skill;
                skill.name = {name, ""};
                TRY(skills::add_skill(tx, system, skill));
            }
            return {};
        });
    }
    void everything() {
        add_skills();
        ASSERT_TRUE(run(ImportKind::roles, files.write("roles.csv", roles_csv)).applied);
        ASSERT_TRUE(people(people_csv).applied);
        ASSERT_TRUE(run(ImportKind::assessments, files.write("assessments.csv", assessments_csv)).applied);
    }
    std::vector<people::ExportRow> stored() {
        return db->read([&](db::Tx& tx) {
            return people::all_for_export(tx, access::visible_people(tx, system, access::Sight::profile));
        });
    }
    std::string exported(ImportKind kind, FileFormat format, const char* language) {
        std::string bytes;
        access::Actor actor = system;
        actor.language = language;
        const auto done = export_file(*db, actor, kind, format, tabular::string_sink(bytes));
        EXPECT_TRUE(done.ok());
        return bytes;
    }
};

TEST_P(Imports, PeopleArriveWithUnitsManagersAndDays) {
    const Report report = people(people_csv);
    EXPECT_THAT(test::codes(report.problems), IsEmpty());
    EXPECT_TRUE(report.applied);
    EXPECT_EQ(report.rows, 4);
    EXPECT_EQ(report.figures.new_, 4);
    const auto rows = stored();
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0].number, "00100");
    EXPECT_EQ(rows[1].manager, "00100");
    EXPECT_EQ(rows[2].fte, 0.8);
    EXPECT_EQ(rows[2].unit_code, "11");
    EXPECT_EQ(rows[3].family, "af Klint");
    EXPECT_EQ(rows[3].left->iso(), "2025-12-31");
}

TEST_P(Imports, NewPeopleWithoutAColumnOfNamesAreOneProblemAndNotOneARow) {
    const Report report = people("Anst.nr;Kallas;Enhet\n1;Anna;Verkstad\n2;Bo;Verkstad\n3;Eva;Verkstad\n");
    EXPECT_THAT(test::codes(report.problems), ElementsAre("import.names_needed"));
    EXPECT_FALSE(report.applied);
    EXPECT_THAT(stored(), IsEmpty());
}

TEST_P(Imports, ADryRunSaysTheSameAndChangesNothing) {
    const Report report = people(people_csv, {}, true);
    EXPECT_FALSE(report.applied);
    EXPECT_EQ(report.figures.new_, 4);
    ASSERT_EQ(report.changes.size(), 4U);
    EXPECT_EQ(report.changes[0].key, "00100");
    EXPECT_EQ(report.changes[0].name, "Anna Svensson");
    EXPECT_THAT(stored(), IsEmpty());
}

TEST_P(Imports, TheSameFileAgainChangesNothingAtAll) {
    people(people_csv);
    const auto before = db->version();
    const Report again = people(people_csv);
    EXPECT_TRUE(again.applied);
    EXPECT_EQ(again.figures, (Figures{0, 0, 4, 0, 0, 0}));
    EXPECT_THAT(again.changes, IsEmpty());
    EXPECT_EQ(db->version(), before) << "the trail has grown";
}

TEST_P(Imports, AChangeIsShownFieldByField) {
    people(people_csv);
    std::string changed = people_csv;
    const std::string before = "Operatör;\"Operatör; Skyddsombud\";";
    changed.replace(changed.find(before), before.size(), "Tekniker;Operatör;");
    const Report report = people(changed);
    EXPECT_THAT(test::codes(report.problems), IsEmpty());
    EXPECT_EQ(report.figures.changed, 1);
    EXPECT_EQ(report.figures.unchanged, 3);
    ASSERT_EQ(report.changes.size(), 1U);
    EXPECT_EQ(report.changes[0].row, 4);
    std::vector<std::string> fields;
    for (const FieldChange& field : report.changes[0].fields) fields.push_back(field.field);
    EXPECT_THAT(fields, ::testing::Contains("title"));
    EXPECT_EQ(fields.size(), 2U) << ::testing::PrintToString(fields);
    EXPECT_EQ(people(changed).figures.unchanged, 4);
}

TEST_P(Imports, ARoleAloneIsAChangeToo) {
    people(people_csv);
    std::string changed = people_csv;
    changed.replace(changed.find("VD;;"), 4, "VD;Operatör;");
    const Report report = people(changed);
    EXPECT_EQ(report.figures.changed, 1);
    EXPECT_EQ(report.figures.unchanged, 3);
    EXPECT_EQ(people(changed).figures.unchanged, 4);
}

TEST_P(Imports, WithAnErrorNothingIsChangedAndAllErrorsAreTold) {
    const Report report = people("Anst.nr;Namn;Chef;Anställd från\n"
                                 "1;Anna Ek;;2020-01-01\n"
                                 "1;Bo Al;;2020-01-01\n"
                                 "3;Eva Os;Ingen Alls;2020-13-01\n");
    EXPECT_FALSE(report.applied);
    EXPECT_GE(report.figures.problems, 3);
    EXPECT_THAT(stored(), IsEmpty());
    std::vector<std::int64_t> rows;
    for (const Problem& problem : report.problems.list()) {
        rows.push_back(problem.row);
        EXPECT_NE(say(problem, "sv"), problem.code);
        EXPECT_NE(say(problem, "sv"), say(problem, "en"));
    }
    EXPECT_THAT(rows, ::testing::Contains(3));
    EXPECT_THAT(rows, ::testing::Contains(4));
}

TEST_P(Imports, ManagersInACircleAreRefused) {
    const Report report = people("Anst.nr;Namn;Chefsnr;Anställd från\n1;Anna Ek;2;2020-01-01\n2;Bo Al;1;2020-01-01\n");
    EXPECT_FALSE(report.applied);
    EXPECT_GE(report.figures.problems, 1);
    EXPECT_THAT(stored(), IsEmpty());
}

TEST_P(Imports, WhoIsNotInTheFileLeavesOnlyWhenAsked) {
    people(people_csv);
    const std::string fewer{people_csv, std::string_view{people_csv}.find("00102")};
    EXPECT_EQ(people(fewer).figures, (Figures{0, 0, 2, 0, 0, 0}));
    ImportOptions options;
    options.absent_leave = true;
    const Report dry = people(fewer, options, true);
    EXPECT_EQ(dry.figures.would_leave, 1) << "the one who has left already does not leave again";
    ASSERT_EQ(dry.changes.size(), 1U);
    EXPECT_EQ(dry.changes[0].key, "00102");
    EXPECT_TRUE(people(fewer, options).applied);
    EXPECT_EQ(stored()[2].left->iso(), "2026-11-20");
}

TEST_P(Imports, RolesAndAssessmentsArriveAndTheSameFilesAgainChangeNothing) {
    everything();
    EXPECT_EQ(db->read([](db::Tx& tx) { return assessments::count(tx); }), 3);
    const Report roles = run(ImportKind::roles, files.write("roles.csv", roles_csv));
    EXPECT_EQ(roles.figures.new_ + roles.figures.changed, 0);
    EXPECT_GE(roles.figures.unchanged, 1);
    const Report again = run(ImportKind::assessments, files.write("assessments.csv", assessments_csv));
    EXPECT_EQ(again.figures, (Figures{0, 0, 3, 0, 0, 0}));
    EXPECT_EQ(db->read([](db::Tx& tx) { return assessments::count(tx); }), 3);
}

TEST_P(Imports, AssessmentsThatCannotBeAreNamedByRowAndNothingIsKept) {
    everything();
    const Report report =
        run(ImportKind::assessments, files.write("bad.csv", "Anställningsnummer,Kompetens,Nivå,Källa,Datum\n"
                                                            "00102,Felsökning,9,chef,2026-05-04\n"
                                                            "00102,Felsökning,3,chef,2027-05-04\n"
                                                            "99999,Felsökning,3,chef,2026-05-04\n"
                                                            "00102,Trolleri,3,chef,2026-05-04\n"
                                                            "00102,Felsökning,3,spådam,2026-05-04\n"
                                                            "00102,Felsökning,,chef,2026-05-04\n"
                                                            "00102,Truck,4,chef,2026-05-04\n"));
    EXPECT_FALSE(report.applied);
    EXPECT_EQ(report.figures.problems, 6);
    std::vector<std::string> places;
    for (const Problem& problem : report.problems.list()) {
        places.push_back(std::to_string(problem.row) + " " + problem.column);
        EXPECT_NE(say(problem, "sv"), problem.code);
    }
    EXPECT_THAT(places, ElementsAre("2 Nivå", "3 Datum", "4 Anställningsnummer", "5 Kompetens", "6 Källa", "7 Nivå"));
    EXPECT_EQ(db->read([](db::Tx& tx) { return assessments::count(tx); }), 3);
}

TEST_P(Imports, OneSourceAndOneDayMayStandForTheWholeFile) {
    everything();
    ImportOptions options;
    options.source = "test";
    options.day = *Date::parse("2026-06-01");
    const Report report =
        run(ImportKind::assessments,
            files.write("test.csv", "Anställningsnummer;Kompetens;Nivå\n00103;Truck;2 – Grund\n"), options);
    EXPECT_THAT(test::codes(report.problems), IsEmpty());
    EXPECT_EQ(report.figures.new_, 1);
}

TEST_P(Imports, WhatIsExportedAndComesBackChangesNothing) {
    everything();
    for (const FileFormat format : {FileFormat::csv, FileFormat::xlsx})
        for (const char* language : {"sv", "en"})
            for (const ImportKind kind : {ImportKind::people, ImportKind::roles, ImportKind::assessments}) {
                const SourceFile source = files.write(file_name("", kind, format), exported(kind, format, language));
                const Report report = run(kind, source);
                EXPECT_THAT(test::codes(report.problems), IsEmpty()) << source.filename << " in " << language;
                EXPECT_TRUE(report.applied);
                EXPECT_EQ(report.figures.new_ + report.figures.changed + report.figures.would_leave, 0)
                    << source.filename << " in " << language << ": "
                    << (report.changes.empty()
                            ? ""
                            : report.changes[0].key + " " +
                                  (report.changes[0].fields.empty()
                                       ? ""
                                       : report.changes[0].fields[0].field + " " + report.changes[0].fields[0].before +
                                             " > " + report.changes[0].fields[0].after));
                EXPECT_GT(report.figures.unchanged, 0);
            }
}

TEST_P(Imports, EveryTemplateIsAFileThatCanBeImported) {
    add_skills();
    (void)db->transact([&](db::Tx& tx) -> Result<void> {
        skills::SkillInput skill;
        skill.name = {"Maskinsäkerhet", "Machine safety"};
        TRY(skills::add_skill(tx, system, skill));
        return {};
    });
    for (const FileFormat format : {FileFormat::csv, FileFormat::xlsx})
        for (const char* language : {"sv", "en"})
            for (const ImportKind kind : {ImportKind::people, ImportKind::roles, ImportKind::assessments}) {
                std::string bytes;
                ASSERT_TRUE(write_template(kind, format, language, tabular::string_sink(bytes)).ok());
                const Report report = run(kind, files.write(file_name("mall", kind, format), bytes));
                std::string said;
                for (const Problem& problem : report.problems.list())
                    said += problem.column + ": " + say(problem, "en") + "\n";
                EXPECT_TRUE(report.applied) << file_name("mall", kind, format) << " in " << language << ":\n" << said;
                EXPECT_EQ(report.rows, 2);
            }
}

TEST_P(Imports, AnotherFileThanATableIsRefusedWithTheRemedy) {
    for (const auto& [name, bytes, code] : std::vector<std::tuple<const char*, std::string, const char*>>{
             {"a.pdf", "%PDF-1.7 ...", "file.pdf"},
             {"b.csv", "", "file.empty"},
             {"c.csv", "Anst.nr;Namn\n", "import.no_rows"}}) {
        const SourceFile source = files.write(name, bytes);
        const auto report = run_file(*db, system, ImportKind::people, source.path, std::nullopt, false, {});
        ASSERT_FALSE(report.ok()) << name;
        EXPECT_EQ(report.error().code, code);
    }
}

TEST_P(Imports, OnlyPersonnelOfTheWholeOrganisationImportAndExport) {
    everything();
    access::Actor unit_hr;
    unit_hr.account = AccountId{7};
    unit_hr.grants = {{access::Role::hr, UnitId{1}}};
    const SourceFile source = files.write("people.csv", people_csv);
    const auto refused = run_file(*db, unit_hr, ImportKind::people, source.path, std::nullopt, true, {});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "import.needs_everyone");
    access::Actor hr = unit_hr;
    hr.grants = {{access::Role::hr, {}}};
    std::string bytes;
    const auto without_reason =
        export_file(*db, hr, ImportKind::assessments, FileFormat::csv, tabular::string_sink(bytes));
    ASSERT_FALSE(without_reason.ok());
    EXPECT_EQ(without_reason.error().code, "access.reason_needed");
}

TEST_P(Imports, CancellingStopsAnImportAndLeavesNothing) {
    const SourceFile source = files.write("people.csv", people_csv);
    const jobs::Progress stop{[](double fraction, const jobs::Note*) -> Result<void> {
        if (fraction > 0.5) return refuse(Kind::conflict, "job.cancelled");
        return {};
    }};
    const auto report = run_file(*db, system, ImportKind::people, source.path, std::nullopt, false, stop);
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error().code, "job.cancelled");
    EXPECT_THAT(stored(), IsEmpty());
}

INSTANTIATE_ON_BOTH(Imports);

} // namespace
} // namespace kunna::imports
