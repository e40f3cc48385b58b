// Consented.
#include "wishes/consented.hpp"

#include "audit/trail.hpp"
#include "wishes/queries.hpp"

#include <limits>

namespace kunna::wishes {

namespace {

constexpr int most_followed = 1000; // entries of the trail; after more it is read anew

Found found(bool own_ratings) {
    return own_ratings ? Found::by_own_ratings : Found::by_others;
}

} // namespace

void Consented::set(PersonId id, Found found) {
    const auto at = static_cast<std::size_t>(id.value);
    if (at >= by_id_.size()) by_id_.resize(at + 1, Found::no);
    by_id_[at] = found;
}

std::shared_ptr<const Consented> Consents::of(db::Tx& tx) {
    const std::scoped_lock held{mutex_};
    const auto entries = known_ ? audit::after(tx, known_->seq_, most_followed) : std::vector<audit::Entry>{};
    if (!known_ || entries.size() == most_followed) return known_ = read(tx);
    if (entries.empty()) return known_;
    auto next = std::make_shared<Consented>(*known_);
    next->seq_ = entries.back().seq;
    for (const audit::Entry& entry : entries) {
        if (!entry.action.starts_with("consent.")) continue;
        const PersonId person{entry.object};
        const auto own_ratings = tx.one<bool>(queries::consent_that_holds, {{"person", person}});
        next->set(person, own_ratings ? found(*own_ratings) : Found::no);
    }
    return known_ = std::move(next);
}

std::shared_ptr<const Consented> Consents::read(db::Tx& tx) {
    auto all = std::make_shared<Consented>();
    const auto newest = audit::newest(tx, {}, std::numeric_limits<std::int64_t>::max(), 1);
    if (!newest.empty()) all->seq_ = newest.front().seq;
    tx.run(queries::consented, {},
           [&](const db::Row& row) { all->set(PersonId{row.integer(0)}, found(row.integer(1) != 0)); });
    return all;
}

} // namespace kunna::wishes
