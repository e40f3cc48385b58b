// Workforces: following the trail.
#include "insights/workforces.hpp"

#include "audit/trail.hpp"

#include <algorithm>
#include <set>

namespace kunna::insights {

namespace {

constexpr int most_followed = 2000; // entries; further behind, reading everything is quicker
constexpr std::size_t days_kept = 3;

// What an entry of the trail means for the picture.
enum class Effect : std::uint8_t { none, person, everything };

Effect effect_of(std::string_view action) {
    const std::string_view thing = action.substr(0, action.find('.'));
    const std::string_view done = action.substr(std::min(action.find('.') + 1, action.size()));
    for (const std::string_view quiet :
         {"session", "account", "token", "contest", "comment", "job", "import", "mapping", "export", "round", "wish",
          "consent", "goal", "scenario", "strategy", "activity", "activities", "plan", "programme"})
        if (thing == quiet) return Effect::none;
    // Their object is the person concerned; a bulk change has no single one.
    for (const std::string_view about : {"person", "position", "role_holder", "assessment"})
        if (thing == about && done != "imported") return Effect::person;
    return Effect::everything;
}

} // namespace

bool changes_the_picture(std::string_view action) {
    return effect_of(action) != Effect::none;
}

std::shared_ptr<const Workforce> Workforces::current() {
    auto held = std::atomic_load(&current_);
    if (held && held->seq() >= db_.version() && held->day() == db_.clock().today()) return held;
    const std::scoped_lock lock{mutex_};
    return fresh();
}

std::shared_ptr<const Workforce> Workforces::fresh() {
    auto held = std::atomic_load(&current_);
    const Date today = db_.clock().today();
    if (held && held->seq() >= db_.version() && held->day() == today) return held;
    const auto start = std::chrono::steady_clock::now();
    auto next = db_.read([&](db::Tx& tx) -> std::shared_ptr<const Workforce> {
        if (held && held->day() == today) {
            const auto entries = audit::after(tx, held->seq(), most_followed);
            std::set<PersonId> people;
            bool everything = entries.size() == most_followed;
            for (const audit::Entry& entry : entries) {
                const Effect effect = effect_of(entry.action);
                everything = everything || effect == Effect::everything;
                if (effect == Effect::person) people.insert(PersonId{entry.object});
            }
            const std::int64_t seq = entries.empty() ? held->seq() : entries.back().seq;
            if (!everything && people.empty()) return held->seen_up_to(seq);
            if (!everything) {
                ++built_.partial;
                return refresh(tx, *held, {people.begin(), people.end()}, seq);
            }
        }
        ++built_.whole;
        const auto newest = audit::newest(tx, {}, std::numeric_limits<std::int64_t>::max(), 1);
        return load(tx, today, newest.empty() ? 0 : newest.front().seq);
    });
    built_.last_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    std::atomic_store(&current_, next);
    return next;
}

std::shared_ptr<const Workforce> Workforces::as_of(std::optional<Date> day) {
    if (!day || *day == db_.clock().today()) return current();
    const auto today = current();
    const std::scoped_lock lock{mutex_};
    // A past day can change too: somebody records today what was seen then.
    other_days_.remove_if([&](const auto& other) { return other->data_seq() != today->data_seq(); });
    const auto found =
        std::find_if(other_days_.begin(), other_days_.end(), [&](const auto& other) { return other->day() == *day; });
    if (found != other_days_.end()) {
        other_days_.splice(other_days_.begin(), other_days_, found);
        return other_days_.front();
    }
    auto loaded = db_.read([&](db::Tx& tx) { return load(tx, *day, today->data_seq()); });
    other_days_.push_front(loaded);
    if (other_days_.size() > days_kept) other_days_.pop_back();
    return loaded;
}

Workforces::Built Workforces::built() const {
    const std::scoped_lock lock{mutex_};
    return built_;
}

} // namespace kunna::insights
