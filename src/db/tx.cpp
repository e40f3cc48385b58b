// Tx: parameters by name into the order each engine wants.
#include "db/db.hpp"

namespace kunna::db {

namespace {

void place(const Query& query, std::span<const Param> params, std::vector<Value>& values) {
    std::size_t placed = 0;
    for (const Param& param : params) {
        const auto at = std::find(query.parameters.begin(), query.parameters.end(), param.name);
        if (at == query.parameters.end())
            throw std::logic_error{std::string{query.name} + " takes no parameter " + std::string{param.name}};
        values[static_cast<std::size_t>(at - query.parameters.begin())] = param.value;
        ++placed;
    }
    if (placed != query.parameters.size())
        throw std::logic_error{std::string{query.name} + " got " + std::to_string(placed) + " parameters of " +
                               std::to_string(query.parameters.size())};
}

} // namespace

std::int64_t Tx::run(const Query& query, Params params, const std::function<void(const Row&)>& each) {
    std::vector<Value> values(query.parameters.size());
    place(query, {params.begin(), params.size()}, values);
    return connection_.run(query, values, each);
}

std::int64_t Tx::run(const ScopedQuery& scoped, const Scope& scope, Params params,
                     const std::function<void(const Row&)>& each) {
    std::vector<Param> full{params};
    full.insert(full.end(), {{"scope_all", scope.all_},
                             {"scope_self", scope.self_},
                             {"scope_manager", scope.manager_},
                             {"scope_distance", scope.distance_},
                             {"scope_account", scope.account_},
                             {"scope_role", scope.role_},
                             {"scope_other_role", scope.other_role_},
                             {"scope_consented", scope.consented_},
                             {"scope_interested", scope.interested_},
                             {"scope_day", scope.day_}});
    std::vector<Value> values(scoped.query_.parameters.size());
    place(scoped.query_, full, values);
    return connection_.run(scoped.query_, values, each);
}

void Tx::Adder::operator()(Params params) {
    place(query_, {params.begin(), params.size()}, values_);
    bulk_.add(values_);
}

} // namespace kunna::db
