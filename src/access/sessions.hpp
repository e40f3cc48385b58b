// Sessions: sign in, sign out, and who stands behind a cookie or a token.
#pragma once

#include "access/actor.hpp"
#include "access/throttle.hpp"
#include "base/result.hpp"
#include "db/db.hpp"

#include <memory>
#include <shared_mutex>
#include <string>
#include <unordered_map>

namespace kunna::access {

inline constexpr std::chrono::hours session_lasts{7 * 24};
inline constexpr std::chrono::hours session_idles{12};

struct Opened {
    std::string secret{}; // the cookie's value
    std::string csrf{};
    Actor actor{};
};

struct Known {
    std::shared_ptr<const Actor> actor;
    std::string csrf{};             // empty for a token
    std::optional<Date> last_day{}; // of the account: remembered no longer than it holds
};

// One for a server. Remembers actors in memory as long as nothing was committed since, at most five seconds, so that
// ending a session or taking a role away holds at once on this node and within a second on others.
class Sessions {
public:
    explicit Sessions(db::Db& db) : db_(db) {}

    // The same refusal for a wrong password, an unknown e-mail and a closed account: unauthenticated, "session.wrong".
    Result<Opened> sign_in(std::string_view email, std::string_view password, std::string_view address);
    // A session without a password: after an invitation or the first administrator's link.
    Result<Opened> open(AccountId account);
    void sign_out(std::string_view secret);
    void sign_out_everywhere(const Actor& actor);

    // Refuses (unauthenticated) what is unknown, ended, idle too long or revoked.
    Result<Known> by_session(std::string_view secret);
    Result<Known> by_token(std::string_view token);
    // The same from memory alone; nothing when the database must be asked.
    [[nodiscard]] std::optional<Known> remembered(std::string_view secret_or_token) const;

private:
    struct Remembered {
        Known known;
        std::int64_t version = 0;
        std::int64_t until_ms = 0; // of the monotonic clock
    };
    void remember(std::string_view secret, const Known& known, std::int64_t version);

    db::Db& db_;
    Throttle throttle_;
    mutable std::shared_mutex mutex_;
    std::unordered_map<std::string, Remembered> memory_;
};

// The actor of an account: its grants, employee when a person stands behind it, manager when somebody reports to them.
Result<Actor> actor_of(db::Tx& tx, AccountId account);

} // namespace kunna::access
