// kunna plan: the best use of a budget on the command line, the same numbers as on the screens; and the verifier.
#include "app/command.hpp"
#include "app/table.hpp"
#include "base/json_write.hpp"
#include "db/value.hpp"
#include "insights/people_names.hpp"
#include "insights/workforces.hpp"
#include "learning/activities.hpp"
#include "planning/lp.hpp"
#include "plans/certifying.hpp"
#include "plans/checking.hpp"
#include "plans/inputs.hpp"
#include "plans/told.hpp"
#include "verify/verify.hpp"

#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <sstream>

namespace kunna::app {

namespace {

struct SolveOptions {
    Place place{};
    double budget = 0;
    double hours = 40;
    double hours_a_quarter = 0;
    double away = 0;
    double hire = -1;
    double reskill = -1;
    int quarters = 4;
    std::string from{};
    std::string roles{"musts"};
    bool musts_together = false;
    std::vector<std::string> lock{};
    std::vector<std::string> ban{};
    std::string out{};
    std::string lp{};
    std::string format{"table"};
};

struct VerifyOptions {
    std::string file{};
    std::string format{"table"};
};

constexpr double hundredths = 100;

// NUMBER=ACTIVITY, NUMBER, =ACTIVITY: a person by employee number, an activity by its key.
class LockReader {
public:
    LockReader(db::Db& db) {
        db.read([&](db::Tx& tx) {
            for (const auto& [id, person] : insights::people_names(tx, access::Actor::system()))
                people_.emplace(person.number, id);
            for (const learning::Activity& one : learning::every_activity(tx)) activities_.emplace(one.key, one.id);
            return 0;
        });
    }

