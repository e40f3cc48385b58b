// Files of activities, on both databases: what they make, what is refused by row, and that what goes out comes back.
#include "files.hpp"
#include "imports/exports.hpp"
#include "imports/imports.hpp"
#include "learning/activities.hpp"
#include "skills/catalogue.hpp"
#include "support/small_company.hpp"

#include <gmock/gmock.h>

namespace kunna::imports {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr const char* catalogue_csv =
    "Aktivitet;Slag;Språk;Kostnad per plats;Kostnad per tillfälle;Timmar;Platser;Kompetens;Från nivå;Till nivå;"
    "Sannolikhet;Tillfället börjar;Tillfället slutar;Tillfällets ort;Kräver aktiviteter;Kräver nivåer\n"
    "PLC, grund;Kurs;sv;12 500;0;24;12;PLC;0;2;80 %;2027-02-08;2027-02-10;Västerås;;\n"
    "PLC, grund;;;;;;;Elsäkerhet;0;1;0,9;2027-04-12;2027-04-14;Norrköping;;\n"
    "PLC, fördjupning;Extern;en;26 800,50;4000;40;8;PLC;2;3;;;;;PLC, grund;Elsäkerhet 1\n";

class ActivityFiles : public kunna::test::SmallCompany {
protected:
    test::Files files;

    void SetUp() override {
        (void)act([&](db::Tx& tx) -> Result<void> {
            skills::ensure_scales(tx);
            for (const char* name : {"PLC", "Elsäkerhet"}) {
                skills::SkillInput skill;
                skill.name.sv = name;
                TRY(skills::add_skill(tx, access::Actor::system(), skill));
            }
            return {};
        });
    }
    Result<Report> take(std::string_view content, const access::Actor& actor = learning(),
                        const char* name = "lärande.csv") {
        const auto source = files.write(name, content);
        return run_file(*db, actor, ImportKind::activities, source.path,
                        test::guessed(source, ImportKind::activities, {}), false, {});
    }
    std::vector<learning::Activity> stored() {
        return look([](db::Tx& tx) { return learning::every_activity(tx); });
    }
    // "row 3, Till nivå: activity.raise_not_upwards"
    static std::vector<std::string> told(const Report& report) {
        std::vector<std::string> all;
        for (const Problem& one : report.problems.list())
            all.push_back("row " + std::to_string(one.row) + ", " + one.column + ": " + one.code);
        return all;
    }
};

TEST_P(ActivityFiles, RowsOfOneNameAreOneActivityWithItsRaisesAndSessions) {
    const auto report = take(catalogue_csv);
    ASSERT_TRUE(report.ok()) << report.error().code;
    EXPECT_THAT(told(*report), IsEmpty());
    EXPECT_EQ(report->figures.new_, 2);
    const auto all = stored();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].name.sv, "PLC, grund");
    EXPECT_EQ(all[0].cost->seat, 1'250'000);
    EXPECT_EQ(all[0].raises.size(), 2U);
    EXPECT_DOUBLE_EQ(all[0].raises[0].probability, 0.8);
    EXPECT_DOUBLE_EQ(all[0].raises[1].probability, 0.9);
    EXPECT_EQ(all[0].sessions.size(), 2U);
    EXPECT_EQ(all[1].kind, learning::ActivityKind::external);
    EXPECT_EQ(all[1].cost->seat, 2'680'050);
    EXPECT_EQ(all[1].after[0].id, all[0].id) << "named in the same file";
    EXPECT_EQ(all[1].entry[0].level, 1);
}

TEST_P(ActivityFiles, TheSameFileAgainChangesNothingAndSessionsKeepTheirIds) {
    ASSERT_TRUE(take(catalogue_csv)->applied);
    const auto before = stored();
    const std::int64_t noted = entries();
    const auto again = take(catalogue_csv);
    EXPECT_EQ(again->figures.unchanged, 2);
    EXPECT_EQ(again->figures.new_ + again->figures.changed, 0);
    EXPECT_EQ(entries(), noted);
    EXPECT_EQ(stored()[0].sessions[0].id, before[0].sessions[0].id);
}

TEST_P(ActivityFiles, WhatHasNoColumnStaysAsItIs) {
    ASSERT_TRUE(take(catalogue_csv)->applied);
    const auto report = take("Aktivitet;Timmar\nPLC, grund;32\n");
    ASSERT_TRUE(report->applied) << told(*report)[0];
    EXPECT_EQ(report->figures.changed, 1);
    const auto all = stored();
    EXPECT_DOUBLE_EQ(all[0].hours, 32);
    EXPECT_EQ(all[0].raises.size(), 2U);
    EXPECT_EQ(all[0].sessions.size(), 2U);
    EXPECT_EQ(all[0].cost->seat, 1'250'000);
}

