// kunna doctor: looks at what commonly goes wrong and says the remedy.
#include "app/command.hpp"
#include "audit/trail.hpp"
#include "db/schema.hpp"
#include "insights/workforces.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <sys/stat.h>

namespace kunna::app {

namespace {

class Findings {
public:
    void good(const std::string& what) { std::cout << "ok       " << what << '\n'; }
    void bad(const std::string& what, const std::string& remedy) {
        std::cout << "PROBLEM  " << what << "\n         " << remedy << '\n';
        ++problems_;
    }
    [[nodiscard]] int code() const { return problems_ == 0 ? done : refused; }

private:
    int problems_ = 0;
};

void check_folder(Findings& findings, const std::string& folder) {
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    if (!error && space.available < (std::uintmax_t{1} << 30U))
        findings.bad(fmt::format("{} MB free on the disk of {}", space.available >> 20U, folder),
                     "Free at least 1 GB: a full disk stops every change.");
    else if (!error)
        findings.good(fmt::format("{} MB free on the disk", space.available >> 20U));
    struct stat info {};
    if (::stat(folder.c_str(), &info) == 0 && (info.st_mode & 077U) != 0)
        findings.bad("others on this machine may look into " + folder, "chmod 700 " + folder);
    else
        findings.good("only the owner may look into the folder");
}

// Every page of the file, its indexes and its references. PostgreSQL looks after its own.
void check_pages(Findings& findings, db::Db& db) {
    if (db.engine() != db::Engine::sqlite) return;
    static constexpr db::Query pages{"doctor.pages", "PRAGMA integrity_check", "", {}, ""};
    static constexpr db::Query references{
        "doctor.references", "SELECT \"table\" FROM pragma_foreign_key_check", "", {}, ""};
    const auto verdict = db.read([](db::Tx& tx) { return tx.one<std::string>(pages).value_or(""); });
    const auto stray = db.read([](db::Tx& tx) { return tx.one<std::string>(references); });
    if (verdict == "ok" && !stray)
        findings.good("the database is whole");
    else
        findings.bad("the database is damaged: " + (stray ? "references of " + *stray : verdict),
                     "Stop Kunna, keep the folder, and restore the newest backup into another.");
}

} // namespace

void add_doctor(CLI::App& app, int& code) {
    auto* command = app.add_subcommand("doctor", "Check the installation; exit code 1 when something is wrong");
    auto place = std::make_shared<Place>();
    place->add_to(*command);
    command->callback([&code, place] {
        code = with_db(*place, Use::inspect, [&](db::Db& db) {
            Findings findings;
            const int schema = db.read([](db::Tx& tx) { return db::schema_version(tx); });
            const int waiting = db::newest_migration() - schema;
            findings.good(fmt::format("the database opens, schema {}", schema));
            if (waiting > 0)
                findings.bad(
                    fmt::format("{} {} waiting", waiting, waiting == 1 ? "migration is" : "migrations are"),
                    "Take a backup (kunna backup), then start kunna serve: it brings the database up to date.");
            if (place->database.empty()) check_folder(findings, place->data);
            check_pages(findings, db);
            const auto trail = db.read([](db::Tx& tx) { return audit::verify(tx); });
            if (trail.ok)
                findings.good(fmt::format("the trail is whole, {} entries", trail.entries));
            else
                findings.bad(fmt::format("the trail is broken at entry {}", *trail.first_broken),
                             "Compare with a backup: somebody has changed the database by hand.");
            if (waiting > 0) return findings.code(); // the rest asks for columns that are not there yet
            insights::Workforces workforces{db};
            const auto picture = workforces.current();
            findings.good(fmt::format("the workforce is read in {:.0f} ms, {} MB", workforces.built().last_ms,
                                      picture->snapshot().bytes() >> 20U));
            return findings.code();
        });
    });
}

} // namespace kunna::app
