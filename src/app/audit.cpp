// kunna audit verify: recomputes the chain of the trail.
#include "app/command.hpp"
#include "audit/trail.hpp"

#include <iostream>

namespace kunna::app {

void add_audit(CLI::App& app, int& code) {
    auto* group = app.add_subcommand("audit", "The trail of every change");
    group->require_subcommand(1);
    auto* verify = group->add_subcommand("verify", "Recompute the chain; exit code 1 when it is broken");
    auto place = std::make_shared<Place>();
    place->add_to(*verify);
    verify->callback([&code, place] {
        code = with_db(*place, Use::inspect, [](db::Db& db) {
            const auto found = db.read([](db::Tx& tx) { return audit::verify(tx); });
            if (found.ok) {
                std::cout << found.entries << " entries, whole; head " << found.head << '\n';
                return done;
            }
            std::cout << "broken at entry " << *found.first_broken << '\n';
            return refused;
        });
    });
}

} // namespace kunna::app
