// The wizard: upload, mapping, check, application as jobs; what it refuses, and that a restart does nothing twice.
#include "access/accounts.hpp"
#include "access/visibility.hpp"
#include "files.hpp"
#include "imports/imports.hpp"
#include "imports/names.hpp"
#include "imports/queries.hpp"
#include "jobs/jobs.hpp"
#include "people/people.hpp"
#include "skills/catalogue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

namespace kunna::imports {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* people_csv =
    "Anst.nr;Namn;Enhet;Anställd från\n1;Anna Ek;Bolaget;2020-01-01\n2;Bo Al;Bolaget;2021-01-01\n";

class Wizard : public ::testing::TestWithParam<db::Engine> {
protected:
    kunna::test::SetClock clock;
    kunna::test::FreshDatabase fresh{GetParam(), &clock};
    std::unique_ptr<db::Db> db = fresh.open();
    test::Files files;
    std::unique_ptr<jobs::Runner> runner = make_runner();
    access::Actor hr = account(access::Role::hr);

    std::unique_ptr<jobs::Runner> make_runner() {
        jobs::RunnerOptions options;
        options.look = 10ms;
        options.tell = 10ms;
        options.log = [](std::string_view what) { ADD_FAILURE() << what; };
        auto made = std::make_unique<jobs::Runner>(*db, options);
        add_kinds(*made, files.path(""));
        return made;
    }
    access::Actor account(access::Role role) {
        auto made = db->transact([&](db::Tx& tx) -> Result<access::Account> {
            access::NewAccount wanted;
            wanted.email = std::string{access::name_of(role)} + "@example.se";
            wanted.name = "Test";
            wanted.roles = {{role, {}}};
            return access::add_account(tx, access::Actor::system(), wanted);
        });
        if (!made.ok()) throw std::runtime_error{made.error().code};
        access::Actor actor;
        actor.account = made->id;
        actor.language = "en";
        actor.grants = {{role, {}}};
        return actor;
    }
    Import hand_in(std::string_view content, const std::string& name = "people.csv") {
        auto import = upload(*db, hr, ImportKind::people, files.write(name, content));
        if (!import.ok()) throw std::runtime_error{import.error().code};
        return std::move(import).unwrap();
    }
    Import look(ImportId id) {
        return *db->read([&](db::Tx& tx) { return find(tx, hr, id, runner.get()); });
    }
    // Once its job is over: the import is done a moment before its job has been told so.
    Import settled(ImportId id) {
        Import import = look(id);
        for (int i = 0; i < 6000 && import.job && !is_over(import.job->state); ++i) {
            std::this_thread::sleep_for(5ms);
            import = look(id);
        }
        return import;
    }
    std::size_t people_stored() {
        return db->read([&](db::Tx& tx) {
            return people::all_for_export(tx,
                                          access::visible_people(tx, access::Actor::system(), access::Sight::profile))
                .size();
        });
    }
};

TEST_P(Wizard, AFileGoesFromUploadToChangedPeople) {
    runner->start();
    Import import = hand_in(people_csv);
    EXPECT_EQ(import.state, ImportState::uploaded);
    EXPECT_EQ(import.columns.size(), 4U);
    EXPECT_THAT(import.columns[1].samples, ElementsAre("Anna Ek", "Bo Al"));
    EXPECT_EQ(import.mapping.columns.at("number"), "Anst.nr");
    EXPECT_EQ(import.size, static_cast<std::int64_t>(std::string_view{people_csv}.size()));

    ASSERT_TRUE(set_mapping(*db, hr, import.id, import.mapping, runner.get()).ok());
    import = settled(import.id);
    EXPECT_EQ(import.state, ImportState::checked);
    ASSERT_TRUE(import.outcome.has_value());
    EXPECT_EQ(import.outcome->new_, 2);
    EXPECT_EQ(import.rows, 2);
    EXPECT_EQ(people_stored(), 0U);
    const auto listed = db->read([&](db::Tx& tx) { return changes(tx, hr, import.id, "new", 0, 50); });
    ASSERT_EQ(listed->size(), 2U);
    EXPECT_EQ((*listed)[0].change.name, "Anna Ek");
    EXPECT_FALSE((*listed)[0].change.fields.empty());
    EXPECT_TRUE(db->read([&](db::Tx& tx) { return changes(tx, hr, import.id, "changed", 0, 50); })->empty());

    ASSERT_TRUE(apply(*db, hr, import.id, runner.get()).ok());
    import = settled(import.id);
    EXPECT_EQ(import.state, ImportState::applied);
    EXPECT_EQ(people_stored(), 2U);
    ASSERT_TRUE(import.job.has_value());
    EXPECT_EQ(import.job->result->at("new"), 2);
    EXPECT_FALSE(import.job->result->contains("differs_from_check"));

    const auto again = apply(*db, hr, import.id, runner.get());
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().code, "import.applied_already");
    // The bytes are gone.
    EXPECT_FALSE(db->read([&](db::Tx& tx) {
        bool found = false;
        tx.run(queries::chunk, {{"import", import.id}, {"seq", 0}}, [&](const db::Row&) { found = true; });
        return found;
    }));
}

