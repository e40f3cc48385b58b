// The same assignment by LEMON's network simplex:  bench_assignment_peer FILE
//
// A source, one arc to each person, from there one to every role and one past them, from the roles to the sink. Prints
// one JSON object: milliseconds of the run (without reading the file and building the graph), cost and peak memory.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>
#include <sys/resource.h>
#include <vector>

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    std::ifstream file{argv[1], std::ios::binary};
    const auto read = [&](auto& into) {
        file.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(into.size() * sizeof into[0]));
    };
    std::vector<std::uint32_t> head(3);
    read(head);
    const int people = static_cast<int>(head[0]);
    const int roles = static_cast<int>(head[1]);
    std::vector<std::uint32_t> places(head[1]);
    read(places);
    std::vector<std::uint16_t> costs(static_cast<std::size_t>(people) * head[1]);
    read(costs);
    if (!file) return 1;

    // Nodes: people, roles, the sink. Arcs by node, as a static graph wants them.
    const int sink = people + roles;
    std::vector<std::pair<int, int>> arcs;
    arcs.reserve(costs.size() + static_cast<std::size_t>(people + roles));
    for (int p = 0; p < people; ++p) {
        for (int r = 0; r < roles; ++r) arcs.emplace_back(p, people + r);
        arcs.emplace_back(p, sink);
    }
    for (int r = 0; r < roles; ++r) arcs.emplace_back(people + r, sink);
    lemon::StaticDigraph graph;
    graph.build(sink + 1, arcs.begin(), arcs.end());
    arcs = {};
    lemon::StaticDigraph::ArcMap<long long> cost{graph, 0};
    lemon::StaticDigraph::ArcMap<int> most{graph, 1};
    lemon::StaticDigraph::NodeMap<int> supply{graph, 0};
    for (int p = 0; p < people; ++p) {
        supply[graph.node(p)] = 1;
        const int first = p * (roles + 1);
        for (int r = 0; r < roles; ++r)
            cost[graph.arc(first + r)] = costs[static_cast<std::size_t>(p) * head[1] + static_cast<std::size_t>(r)];
        cost[graph.arc(first + roles)] = head[2];
    }
    for (int r = 0; r < roles; ++r)
        most[graph.arc(people * (roles + 1) + r)] = static_cast<int>(places[static_cast<std::size_t>(r)]);
    supply[graph.node(sink)] = -people;

    using Simplex = lemon::NetworkSimplex<lemon::StaticDigraph, int, long long>;
    Simplex simplex{graph};
    simplex.upperMap(most).costMap(cost).supplyMap(supply);
    const auto begin = std::chrono::steady_clock::now();
    const bool optimal = simplex.run(Simplex::BLOCK_SEARCH) == Simplex::OPTIMAL;
    const double took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    std::printf("{\"assigning\":%f,\"cost\":%lld,\"optimal\":%s,\"megabytes\":%ld}\n", took,
                simplex.totalCost<long long>(), optimal ? "true" : "false", used.ru_maxrss / 1024);
    return 0;
}
