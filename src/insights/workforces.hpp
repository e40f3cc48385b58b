// Workforces: keeps today's Workforce fresh, and remembers a few other days. One for a server.
//
// After a commit the next current() knows of it: it compares the trail with what the picture knows, reads anew the
// people that the entries name, and everything when an entry names more than people.
#pragma once

#include "insights/workforce.hpp"

#include <atomic>
#include <list>
#include <mutex>

namespace kunna::insights {

// Does an entry of the trail with this action change the people, roles or levels of a picture?
bool changes_the_picture(std::string_view action);

class Workforces {
public:
    explicit Workforces(db::Db& db) : db_(db) {}

    std::shared_ptr<const Workforce> current();
    // As of any day: exact for people, roles and levels. The last few days asked for are kept.
    std::shared_ptr<const Workforce> as_of(std::optional<Date> day);

    struct Built {
        std::int64_t whole = 0;   // times everything was read
        std::int64_t partial = 0; // times only some people were
        double last_ms = 0;
    };
    [[nodiscard]] Built built() const;
    // From memory alone; nothing before the first current().
    [[nodiscard]] std::shared_ptr<const Workforce> remembered() const { return std::atomic_load(&current_); }

private:
    std::shared_ptr<const Workforce> fresh();

    db::Db& db_;
    mutable std::mutex mutex_; // one builds, the others wait for it
    std::shared_ptr<const Workforce> current_;
    std::list<std::shared_ptr<const Workforce>> other_days_; // newest first
    Built built_;
};

} // namespace kunna::insights
