// The demonstration company's accounts.
#include "app/demonstration.hpp"

#include "app/queries.hpp"
#include "base/json_read.hpp"
#include "base/json_write.hpp"

namespace kunna::app {

std::vector<DemonstrationAccount> demonstration_accounts(db::Tx& tx) {
    const auto kept = tx.one<std::string>(queries::demonstration_accounts);
    if (!kept) return {};
    auto accounts = json::from_text<std::vector<DemonstrationAccount>>(*kept);
    if (!accounts.ok()) throw std::runtime_error{"the stored demonstration accounts cannot be read"};
    return std::move(accounts).unwrap();
}

void keep_demonstration_accounts(db::Tx& tx, const std::vector<DemonstrationAccount>& accounts) {
    tx.run(queries::keep_demonstration_accounts, {{"value", json::to_text(accounts)}});
}

} // namespace kunna::app