    [[nodiscard]] Result<plans::PlanLock> read(const std::string& option, const std::string& written,
                                               plans::LockKind kind) const {
        const std::string where = option + " " + written;
        const std::size_t at = written.find('=');
        const std::string number = written.substr(0, at);
        const std::string key = at == std::string::npos ? "" : written.substr(at + 1);
        plans::PlanLock lock{.kind = kind};
        if (!number.empty()) {
            const auto found = people_.find(number);
            if (found == people_.end()) return refuse_field(where, "person.not_found");
            lock.person = found->second;
        }
        if (!key.empty()) {
            const auto found = activities_.find(key);
            if (found == activities_.end()) return refuse_field(where, "activity.not_found");
            lock.activity = found->second;
        }
        return lock;
    }

private:
    std::map<std::string, PersonId> people_;
    std::map<std::string, learning::ActivityId> activities_;
};

Result<plans::Frame> frame_of(const SolveOptions& asked, db::Db& db, const insights::Workforce& workforce) {
    plans::Frame frame{.starts = plans::next_quarter(workforce.day()),
                       .quarters = asked.quarters,
                       .budget = std::llround(asked.budget * hundredths),
                       .hours = asked.hours,
                       .musts_first = !asked.musts_together};
    if (!asked.from.empty()) {
        const auto day = Date::parse(asked.from);
        if (!day) return refuse_field("--from " + asked.from, "plan.starts");
        frame.starts = *day;
    }
    if (asked.hours_a_quarter > 0) frame.hours_a_quarter = asked.hours_a_quarter;
    if (asked.away > 0) frame.away_percent = asked.away;
    if (asked.hire >= 0) frame.hire_cost = std::llround(asked.hire * hundredths);
    if (asked.reskill >= 0) frame.reskill_hour_cost = std::llround(asked.reskill * hundredths);
    frame.roles = asked.roles == "none"  ? plans::RoleGaps::none
                  : asked.roles == "all" ? plans::RoleGaps::all
                                         : plans::RoleGaps::musts;
    const LockReader reader{db};
    for (const std::string& one : asked.lock)
        frame.locks.push_back(TRY(reader.read("--lock", one, plans::LockKind::lock)));
    for (const std::string& one : asked.ban)
        frame.locks.push_back(TRY(reader.read("--ban", one, plans::LockKind::ban)));
    return frame;
}

bool write_file(const std::string& path, const std::function<void(std::ostream&)>& write) {
    std::ofstream file{path, std::ios::binary};
    if (file) write(file);
    file.flush();
    if (!file) std::cerr << "kunna: " << path << " cannot be written\n";
    return static_cast<bool>(file);
}

std::string share(double of) {
    return fmt::format("{:.2f} %", of * 100);
}
std::string kronor(std::int64_t of) {
    return fmt::format("{:.2f}", static_cast<double>(of) / hundredths);
}

void print(const plans::PlanTold& told, const plans::Frame& frame) {
    const bool sv = terminal_language() == "sv";
    const auto name = [&](const plans::Text& text) { return sv ? text.sv : text.en; };
    std::cout << (sv ? "Stänger " : "Closes ") << share(told.closed)
              << (sv ? "; ingen plan inom ramarna kan nå över " : "; no plan within the frame can exceed ")
              << share(told.bound) << (sv ? " (bevisad lucka " : " (proven gap ") << share(told.gap) << ")\n"
              << kronor(told.cost) << " " << (sv ? "av" : "of") << " " << kronor(frame.budget) << " " << frame.currency
              << " · " << told.hours << " h · " << told.people << (sv ? " personer · " : " people · ") << told.items
              << (sv ? " insatser · " : " activities · ") << told.ms << " ms\n";
    if (frame.hire_cost) std::cout << told.hired << (sv ? " anställs i stället" : " hired instead") << '\n';
    if (told.reskilled) std::cout << *told.reskilled << (sv ? " ställs om i stället" : " reskilled instead") << '\n';
    std::cout << '\n';
    Table goals{{"goal", "people", "hours", "cost", "closed"}};
    for (const plans::GoalPlanned& goal : told.goals)
        goals.add({name(goal.name), goal.people, goal.hours, kronor(goal.cost),
                   goal.closed ? share(*goal.closed) : std::string{}});
    goals.print(std::cout, Format::table);
    std::cout << '\n';
    Table prices{{"limit", "name", "from", "used", "of", "more", "closes"}};
    for (const plans::ShadowPrice& price : told.prices)
        prices.add({std::string{db::enum_name(price.kind)}, name(price.name),
                    price.from ? price.from->iso() : std::string{}, price.used, price.limit, price.more,
                    share(price.closes)});
    prices.print(std::cout, Format::table);
}

int run_solve(const SolveOptions& asked) {
    return with_db(asked.place, Use::read, [&](db::Db& db) {
        insights::Workforces workforces{db};
        const auto workforce = workforces.current();
        auto frame = frame_of(asked, db, *workforce);
        if (!frame.ok()) return tell(frame.error());
        auto catalogue = db.read([](db::Tx& tx) { return learning::every_activity(tx); });
        if (const auto right = plans::check_frame(*frame, *workforce, std::move(catalogue)); !right.ok())
            return tell(right.error());
        const plans::Inputs inputs{db, workforce, *frame};
        const plans::Given given = inputs.given();
        auto solved = plans::solve_plan(given, {}, {.threads = insights::threads()});
        if (!solved.ok()) return tell(solved.error());
        if (!asked.out.empty()) {
            const auto names = plans::names_of(given, solved->model, terminal_language());
            const std::string text = planning::certificate(solved->model.problem, solved->solution, names);
            if (!write_file(asked.out, [&](std::ostream& out) { out << text; })) return broken;
        }
        if (!asked.lp.empty() && !write_file(asked.lp, [&](std::ostream& out) {
                planning::write_lp(solved->model.problem, [&](std::string_view piece) { out << piece; });
            }))
            return broken;
        const auto told = plans::told_of(given, *solved, plans::items_of(given, *solved));
        if (asked.format == "json")
            std::cout << json::to_text(told) << '\n';
        else
            print(told, *frame);
        return done;
    });
}

int run_verify(const VerifyOptions& asked) {
    std::ifstream file{asked.file, std::ios::binary};
    if (!file) return tell(refuse_field(asked.file, "plan.file"));
    std::stringstream text;
    text << file.rdbuf();
    const auto verified = verify::verify_plan(text.str());
    if (!verified.ok()) return tell(verified.error());
    Table table{{"value", "bound", "gap", "people", "activities"}};
    const auto value = static_cast<double>(verified->value);
    table.add({verified->value, verified->bound, value > 0 ? (verified->bound - value) / value : 0,
               static_cast<std::int64_t>(verified->people), static_cast<std::int64_t>(verified->chosen)});
    table.print(std::cout, asked.format == "json" ? Format::json : Format::table);
    return done;
}

} // namespace

void add_plan(CLI::App& app, int& code) {
    auto* command = app.add_subcommand("plan", "Plans of learning: the best use of a budget, and the proof of it");
    command->require_subcommand(1);

    auto* solve = command->add_subcommand("solve", "Find the plan that closes the most; nothing is stored");
    auto asked = std::make_shared<SolveOptions>();
    asked->place.add_to(*solve);
    solve->add_option("--budget", asked->budget, "Of everything, in kronor")->required();
    solve->add_option("--hours", asked->hours, "Of each person, in all")->capture_default_str();
    solve->add_option("--hours-a-quarter", asked->hours_a_quarter, "Of each person, in any quarter");
    solve->add_option("--away", asked->away, "Per cent of a unit's hours in a quarter that may go to learning");
    solve->add_option("--from", asked->from, "The first day; else the next quarter's");
    solve->add_option("--quarters", asked->quarters)->capture_default_str();
    solve->add_option("--roles", asked->roles, "Gaps in what roles require, beside those of the goals")
        ->check(CLI::IsMember({"none", "musts", "all"}))
        ->capture_default_str();
    solve->add_flag("--musts-together", asked->musts_together, "Musts compete with the rest instead of coming first");
    solve->add_option("--hire", asked->hire, "What it costs to hire somebody who is able; else nobody is hired");
    solve->add_option("--reskill", asked->reskill,
                      "What an hour away from work costs of somebody reskilled from another role; else nobody is");
    solve->add_option("--lock", asked->lock,
                      "NUMBER=ACTIVITY: the person, by employee number, has the activity, by key");
    solve->add_option("--ban", asked->ban, "NUMBER=ACTIVITY, NUMBER or =ACTIVITY: not in the plan");
    solve->add_option("--out", asked->out, "A file for the certificate: value, bound, inputs and choices");
    solve->add_option("--lp", asked->lp, "A file for the same model in LP format, for any MIP solver");
    solve->add_option("--format", asked->format)->check(CLI::IsMember({"table", "json"}))->capture_default_str();
    solve->callback([&code, asked] { code = run_solve(*asked); });

    auto* verify = command->add_subcommand("verify", "Recompute a certificate: limits, value and bound");
    auto checked = std::make_shared<VerifyOptions>();
    verify->add_option("FILE", checked->file)->required();
    verify->add_option("--format", checked->format)->check(CLI::IsMember({"table", "json"}))->capture_default_str();
    verify->callback([&code, checked] { code = run_verify(*checked); });
}

} // namespace kunna::app
