// The one door through which domains tell people something, and what people do with what they were told.
#pragma once

#include "access/actor.hpp"
#include "base/result.hpp"
#include "db/db.hpp"
#include "notices/notice.hpp"

#include <vector>

namespace kunna::notices {

// In the caller's transaction, for as many as there are at once. Who was told the same thing (kind and subject) today
// is not told again. Returns how many were told.
std::int64_t tell(db::Tx& tx, const Notice& notice, const std::vector<Recipient>& whom);

// The actor's own, newest first, with ids below `before`.
std::vector<ShownNotice> newest(db::Tx& tx, const access::Actor& actor, std::int64_t before, int limit);
[[nodiscard]] std::int64_t unread(db::Tx& tx, const access::Actor& actor);
// not_found, "notice.not_found", when it is somebody else's. The second time changes nothing.
Result<void> mark_read(db::Tx& tx, const access::Actor& actor, NoticeId notice);
void mark_all_read(db::Tx& tx, const access::Actor& actor);

} // namespace kunna::notices
