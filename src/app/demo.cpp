// kunna demo: makes the demonstration company in an empty data folder and prints its accounts.
#include "app/command.hpp"
#include "app/demonstration.hpp"
#include "app/table.hpp"
#include "demo/fill.hpp"
#include "demo/truth.hpp"
#include "settings/settings.hpp"

#include <fstream>
#include <iostream>

namespace kunna::app {

namespace {

struct DemoOptions {
    Place place{};
    std::int64_t people = 500;
    std::uint64_t seed = 1;
    std::string format{"table"};
    std::string truth{};
};

Result<void> mark_as_demonstration(db::Db& db, const std::vector<demo::DemoAccount>& accounts) {
    return db.transact([&](db::Tx& tx) -> Result<void> {
        settings::name_organisation(tx, access::Actor::system(), "Lindvaken Industri AB", true);
        std::vector<DemonstrationAccount> kept;
        for (const demo::DemoAccount& a : accounts) kept.push_back({a.persona, a.name, a.email, a.password});
        keep_demonstration_accounts(tx, kept);
        return {};
    });
}

int run_demo(const DemoOptions& asked) {
    if (const auto fits = demo::check_size(asked.people); !fits.ok()) return tell(fits.error());
    return with_db(asked.place, Use::write, [&](db::Db& db) {
        const auto company = demo::generate(static_cast<std::uint32_t>(asked.people), asked.seed, db.clock().today());
        const auto accounts = demo::fill(db, company);
        if (!accounts.ok()) return tell(accounts.error());
        if (const auto marked = mark_as_demonstration(db, *accounts); !marked.ok()) return tell(marked.error());
        if (!asked.truth.empty()) {
            std::ofstream out{asked.truth, std::ios::binary};
            demo::write_truth(company, out);
            if (!out.flush()) return tell(Error{Kind::unavailable, "data.not_writable", {}, {{"folder", asked.truth}}});
        }
        Table table{{"persona", "name", "email", "password"}};
        for (const demo::DemoAccount& a : *accounts) table.add({a.persona, a.name, a.email, a.password});
        table.print(std::cout, asked.format == "json"  ? Format::json
                               : asked.format == "csv" ? Format::csv
                                                       : Format::table);
        return done;
    });
}

} // namespace

void add_demo(CLI::App& app, int& code) {
    auto* command = app.add_subcommand("demo", "Make the demonstration company in an empty place; prints its accounts");
    auto asked = std::make_shared<DemoOptions>();
    asked->place.add_to(*command);
    command->add_option("--people", asked->people, "50 to 1,000,000")->capture_default_str();
    command->add_option("--seed", asked->seed, "The same seed makes the same company")->capture_default_str();
    command->add_option("--truth", asked->truth, "Write the hidden truth to this CSV file");
    command->add_option("--format", asked->format)
        ->check(CLI::IsMember({"table", "csv", "json"}))
        ->capture_default_str();
    command->callback([&code, asked] { code = run_demo(*asked); });
}

} // namespace kunna::app
