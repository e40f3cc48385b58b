// Permission: the verbs a route can ask for, and which roles hold them. Rows are decided in visibility.
#pragma once

#include "base/error.hpp"

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <string_view>

namespace kunna::access {

// What an account may be given. Everyone with a person is also an employee, and a manager by reporting lines.
// assessor: somebody from outside who answers the cases of one inventory round; HR makes such accounts, nobody grants
// the role.
BOOST_DEFINE_ENUM_CLASS(Role, employee, manager, hr, learning, executive, auditor, administrator, assessor)

// A route without one does not compile; a public route says Needs::nothing().
BOOST_DEFINE_ENUM_CLASS(Permission,
                        use_own_account,     // sign out, change password, own tokens, own language
                        view_own,            // own profile, levels, everything stored about me
                        contest_own,         // contest and comment what is said about me
                        rate_self,           // record a self-rating
                        tell_wishes,         // own wishes, and whether managers elsewhere may find one
                        answer_rounds,       // what open inventory rounds ask of oneself
                        view_people,         // profiles and positions of visible people
                        edit_people,         // persons, units, positions, reporting lines
                        view_units,          // the unit tree, without people
                        view_levels,         // levels of visible people, person by person
                        record_assessment,   // levels of visible people
                        answer_contest,      // answer what a visible person contested
                        view_calibration,    // how raters lie against each other
                        view_catalogue,      // skills, scales, role profiles
                        edit_catalogue,      // skills, scales, packs
                        edit_roles,          // role profiles and who holds them
                        view_aggregates,     // figures and maps over groups of five or more
                        view_ages,           // of which age those are who can do something, as sums
                        view_forecast,       // what groups will be able to do, and scenarios
                        plan_future,         // scenarios
                        import_files,        // people, roles and assessments from files
                        export_files,        // the same, out
                        run_rounds,          // inventory rounds: start, follow, close
                        view_goals,          // business goals, how they stand, what they need
                        edit_goals,          // set goals and say what they need
                        view_learning,       // the catalogue of learning activities
                        view_learning_costs, // what they cost, and what it would cost to meet a goal's needs
                        edit_learning,       // keep that catalogue, by hand and from files
                        view_plans,          // plans of learning as sums: what they close, at what cost
                        make_plans,          // draft plans, solve them, send them out, publish them
                        review_plans,        // what a plan gives one's own people: agree, swap, defer
                        approve_plans,       // the budget of a plan
                        answer_plan,         // what a plan gives oneself: see why, decline, object
                        seek_roles,          // roles near oneself, interest in reskilling, own cohort, whom one mentors
                        view_programmes,     // reskilling programmes as sums
                        run_programmes,      // reskilling programmes: candidates, cohorts, placements
                        read_strategy,       // the active strategy, as everybody reads it
                        view_strategy,       // strategies: journey, readiness, anchoring, decision log
                        run_strategy,        // draft, anchor, activate, review them
                        view_settings,       // how Kunna is configured
                        edit_settings,       // formulas' settings, organisation name
                        administer_accounts, // accounts, roles, invitations
                        run_mail,            // the e-mail server, what waits to be sent
                        view_audit,          // the trail, the access log
                        view_jobs,           // background work
                        view_status)         // that it runs

[[nodiscard]] bool holds(Role role, Permission permission);
[[nodiscard]] std::string_view name_of(Permission permission);
[[nodiscard]] std::string_view name_of(Role role);

// forbidden, "http.forbidden": the actor lacks the verb.
[[nodiscard]] Error lacks(Permission permission);

} // namespace kunna::access
