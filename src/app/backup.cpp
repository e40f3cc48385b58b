// kunna backup and restore.
#include "db/backup.hpp"

#include "app/command.hpp"

#include <iostream>

namespace kunna::app {

namespace {

int report(const Result<db::BackupReport>& outcome, std::string_view done_word) {
    if (!outcome.ok()) return tell(outcome.error());
    std::cout << done_word << ' ' << outcome->rows << " rows of " << outcome->tables << " tables\n";
    return done;
}

} // namespace

void add_backup(CLI::App& app, int& code) {
    auto* backup = app.add_subcommand("backup", "Write everything into one file, while serving if need be");
    auto from = std::make_shared<Place>();
    auto file = std::make_shared<std::string>();
    from->add_to(*backup);
    backup->add_option("--to", *file, "The file to write")->required();
    backup->callback([&code, from, file] {
        code = with_db(*from, Use::inspect, [&](db::Db& db) { return report(db::back_up(db, *file), "Backed up"); });
    });

    auto* restore = app.add_subcommand("restore", "Put a backup into an empty folder or database");
    auto into = std::make_shared<Place>();
    into->add_to(*restore);
    restore->add_option("--from", *file, "The file that `kunna backup` wrote")->required();
    restore->callback([&code, into, file] { code = report(db::restore(*file, into->options(false)), "Restored"); });
}

} // namespace kunna::app