TEST_P(Wizard, AnUnknownSkillNameIsMatchedAcceptedAndKnownFromThenOn) {
    runner->start();
    const auto add = [&](const char* sv, const char* en) {
        skills::SkillInput wanted{};
        wanted.name = {sv, en};
        return db->transact([&](db::Tx& tx) { return skills::add_skill(tx, hr, wanted); })->id;
    };
    (void)db->transact([&](db::Tx& tx) -> Result<void> {
        skills::ensure_scales(tx);
        return {};
    });
    const SkillId welding = add("Svetsning", "Welding");
    add("Projektledning", "Project management");
    add("Kvalitetsteknik", "Quality engineering");
    const auto file = [&](const char* name) {
        return *upload(*db, hr, ImportKind::roles,
                       files.write(name, "Roll;Kompetens;Nivå\nSvetsare;TIG-svetsning;3\nMontör;TIG-svetsning;2\n"
                                         "Montör;Svetsning;3\nMontör;Kvantfysik;1\n"));
    };
    Import import = file("roller.csv");
    ASSERT_TRUE(set_mapping(*db, hr, import.id, import.mapping, runner.get()).ok());
    import = settled(import.id);
    EXPECT_EQ(import.outcome->problems, 3);
    const auto names = [&](ImportId id) {
        return *db->read([&](db::Tx& tx) { return unknown_names(tx, taxonomies::CatalogueMatcher{tx}, hr, id); });
    };
    ASSERT_EQ(names(import.id).size(), 2U) << "each name once";
    EXPECT_EQ(names(import.id)[0].written, "TIG-svetsning");
    EXPECT_EQ(names(import.id)[0].rows, 2);
    ASSERT_FALSE(names(import.id)[0].meanings.empty());
    EXPECT_EQ(names(import.id)[0].meanings[0].skill, welding);
    EXPECT_FALSE(names(import.id)[0].meanings[0].reason.empty());
    EXPECT_TRUE(names(import.id)[0].meanings[0].sure);
    for (const taxonomies::SkillMatch& unlike : names(import.id)[1].meanings)
        EXPECT_FALSE(unlike.sure) << "the likeliest of three, and unlike all the same";

    const auto accept = [&](const std::string& written, SkillId skill) {
        return accept_names(*db, hr, import.id, {{written, skill}}, runner.get());
    };
    EXPECT_EQ(accept("MIG-svetsning", welding).error().fields[0].code, "import.name_not_there");
    EXPECT_EQ(accept("TIG-svetsning", SkillId{999}).error().fields[0].where, "/accepted/0/skill");
    ASSERT_TRUE(accept("TIG-svetsning", welding).ok());
    EXPECT_TRUE(settled(import.id).outcome.has_value());
    EXPECT_EQ(names(import.id).size(), 1U);
    const auto known = db->read([&](db::Tx& tx) { return skills::find_skill(tx, welding); });
    EXPECT_THAT(known->alternative.en, ElementsAre("TIG-svetsning")) << "in the language of whoever said so";
    // The next file finds it by itself.
    Import next = file("roller2.csv");
    ASSERT_TRUE(set_mapping(*db, hr, next.id, next.mapping, runner.get()).ok());
    next = settled(next.id);
    ASSERT_EQ(names(next.id).size(), 1U);
    EXPECT_EQ(names(next.id)[0].written, "Kvantfysik");
}