TEST_P(ActivityFiles, WhatIsWrongIsNamedByRowAndColumnAndNothingIsWritten) {
    const auto report = take("Aktivitet;Kostnad per plats;Kostnad per tillfälle;Timmar;Platser;Kompetens;Från "
                             "nivå;Till nivå;Tillfället börjar;"
                             "Kräver aktiviteter\n"
                             "A;100;0;8;;PLC;3;2;;\n"
                             "B;-5;0;8;;Flygning;0;1;;\n"
                             "C;;0;0;0;;;;2020-01-01;\n"
                             "D;1;0;8;;;;;;E\n"
                             "E;1;0;8;;;;;;D\n"
                             "F;1;0;8;;;;;;Finns inte\n"
                             "G;1;0;8;;;;;;\n"
                             "G;2;0;8;;;;;;\n"
                             ";1;0;8;;;;;;\n");
    ASSERT_TRUE(report.ok());
    EXPECT_FALSE(report->applied);
    EXPECT_THAT(told(*report),
                UnorderedElementsAre(
                    "row 2, Till nivå: activity.raise_not_upwards", "row 3, Kostnad per plats: activity.cost_negative",
                    "row 3, Kompetens: row.skill_unknown", "row 4, Kostnad per plats: activity.cost_missing",
                    "row 4, Timmar: activity.hours", "row 4, Platser: activity.seats",
                    "row 4, Tillfället börjar: activity.session_passed", "row 5, Kräver aktiviteter: activity.circle",
                    "row 6, Kräver aktiviteter: activity.circle",
                    "row 7, Kräver aktiviteter: activity.unknown_prerequisite",
                    "row 9, Kostnad per plats: activity.rows_differ", "row 10, Aktivitet: activity.row_without_name"));
    EXPECT_THAT(stored(), IsEmpty());
}

TEST_P(ActivityFiles, WhatGoesOutComesBackWithoutAChangeInBothFormatsAndLanguages) {
    ASSERT_TRUE(take(catalogue_csv)->applied);
    for (const FileFormat format : {FileFormat::csv, FileFormat::xlsx})
        for (const char* language : {"sv", "en"}) {
            access::Actor actor = learning();
            actor.language = language;
            std::string bytes;
            ASSERT_TRUE(export_file(*db, actor, ImportKind::activities, format, tabular::string_sink(bytes)).ok());
            const auto report = take(bytes, learning(), format == FileFormat::csv ? "ut.csv" : "ut.xlsx");
            ASSERT_TRUE(report.ok()) << report.error().code;
            EXPECT_THAT(told(*report), IsEmpty());
            EXPECT_EQ(report->figures.unchanged, 2) << language;
        }
}

TEST_P(ActivityFiles, AnArchivedOneAndItsNewEditionOfTheSameNameComeBackToo) {
    ASSERT_TRUE(take(catalogue_csv)->applied);
    const auto shelved = take("Aktivitet;Arkiverad\nPLC, fördjupning;Ja\n");
    ASSERT_TRUE(shelved->applied);
    ASSERT_TRUE(act([&](db::Tx& tx) {
                    learning::ActivityInput input = learning::input_of(learning::every_activity(tx)[1]);
                    input.key.reset();
                    return learning::add_activity(tx, learning(), input);
                }).ok());
    std::string bytes;
    ASSERT_TRUE(
        export_file(*db, learning(), ImportKind::activities, FileFormat::csv, tabular::string_sink(bytes)).ok());
    const auto again = take(bytes);
    EXPECT_THAT(told(*again), IsEmpty());
    EXPECT_EQ(again->figures.unchanged, 3);
    EXPECT_THAT(told(*take("Aktivitet;Arkiverad\nPLC, grund;Ja\n")),
                ElementsAre("row 2, Arkiverad: activity.asked_for"));
}

TEST_P(ActivityFiles, TheTemplateIsAFileThatCanBeTakenIn) {
    for (const char* name : {"PLC-programmering", "Digital vana"})
        ASSERT_TRUE(act([&](db::Tx& tx) {
                        skills::SkillInput skill;
                        skill.name.sv = name;
                        return skills::add_skill(tx, access::Actor::system(), skill);
                    }).ok());
    std::string bytes;
    ASSERT_TRUE(write_template(ImportKind::activities, FileFormat::csv, "sv", tabular::string_sink(bytes)).ok());
    const auto report = take(bytes);
    ASSERT_TRUE(report.ok());
    EXPECT_THAT(told(*report), IsEmpty());
    EXPECT_EQ(report->figures.new_, 1);
}

TEST_P(ActivityFiles, LAndDHandsInActivitiesAndNothingAboutPeople) {
    const auto activities = files.write("lärande.csv", catalogue_csv);
    const auto people = files.write("personer.csv", "Anst.nr;Namn\n1;Anna Ek\n");
    const auto mine = upload(*db, learning(), ImportKind::activities, activities);
    ASSERT_TRUE(mine.ok()) << mine.error().code;
    EXPECT_EQ(code(upload(*db, learning(), ImportKind::people, people)), "import.needs_everyone");
    EXPECT_EQ(code(upload(*db, manager(anna), ImportKind::activities, activities)), "import.needs_everyone");
    const auto theirs = upload(*db, hr(), ImportKind::people, people);
    ASSERT_TRUE(theirs.ok());
    look([&](db::Tx& tx) {
        EXPECT_TRUE(find(tx, learning(), mine->id).ok());
        EXPECT_EQ(code(find(tx, learning(), theirs->id)), "import.not_found");
        EXPECT_EQ(newest(tx, learning(), 1000, 10)->size(), 1U);
        EXPECT_EQ(newest(tx, hr(), 1000, 10)->size(), 2U);
    });
    EXPECT_EQ(code(remove(*db, learning(), theirs->id)), "import.not_found");
}

INSTANTIATE_ON_BOTH(ActivityFiles);

} // namespace
} // namespace kunna::imports
