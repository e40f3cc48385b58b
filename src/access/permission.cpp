// Permission: the table role × verb. docs/permissions.md is generated from it.
#include "access/permission.hpp"

#include "base/texts.hpp"
#include "db/value.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace kunna::access {

namespace {

using enum Permission;

constexpr std::initializer_list<Permission> everyone = {
    use_own_account, view_own,   contest_own,   rate_self,     tell_wishes, answer_rounds, view_catalogue,
    view_units,      view_goals, read_strategy, view_learning, answer_plan, seek_roles};
constexpr std::initializer_list<Permission> assessors = {use_own_account, answer_rounds};
constexpr std::initializer_list<Permission> managers = {
    view_people,   view_levels,   record_assessment,   answer_contest, view_aggregates,
    view_forecast, view_strategy, view_learning_costs, review_plans,   view_programmes};
constexpr std::initializer_list<Permission> personnel = {
    view_people,    edit_people,     view_levels,     answer_contest, view_calibration,    record_assessment,
    edit_catalogue, edit_roles,      view_aggregates, view_ages,      import_files,        export_files,
    run_rounds,     edit_goals,      view_forecast,   plan_future,    view_settings,       edit_settings,
    view_jobs,      view_strategy,   run_strategy,    edit_learning,  view_learning_costs, view_plans,
    make_plans,     view_programmes, run_programmes};
constexpr std::initializer_list<Permission> learning_leads = {
    view_people,   edit_catalogue, edit_roles,          view_aggregates, view_ages,  view_forecast,   plan_future,
    view_strategy, edit_learning,  view_learning_costs, view_plans,      make_plans, view_programmes, run_programmes};
constexpr std::initializer_list<Permission> executives = {
    view_aggregates, view_ages,           edit_goals, view_forecast, plan_future,    view_strategy,
    run_strategy,    view_learning_costs, view_plans, approve_plans, view_programmes};
constexpr std::initializer_list<Permission> auditors = {view_aggregates, view_ages,     view_audit, view_settings,
                                                        view_status,     view_strategy, view_plans, view_programmes};
constexpr std::initializer_list<Permission> administrators = {administer_accounts, run_mail,  view_audit, view_settings,
                                                              edit_settings,       view_jobs, view_status};

constexpr bool contains(std::initializer_list<Permission> list, Permission wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

} // namespace

bool holds(Role role, Permission permission) {
    // The one role that belongs to somebody outside: nothing but its own cases.
    if (role == Role::assessor) return contains(assessors, permission);
    // What every signed-in person may: an auditor from outside has no levels of their own, and the rows are empty.
    if (contains(everyone, permission)) return true;
    switch (role) {
    case Role::employee:
    case Role::assessor:
        return false;
    case Role::manager:
        return contains(managers, permission);
    case Role::hr:
        return contains(personnel, permission);
    case Role::learning:
        return contains(learning_leads, permission);
    case Role::executive:
        return contains(executives, permission);
    case Role::auditor:
        return contains(auditors, permission);
    case Role::administrator:
        return contains(administrators, permission);
    }
    return false;
}

std::string_view name_of(Permission permission) {
    return db::enum_name(permission);
}
std::string_view name_of(Role role) {
    return db::enum_name(role);
}

Error lacks(Permission permission) {
    const std::string code = "permission." + std::string{name_of(permission)};
    return {Kind::forbidden,
            "http.forbidden",
            {},
            {{"permission_sv", texts::say("sv", code)}, {"permission_en", texts::say("en", code)}}};
}

} // namespace kunna::access