TEST_P(Wizard, ProblemsAreListedInTheActorsLanguageAndBarTheWay) {
    runner->start();
    const Import import = hand_in(
        "Anst.nr;Namn;Enhet;Chef;Anställd från\n1;Anna Ek;Bolaget;;2020-01-01\n;Bo Al;Bolaget;Ingen;2021-01-01\n");
    ASSERT_TRUE(set_mapping(*db, hr, import.id, import.mapping, runner.get()).ok());
    const Import checked = settled(import.id);
    EXPECT_EQ(checked.state, ImportState::checked);
    EXPECT_GE(checked.outcome->problems, 1);
    const auto first = db->read([&](db::Tx& tx) { return problems(tx, hr, import.id, 0, 1); });
    ASSERT_EQ(first->size(), 1U);
    EXPECT_EQ(first->at(0).row, 3);
    EXPECT_EQ(first->at(0).text, "Anst.nr is missing. Fill in the number or remove the row.");
    EXPECT_EQ(first->at(0).severity, ProblemSeverity::error);
    const auto refused = apply(*db, hr, import.id, runner.get());
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "import.has_problems");
}

TEST_P(Wizard, WhatChangedBetweenCheckAndApplicationIsReported) {
    runner->start();
    const Import import = hand_in(people_csv);
    ASSERT_TRUE(set_mapping(*db, hr, import.id, import.mapping, runner.get()).ok());
    ASSERT_EQ(settled(import.id).state, ImportState::checked);
    const SourceFile other =
        files.write("other.csv", "Anst.nr;Namn;Enhet;Anställd från\n1;Anna Ek;Bolaget;2020-01-01\n");
    ASSERT_TRUE(run_file(*db, access::Actor::system(), ImportKind::people, other.path, std::nullopt, false, {}).ok());
    ASSERT_TRUE(apply(*db, hr, import.id, runner.get()).ok());
    const Import applied = settled(import.id);
    EXPECT_EQ(applied.state, ImportState::applied);
    EXPECT_EQ(applied.outcome->new_, 1);
    EXPECT_EQ(applied.job->result->at("differs_from_check"), 1);
}

TEST_P(Wizard, AnApplicationDoneAgainAfterARestartIsNotMadeTwice) {
    runner->start();
    const Import import = hand_in(people_csv);
    ASSERT_TRUE(set_mapping(*db, hr, import.id, import.mapping, runner.get()).ok());
    settled(import.id);
    ASSERT_TRUE(apply(*db, hr, import.id, runner.get()).ok());
    settled(import.id);
    runner->stop();
    const auto before = db->version();
    // As after a crash between the import's commit and the job's: the same job comes again.
    const auto job = look(import.id).job->id;
    static constexpr std::array<std::string_view, 1> parameters{"job"};
    static constexpr db::Query again{"test.again", "UPDATE job SET state = 'waiting' WHERE id = :job",
                                     "UPDATE job SET state = 'waiting' WHERE id = $1", parameters, ""};
    (void)db->transact([&](db::Tx& tx) -> Result<void> {
        tx.run(again, {{"job", job}});
        return {};
    });
    runner = make_runner();
    runner->start();
    for (int i = 0; i < 2000 && look(import.id).job->state != jobs::JobState::done; ++i)
        std::this_thread::sleep_for(5ms);
    EXPECT_EQ(look(import.id).job->state, jobs::JobState::done);
    EXPECT_EQ(look(import.id).job->result->at("new"), 2);
    EXPECT_EQ(db->version(), before);
}

