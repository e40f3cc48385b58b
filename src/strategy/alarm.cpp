// The alarm.
#include "strategy/alarm.hpp"

#include "audit/trail.hpp"
#include "base/text.hpp"
#include "notices/notices.hpp"
#include "notices/sender.hpp"
#include "strategy/journey.hpp"
#include "strategy/queries.hpp"
#include "strategy/store.hpp"

#include <algorithm>

namespace kunna::strategy {

namespace {

constexpr int days_between = 7; // alarms about the same

// "step_late:goals": what was told, to see next time whether something has come to it.
std::string word_of(const Stall& stall) {
    std::string word{db::enum_name(stall.kind)};
    if (stall.step) word += ":" + std::string{db::enum_name(*stall.step)};
    return word;
}

std::vector<std::string> words_of(const std::vector<Stall>& all) {
    std::vector<std::string> words;
    for (const Stall& one : all) words.push_back(word_of(one));
    return words;
}

struct LastAlarm {
    Date day{};
    std::string stalls{};
};
BOOST_DESCRIBE_STRUCT(LastAlarm, (), (day, stalls))

bool due(db::Tx& tx, StrategyId id, const std::vector<std::string>& words) {
    if (words.empty()) return false;
    const auto last = tx.one<LastAlarm>(queries::last_alarm, {{"strategy", id}});
    if (!last || last->day + days_between <= tx.today()) return true;
    if (last->day == tx.today()) return false;
    const auto told = text::lines(last->stalls);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(told.begin(), told.end(), word) == told.end();
    });
}

struct Due {
    store::StrategyFlat strategy{};
    std::vector<std::string> words{};
};

std::vector<Due> all_due(db::Tx& tx, const insights::Workforce& workforce) {
    std::vector<Due> all;
    for (auto& strategy : tx.all<store::StrategyFlat>(queries::standing)) {
        const auto facts = facts_of(tx, workforce, strategy.id);
        auto words = facts.ok() ? words_of(stalls(*facts)) : std::vector<std::string>{};
        if (due(tx, strategy.id, words)) all.push_back({std::move(strategy), std::move(words)});
    }
    return all;
}

void tell(db::Tx& tx, const Due& due) {
    const StrategyId id = due.strategy.id;
    const auto number = static_cast<std::int64_t>(due.words.size());
    auto whom = tx.all<notices::Recipient>(queries::accounts_to_tell, {{"strategy", id}, {"day", tx.today()}});
    for (notices::Recipient& one : whom) one.number = number;
    const std::string& name = due.strategy.name_sv.empty() ? due.strategy.name_en : due.strategy.name_sv;
    const std::int64_t reached = notices::tell(
        tx, {notices::NoticeKind::strategy_stalled, id.value, false, {{"name", name}}, "/strategy"}, whom);
    std::string stored;
    for (const std::string& word : due.words) stored += word + "\n";
    tx.run(queries::insert_alarm, {{"strategy", id}, {"day", tx.today()}, {"stalls", stored}});
    audit::append(tx, AccountId{}, "strategy.alarm", id.value, "accounts=" + std::to_string(reached));
}

} // namespace

std::vector<Stall> stalls(const Facts& facts) {
    std::vector<Stall> all;
    if (facts.state == StrategyState::closed) return all;
    if (facts.moved + facts.quiet_days < facts.today)
        all.push_back({StallKind::quiet, {}, facts.moved, "", Place::journey});
    if (facts.owner && facts.owner->left)
        all.push_back({StallKind::owner_left, {}, {}, facts.owner->name, Place::editor});
    if (facts.sponsor && facts.sponsor->left)
        all.push_back({StallKind::sponsor_left, {}, {}, facts.sponsor->name, Place::editor});
    for (const JourneyStep& step : journey(facts))
        for (const Stuck stuck : step.stuck) {
            if (stuck == Stuck::late)
                all.push_back({StallKind::step_late, step.step, step.due, "", Place::journey});
            else
                all.push_back({StallKind::step_owner_left, step.step, {}, step.owner->name, Place::journey});
        }
    if (facts.state != StrategyState::active) return all;
    if (facts.next_review && *facts.next_review < facts.today)
        all.push_back({StallKind::review_late, {}, facts.next_review, "", Place::reviews});
    if (facts.ends < facts.today) all.push_back({StallKind::ended, {}, facts.ends, "", Place::editor});
    return all;
}

void tell_stalls(db::Db& db, insights::Workforces& workforces) {
    const auto workforce = workforces.current();
    // A look costs little; another server may have told before we write.
    if (db.read([&](db::Tx& tx) { return all_due(tx, *workforce); }).empty()) return;
    (void)db.transact([&](db::Tx& tx) -> Result<void> {
        for (const Due& due : all_due(tx, *workforce)) tell(tx, due);
        return {};
    });
}

void add_notices(notices::Sender& sender, insights::Workforces& workforces) {
    sender.kind(notices::NoticeKind::strategy_stalled,
                [&workforces](db::Tx& tx, AccountId, std::int64_t subject) -> std::optional<std::int64_t> {
                    const auto workforce = workforces.remembered();
                    if (!workforce) return std::nullopt;
                    const auto facts = facts_of(tx, *workforce, StrategyId{subject});
                    const auto number = facts.ok() ? static_cast<std::int64_t>(stalls(*facts).size()) : 0;
                    return number > 0 ? std::optional{number} : std::nullopt;
                });
    sender.when_due([&workforces](db::Db& db) { tell_stalls(db, workforces); });
}

} // namespace kunna::strategy
