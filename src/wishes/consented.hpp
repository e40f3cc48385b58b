// Consented: who lets managers elsewhere find them, kept in memory. Read once, then kept up with by the trail, so that
// a consent that was withdrawn no longer counts from its commit on. One for a server.
#pragma once

#include "base/id.hpp"
#include "db/db.hpp"

#include <memory>
#include <mutex>
#include <vector>

namespace kunna::wishes {

enum class Found : std::uint8_t { no, by_others, by_own_ratings }; // by what others have said, or by their own word too

// As of one entry of the trail.
class Consented {
public:
    [[nodiscard]] Found person(PersonId id) const {
        const auto at = static_cast<std::size_t>(id.value);
        return at < by_id_.size() ? by_id_[at] : Found::no;
    }

private:
    friend class Consents;
    void set(PersonId id, Found found);

    std::int64_t seq_ = 0;
    std::vector<Found> by_id_;
};

class Consents {
public:
    // Everybody's, as the transaction knows it or newer. Only for whom access::finds_by_consent.
    std::shared_ptr<const Consented> of(db::Tx& tx);

private:
    static std::shared_ptr<const Consented> read(db::Tx& tx);

    std::mutex mutex_;
    std::shared_ptr<const Consented> known_;
};

} // namespace kunna::wishes