TEST_P(Wizard, ACancelledCheckLeavesTheFileReadyToBeCheckedAgain) {
    // The runner has not started: the job waits.
    const Import import = hand_in(people_csv);
    const auto mapped = set_mapping(*db, hr, import.id, import.mapping, runner.get());
    ASSERT_TRUE(mapped.ok());
    EXPECT_EQ(mapped->state, ImportState::checking);
    EXPECT_EQ(set_mapping(*db, hr, import.id, import.mapping, runner.get()).error().code, "import.busy");
    EXPECT_EQ(remove(*db, hr, import.id).error().code, "import.busy");
    ASSERT_TRUE(jobs::cancel(*db, hr, mapped->job->id, runner.get()).ok());
    EXPECT_EQ(look(import.id).state, ImportState::uploaded);
    runner->start();
    ASSERT_TRUE(set_mapping(*db, hr, import.id, import.mapping, runner.get()).ok());
    EXPECT_EQ(settled(import.id).state, ImportState::checked);
}

TEST_P(Wizard, AFileThatCannotBeReadFurtherDownFailsWithTheReason) {
    runner->start();
    const Import import = hand_in("Anst.nr;Namn\n");
    ASSERT_TRUE(set_mapping(*db, hr, import.id, import.mapping, runner.get()).ok());
    const Import failed = settled(import.id);
    EXPECT_EQ(failed.state, ImportState::failed);
    ASSERT_TRUE(failed.problem.has_value());
    EXPECT_EQ(failed.problem->code, "import.no_rows");
}

TEST_P(Wizard, AnotherDelimiterGivesOtherColumnsToChooseFrom) {
    const Import import = hand_in("Anst.nr;Namn, fullt\n1;Ek, Anna\n2;Al, Bo\n");
    EXPECT_EQ(import.columns.size(), 2U);
    Mapping mapping = import.mapping;
    mapping.options.delimiter = ",";
    const auto seen = set_mapping(*db, hr, import.id, mapping);
    ASSERT_TRUE(seen.ok()) << seen.error().code;
    EXPECT_EQ(seen->state, ImportState::uploaded);
    EXPECT_EQ(seen->columns.at(0).name, "Anst.nr;Namn");
}

TEST_P(Wizard, ALargeFileIsKeptInPiecesAndReadWhole) {
    runner->start();
    std::string content = "Anst.nr;Namn;Enhet;Anställd från\n";
    constexpr int rows = 60'000; // more than one piece
    for (int i = 1; i <= rows; ++i)
        content += std::to_string(i) + ";Anna Ek" + std::to_string(i) + ";Bolaget;2020-01-01\n";
    ASSERT_GT(content.size(), std::size_t{2} << 20U);
    const Import import = hand_in(content);
    ASSERT_TRUE(set_mapping(*db, hr, import.id, import.mapping, runner.get()).ok());
    const Import checked = settled(import.id);
    EXPECT_EQ(checked.state, ImportState::checked);
    EXPECT_EQ(checked.rows, rows);
    EXPECT_EQ(checked.outcome->new_, rows);
    const auto last = db->read([&](db::Tx& tx) { return changes(tx, hr, import.id, "new", listed_changes - 1, 50); });
    EXPECT_EQ(last->size(), 1U) << "only the first of each kind are listed";
}

TEST_P(Wizard, OldFilesAndWhatWasFoundInThemAreForgotten) {
    hand_in(people_csv, "old.csv");
    clock.pass(8 * 24h);
    hand_in(people_csv, "fresh.csv");
    const auto kept = db->read([&](db::Tx& tx) { return *newest(tx, hr, 1000, 10); });
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].filename, "fresh.csv");
}

