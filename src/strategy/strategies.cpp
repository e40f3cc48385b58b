// Strategies: drafting, overriding, activating, closing.
#include "strategy/strategies.hpp"

#include "base/text.hpp"
#include "strategy/anchoring.hpp"
#include "strategy/facts.hpp"
#include "strategy/log.hpp"
#include "strategy/queries.hpp"
#include "strategy/readiness.hpp"
#include "strategy/store.hpp"

#include <algorithm>
#include <set>

namespace kunna::strategy {

namespace {

using store::StrategyFlat;

constexpr std::int32_t usual_quiet_days = 30;
constexpr std::int64_t largest_budget = 1'000'000'000'000;
constexpr std::int32_t most_hours = 2000; // more than a year of work

Result<std::string> name_of(const char* where, const std::string& name) {
    std::string squeezed = text::squeeze(name);
    if (squeezed.size() > longest_name)
        return refuse_field(where, "people.too_long", {{"limit", std::to_string(longest_name)}});
    return squeezed;
}

Result<void> check_years(const StrategyInput& wanted) {
    std::set<std::int32_t> seen;
    for (std::size_t i = 0; i < wanted.years.size(); ++i) {
        const YearPlan& one = wanted.years[i];
        const std::string where = "/years/" + std::to_string(i);
        const int first = static_cast<int>(wanted.starts.civil().year());
        const int last = static_cast<int>(wanted.ends.civil().year());
        if (one.year < first || one.year > last)
            return refuse_field(where + "/year", "strategy.year_outside",
                                {{"first", std::to_string(first)}, {"last", std::to_string(last)}});
        if (!seen.insert(one.year).second) return refuse_field(where + "/year", "strategy.year_twice");
        if (one.budget < 0 || one.budget > largest_budget)
            return refuse_field(where + "/budget", "strategy.amount_outside",
                                {{"most", std::to_string(largest_budget)}});
        if (one.hours < 0 || one.hours > most_hours)
            return refuse_field(where + "/hours", "strategy.amount_outside", {{"most", std::to_string(most_hours)}});
    }
    return {};
}

Result<StrategyInput> checked(db::Tx& tx, const access::Actor& actor, StrategyInput wanted,
                              const StrategyFlat& before) {
    wanted.name.sv = TRY(name_of("/name/sv", wanted.name.sv));
    wanted.name.en = TRY(name_of("/name/en", wanted.name.en));
    if (wanted.name.sv.empty() && wanted.name.en.empty()) return refuse_field("/name/sv", "strategy.name_missing");
    if (wanted.ends <= wanted.starts) return refuse_field("/ends", "strategy.ends_before_starts");
    if (wanted.ends < tx.today() && wanted.ends != before.ends) return refuse_field("/ends", "strategy.ends_passed");
    TRY(store::check_person(tx, actor, "/owner", wanted.owner, before.owner));
    TRY(store::check_person(tx, actor, "/sponsor", wanted.sponsor, before.sponsor));
    wanted.aim = TRY(store::words("/aim", wanted.aim, 0));
    wanted.principles = TRY(store::words("/principles", wanted.principles, 0));
    wanted.communication = TRY(store::words("/communication", wanted.communication, 0));
    TRY(check_years(wanted));
    if (wanted.next_review && *wanted.next_review < tx.today() && wanted.next_review != before.next_review)
        return refuse_field("/next_review", "strategy.review_passed");
    wanted.quiet_days = wanted.quiet_days.value_or(usual_quiet_days);
    if (*wanted.quiet_days < 7 || *wanted.quiet_days > 365)
        return refuse_field("/quiet_days", "strategy.quiet_outside");
    return wanted;
}

std::string name_or_none(db::Tx& tx, std::optional<PersonId> person) {
    const auto found = store::named(tx, person);
    return found ? found->name : "–";
}

void write_down_people(db::Tx& tx, const access::Actor& actor, StrategyId id, const StrategyFlat& before,
                       const StrategyInput& after) {
    if (before.owner != after.owner) write_down(tx, actor, id, EntryKind::owner, name_or_none(tx, after.owner));
    if (before.sponsor != after.sponsor) write_down(tx, actor, id, EntryKind::sponsor, name_or_none(tx, after.sponsor));
}

// Each lack at the place where it is made good.
Error lacking(const std::vector<Lack>& lacks, const Readiness& ready) {
    Error error{Kind::invalid, "strategy.lacking"};
    for (const Lack lack : lacks)
        error.fields.push_back({std::string{place_of(lack)}, "strategy.lack." + std::string{db::enum_name(lack)}});
    for (const QuestionScore& one : ready.questions)
        if (one.light == Light::red)
            error.fields.push_back({"/readiness/" + std::string{db::enum_name(one.question)}, "strategy.lack.red"});
    return error;
}

} // namespace

std::vector<StrategyRow> strategies(db::Tx& tx) {
    std::vector<StrategyRow> all;
    for (const auto& one : tx.all<StrategyFlat>(queries::strategies))
        all.push_back({one.id, {one.name_sv, one.name_en}, one.state, one.starts, one.ends});
    return all;
}

Result<Strategy> find_strategy(db::Tx& tx, const access::Actor& actor, StrategyId id) {
    StrategyFlat flat = TRY(store::find(tx, id));
    Strategy strategy;
    strategy.id = id;
    strategy.name = {flat.name_sv, flat.name_en};
    strategy.state = flat.state;
    strategy.starts = flat.starts;
    strategy.ends = flat.ends;
    strategy.owner = store::named(tx, flat.owner);
    strategy.sponsor = store::named(tx, flat.sponsor);
    strategy.aim = std::move(flat.aim);
    strategy.principles = std::move(flat.principles);
    strategy.communication = std::move(flat.communication);
    strategy.years = store::years(tx, id);
    strategy.next_review = flat.next_review;
    strategy.quiet_days = flat.quiet_days;
    strategy.decided = flat.decided;
    strategy.decided_by = std::move(flat.decided_by);
    if (flat.override_why && flat.override_at)
        strategy.override_ = Override{*flat.override_why, flat.override_name.value_or(""), *flat.override_at};
    strategy.activated = flat.activated;
    strategy.closed = flat.closed;
    strategy.may_change = store::may_change(actor) && flat.state != StrategyState::closed;
    strategy.is_sponsor = actor.person.given() && flat.sponsor == actor.person;
    strategy.version = flat.version;
    return strategy;
}

Result<Strategy> add_strategy(db::Tx& tx, const access::Actor& actor, const StrategyInput& given) {
    if (!store::may_change(actor)) return refuse(Kind::forbidden, "strategy.not_yours");
    const StrategyInput wanted = TRY(checked(tx, actor, given, {}));
    const auto id = tx.insert<StrategyId>(queries::insert_strategy, {{"name_sv", wanted.name.sv},
                                                                     {"name_en", wanted.name.en},
                                                                     {"starts", wanted.starts},
                                                                     {"ends", wanted.ends},
                                                                     {"owner", wanted.owner},
                                                                     {"sponsor", wanted.sponsor},
                                                                     {"aim", wanted.aim},
                                                                     {"principles", wanted.principles},
                                                                     {"communication", wanted.communication},
                                                                     {"quiet_days", wanted.quiet_days},
                                                                     {"next_review", wanted.next_review},
                                                                     {"at", tx.now()}});
    store::replace_years(tx, id, wanted.years);
    write_down(tx, actor, id, EntryKind::created, wanted.name.sv.empty() ? wanted.name.en : wanted.name.sv);
    write_down_people(tx, actor, id, {}, wanted);
    return find_strategy(tx, actor, id);
}

Result<Strategy> edit_strategy(db::Tx& tx, const access::Actor& actor, StrategyId id,
                               std::optional<std::int64_t> version, const StrategyInput& given) {
    const StrategyFlat before = TRY(store::to_change(tx, actor, id, version));
    const StrategyInput wanted = TRY(checked(tx, actor, given, before));
    tx.run(queries::update_strategy, {{"strategy", id},
                                      {"name_sv", wanted.name.sv},
                                      {"name_en", wanted.name.en},
                                      {"starts", wanted.starts},
                                      {"ends", wanted.ends},
                                      {"owner", wanted.owner},
                                      {"sponsor", wanted.sponsor},
                                      {"aim", wanted.aim},
                                      {"principles", wanted.principles},
                                      {"communication", wanted.communication},
                                      {"quiet_days", wanted.quiet_days},
                                      {"next_review", wanted.next_review}});
    store::replace_years(tx, id, wanted.years);
    if (before.sponsor != wanted.sponsor && before.override_why && before.state == StrategyState::draft)
        tx.run(queries::set_override,
               {{"strategy", id}, {"why", std::nullopt}, {"account", std::nullopt}, {"at", std::nullopt}});
    write_down(tx, actor, id, EntryKind::changed);
    write_down_people(tx, actor, id, before, wanted);
    return find_strategy(tx, actor, id);
}

Result<Strategy> override_lacks(db::Tx& tx, const access::Actor& actor, StrategyId id,
                                std::optional<std::int64_t> version, const Reason& wanted) {
    const StrategyFlat strategy = TRY(store::find(tx, id));
    if (!actor.person.given() || strategy.sponsor != actor.person)
        return refuse(Kind::forbidden, "strategy.only_sponsor");
    if (version && *version != strategy.version) return refuse(Kind::stale, "http.stale");
    if (strategy.state != StrategyState::draft) return refuse(Kind::conflict, "strategy.not_draft");
    const std::string why = TRY(store::words("/why", wanted.why, fewest_words_of_override));
    tx.run(queries::set_override, {{"strategy", id}, {"why", why}, {"account", actor.account}, {"at", tx.now()}});
    write_down(tx, actor, id, EntryKind::overridden, "", why);
    return find_strategy(tx, actor, id);
}

Result<Strategy> activate(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, StrategyId id) {
    const StrategyFlat strategy = TRY(store::to_change(tx, actor, id));
    if (strategy.state != StrategyState::draft) return refuse(Kind::conflict, "strategy.not_draft");
    if (tx.one<StrategyId>(queries::active)) return refuse(Kind::conflict, "strategy.other_active");
    if (strategy.ends < tx.today()) return refuse_field("/ends", "strategy.ends_passed");
    const Facts facts = TRY(facts_of(tx, workforce, id));
    Error error = lacking(lacks(facts), readiness(facts));
    // The one thing that nobody can override: that there is somebody at the top who answers for it.
    if (strategy.override_why)
        std::erase_if(error.fields, [](const FieldError& field) { return field.where != place_of(Lack::sponsor); });
    if (!error.fields.empty()) return error;
    tx.run(queries::set_active, {{"strategy", id}, {"at", tx.now()}});
    write_down(tx, actor, id, EntryKind::activated, "", strategy.override_why.value_or(""));
    return find_strategy(tx, actor, id);
}

Result<Strategy> close_strategy(db::Tx& tx, const access::Actor& actor, StrategyId id, const Reason& wanted) {
    TRY(store::to_change(tx, actor, id));
    const std::string why = TRY(store::words("/why", wanted.why, 1));
    tx.run(queries::set_closed, {{"strategy", id}, {"at", tx.now()}});
    write_down(tx, actor, id, EntryKind::closed, "", why);
    return find_strategy(tx, actor, id);
}

} // namespace kunna::strategy
