// The trail: SHA-256 over the entry and the hash before it.
#include "audit/trail.hpp"

#include "audit/queries.hpp"

#include <sodium.h>

namespace kunna::audit {

namespace {

struct Head {
    std::int64_t seq = 0;
    std::string hash{};
};
BOOST_DESCRIBE_STRUCT(Head, (), (seq, hash))

std::string hash_of(const Entry& e) {
    // Length before each part, so that no two entries have the same bytes.
    std::string bytes;
    for (const std::string& part : {std::to_string(e.seq), std::to_string(e.at.ms), std::to_string(e.account.value),
                                    e.action, std::to_string(e.object), e.fields, e.previous})
        bytes += std::to_string(part.size()) + ':' + part;
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::string hex(digest.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    hex.pop_back();
    return hex;
}

} // namespace

void append(db::Tx& tx, AccountId by, std::string_view action, std::int64_t object, std::string_view fields) {
    const Head head = tx.one<Head>(queries::newest).value_or(Head{});
    Entry entry{head.seq + 1, tx.now(), by, std::string{action}, object, std::string{fields}, head.hash, {}};
    entry.hash = hash_of(entry);
    tx.run(queries::insert_entry, {{"seq", entry.seq},
                                   {"at", entry.at},
                                   {"account", entry.account},
                                   {"action", entry.action},
                                   {"object", entry.object},
                                   {"fields", entry.fields},
                                   {"previous", entry.previous},
                                   {"hash", entry.hash}});
    tx.changed(entry.seq);
}

std::vector<Entry> newest(db::Tx& tx, const Filter& filter, std::int64_t before, int limit) {
    return tx.all<Entry>(queries::entries_before, {{"before", before},
                                                   {"action", filter.action},
                                                   {"account", filter.account ? filter.account->value : -1},
                                                   {"from_instant", filter.from},
                                                   {"to_instant", filter.to},
                                                   {"limit", limit}});
}

std::vector<Entry> after(db::Tx& tx, std::int64_t seq, int limit) {
    return tx.all<Entry>(queries::entries_after, {{"after", seq}, {"limit", limit}});
}

Verification verify(db::Tx& tx) {
    constexpr int chunk = 10'000;
    Verification found;
    for (std::int64_t seq = 0;;) {
        const auto entries = after(tx, seq, chunk);
        for (const Entry& entry : entries) {
            // A hole, a swap and an edit all show as one of these three.
            const bool whole =
                entry.seq == found.entries + 1 && entry.previous == found.head && entry.hash == hash_of(entry);
            if (!whole) {
                found.ok = false;
                found.first_broken = entry.seq;
                return found;
            }
            ++found.entries;
            found.head = entry.hash;
        }
        if (entries.size() < chunk) return found;
        seq = entries.back().seq;
    }
}

} // namespace kunna::audit