TEST_P(Wizard, OthersThanPersonnelOfTheWholeOrganisationAreRefusedEverything) {
    const Import import = hand_in(people_csv);
    const auto manager = account(access::Role::administrator);
    const auto code = [](const auto& result) { return result.ok() ? std::string{} : result.error().code; };
    EXPECT_EQ(code(upload(*db, manager, ImportKind::people, files.write("x.csv", people_csv))),
              "import.needs_everyone");
    db->read([&](db::Tx& tx) {
        EXPECT_EQ(code(find(tx, manager, import.id)), "import.needs_everyone");
        EXPECT_EQ(code(newest(tx, manager, 1000, 10)), "import.needs_everyone");
        EXPECT_EQ(code(problems(tx, manager, import.id, 0, 10)), "import.needs_everyone");
        EXPECT_EQ(code(changes(tx, manager, import.id, "", 0, 10)), "import.needs_everyone");
        EXPECT_EQ(code(mappings(tx, manager, ImportKind::people)), "import.needs_everyone");
        EXPECT_EQ(code(find(tx, hr, ImportId{999})), "import.not_found");
    });
    EXPECT_EQ(code(set_mapping(*db, manager, import.id, import.mapping)), "import.needs_everyone");
    EXPECT_EQ(code(apply(*db, manager, import.id)), "import.needs_everyone");
    EXPECT_EQ(code(remove(*db, manager, import.id)), "import.needs_everyone");
}

TEST_P(Wizard, AJobOfSomebodyWhoLostTheRoleOrTheAccountDoesNothing) {
    account(access::Role::administrator); // somebody must stay one
    access::AccountChange no_roles;
    no_roles.roles = std::vector<access::WantedRole>{};
    access::AccountChange closed;
    closed.active = false;
    closed.roles = std::vector<access::WantedRole>{{access::Role::hr, {}}};
    for (const auto& change : {no_roles, closed}) {
        const Import import = hand_in(people_csv);
        ASSERT_TRUE(set_mapping(*db, hr, import.id, import.mapping).ok());
        const auto changed = db->transact(
            [&](db::Tx& tx) { return access::change_account(tx, access::Actor::system(), hr.account, change, {}); });
        ASSERT_TRUE(changed.ok()) << changed.error().code;
        runner->start();
        const Import failed = settled(import.id);
        runner->stop();
        runner = make_runner();
        EXPECT_EQ(failed.state, ImportState::failed);
        ASSERT_TRUE(failed.problem.has_value());
        EXPECT_EQ(failed.problem->code, "import.needs_everyone");
    }
}

TEST_P(Wizard, MappingsAreSavedReplacedByNameAndForgotten) {
    NewMapping wanted{ImportKind::people, " Vårt  lönesystem ", {{"number", "Anst.nr"}}, {}};
    const auto first = save_mapping(*db, hr, wanted);
    ASSERT_TRUE(first.ok());
    EXPECT_EQ(first->name, "Vårt lönesystem");
    wanted.columns["name"] = "Namn";
    ASSERT_TRUE(save_mapping(*db, hr, wanted).ok());
    const auto saved = db->read([&](db::Tx& tx) { return *mappings(tx, hr, ImportKind::people); });
    ASSERT_EQ(saved.size(), 1U);
    EXPECT_EQ(saved[0].columns.size(), 2U);
    EXPECT_TRUE(db->read([&](db::Tx& tx) { return *mappings(tx, hr, ImportKind::roles); }).empty());
    EXPECT_TRUE(forget_mapping(*db, hr, saved[0].id).ok());
    EXPECT_EQ(forget_mapping(*db, hr, saved[0].id).error().code, "import.mapping_not_found");
    wanted.columns["shoe"] = "Skor";
    EXPECT_FALSE(save_mapping(*db, hr, wanted).ok());
}

INSTANTIATE_ON_BOTH(Wizard);

class ImportQueries : public ::testing::TestWithParam<db::Engine> {};
TEST_P(ImportQueries, CanAllBePrepared) {
    const kunna::test::FreshDatabase fresh{GetParam()};
    const auto db = fresh.open();
    db->read([](db::Tx& tx) {
        for (const auto& query : queries::all) EXPECT_NO_THROW(tx.connection().prepare(query)) << query.name;
    });
}
INSTANTIATE_ON_BOTH(ImportQueries);

} // namespace
} // namespace kunna::imports
