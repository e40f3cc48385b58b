// kunna import roles FOLDER.
#include "app/import_onet.hpp"

#include "app/command.hpp"
#include "base/texts.hpp"
#include "skills/onet.hpp"

#include <iostream>

namespace kunna::app {

int import_onet(db::Db& db, const std::string& folder, const std::vector<std::string>& occupations, bool dry_run) {
    const auto file = skills::read_onet(folder, occupations);
    if (!file.ok()) return tell(file.error());
    const auto planned = db.transact([&](db::Tx& tx) -> Result<skills::RoleChange> {
        skills::RoleChange change = skills::plan_roles(tx, *file, {});
        if (!dry_run && change.errors == 0) TRY(skills::apply_roles(tx, access::Actor::system(), change));
        return change;
    });
    if (!planned.ok()) return tell(planned.error());
    for (const RowProblem& problem : planned->problems)
        std::cerr << folder << ": " << texts::say(terminal_language(), problem.code, problem.values) << '\n';
    std::cout << "roles new " << planned->added << "  changed " << planned->changed << "  unchanged "
              << planned->unchanged << "  skills new " << planned->new_skills.size() << '\n'
              << texts::say(terminal_language(), "onet.rule") << '\n'
              << skills::onet_attribution() << '\n'
              << (planned->errors > 0 ? "nothing changed"
                  : dry_run           ? "nothing changed: dry run"
                                      : "imported")
              << '\n';
    return planned->errors > 0 ? refused : done;
}

} // namespace kunna::app
