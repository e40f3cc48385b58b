// What every command of the CLI shares: where the data is, how it is opened, how a refusal is told.
#pragma once

#include "db/db.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace kunna::app {

// --data DIR or --database URL.
struct Place {
    std::string data{"data"};
    std::string database{};

    void add_to(CLI::App& command);
    [[nodiscard]] db::Options options(bool read_only) const;
};

// Exit codes: 0 done, 1 refused or found wrong, 2 misused (CLI11's own), 3 broken.
inline constexpr int done = 0;
inline constexpr int refused = 1;
inline constexpr int broken = 3;

// "sv" when the terminal speaks Swedish (LC_ALL, LC_MESSAGES, LANG), else "en".
std::string terminal_language();
// On stderr: the text of the code and of each field. Returns `refused`.
int tell(const Error& error);

// write: brought up to date first. read: beside a server, if need be. inspect: the same, of whatever version.
enum class Use { write, read, inspect };
// Opens and hands the database to the work; tells a refusal to open, and to read what is of an older version.
int with_db(const Place& place, Use use, const std::function<int(db::Db&)>& work);

// Each adds its command; `code` receives what the program ends with.
void add_serve(CLI::App& app, int& code);
void add_demo(CLI::App& app, int& code);
void add_import(CLI::App& app, int& code);
void add_gaps(CLI::App& app, int& code);
void add_forecast(CLI::App& app, int& code);
void add_match(CLI::App& app, int& code);
void add_export(CLI::App& app, int& code);
void add_backup(CLI::App& app, int& code);
void add_audit(CLI::App& app, int& code);
void add_openapi(CLI::App& app, int& code);
void add_plan(CLI::App& app, int& code);
void add_whatif(CLI::App& app, int& code);
void add_analyse(CLI::App& app, int& code);
void add_doctor(CLI::App& app, int& code);

} // namespace kunna::app
