// Rows of strategies, and what every change of one asks first.
#include "strategy/store.hpp"

#include "access/visibility.hpp"
#include "base/attachable.hpp"
#include "base/text.hpp"
#include "people/units.hpp"
#include "strategy/queries.hpp"

#include <algorithm>

namespace kunna::strategy::store {

namespace {

constexpr std::size_t longest_text = 8000;

} // namespace

Result<StrategyFlat> find(db::Tx& tx, StrategyId strategy) {
    auto found = tx.one<StrategyFlat>(queries::strategy_by_id, {{"strategy", strategy}});
    if (!found) return refuse(Kind::not_found, "strategy.not_found");
    return std::move(*found);
}

std::optional<Named> named(db::Tx& tx, std::optional<PersonId> person) {
    if (!person) return std::nullopt;
    return tx.one<Named>(queries::named, {{"person", *person}, {"day", tx.today()}});
}

std::vector<YearPlan> years(db::Tx& tx, StrategyId strategy) {
    return tx.all<YearPlan>(queries::years, {{"strategy", strategy}});
}

void replace_years(db::Tx& tx, StrategyId strategy, const std::vector<YearPlan>& years) {
    tx.run(queries::clear_years, {{"strategy", strategy}});
    for (const YearPlan& one : years)
        tx.run(queries::insert_year,
               {{"strategy", strategy}, {"year", one.year}, {"budget", one.budget}, {"hours", one.hours}});
}

bool may_change(const access::Actor& actor) {
    return people::over_whole_organisation(actor) ||
           std::any_of(actor.grants.begin(), actor.grants.end(),
                       [](const access::Grant& grant) { return grant.role == access::Role::executive && !grant.unit; });
}

Result<StrategyFlat> to_change(db::Tx& tx, const access::Actor& actor, StrategyId id,
                               std::optional<std::int64_t> version) {
    StrategyFlat strategy = TRY(find(tx, id));
    if (!may_change(actor)) return refuse(Kind::forbidden, "strategy.not_yours");
    if (version && *version != strategy.version) return refuse(Kind::stale, "http.stale");
    if (strategy.state == StrategyState::closed) return refuse(Kind::conflict, "strategy.closed");
    return strategy;
}

void touch(db::Tx& tx, StrategyId strategy) {
    tx.run(queries::touch, {{"strategy", strategy}});
}

Result<std::string> words(const char* where, std::string_view text, std::size_t fewest) {
    const std::string_view said = text::trim(text);
    if (said.size() > longest_text)
        return refuse_field(where, "people.too_long", {{"limit", std::to_string(longest_text)}});
    if (said.size() < fewest)
        return refuse_field(where, "strategy.words_missing", {{"fewest", std::to_string(fewest)}});
    return std::string{said};
}

Result<std::string> link(const char* where, std::string_view text) {
    const std::string_view said = text::trim(text);
    if (!said.empty() && !attachable::is_web_address(said)) return refuse_field(where, "attachment.link_wrong");
    return std::string{said};
}

Result<void> check_person(db::Tx& tx, const access::Actor& actor, const char* where, std::optional<PersonId> wanted,
                          std::optional<PersonId> before) {
    if (!wanted || wanted == before) return {};
    const auto found = named(tx, wanted);
    const bool known =
        found && (actor.is_system() || *wanted == actor.person ||
                  access::may_see(tx, actor, access::Sight::profile, *wanted).ok() ||
                  *tx.one<std::int64_t>(queries::leads_somebody, {{"person", *wanted}, {"day", tx.today()}}) > 0);
    if (!known) return refuse_field(where, "person.not_found");
    if (found->left) return refuse_field(where, "strategy.person_left");
    return {};
}

} // namespace kunna::strategy::store
