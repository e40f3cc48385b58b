// Home: what waits for whoever is signed in. Each task says how many and where to go.
#pragma once

#include "access/actor.hpp"
#include "insights/workforces.hpp"

namespace kunna::insights {

struct HomeTask {
    std::string kind{};
    skills::Text text{};
    std::int64_t count = 0;
    std::string to{}; // page of the web UI
};
BOOST_DESCRIBE_STRUCT(HomeTask, (), (kind, text, count, to))

struct Home {
    access::Role persona = access::Role::employee; // the most far-reaching of the actor's roles
    std::vector<HomeTask> tasks{};
};
BOOST_DESCRIBE_STRUCT(Home, (), (persona, tasks))

Home home(db::Db& db, const Workforce& workforce, const access::Actor& actor);

} // namespace kunna::insights
