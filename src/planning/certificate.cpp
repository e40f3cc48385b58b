// Certificate: a problem, a plan for it and the prices that prove its bound, as one JSON text.
#include "planning/certificate.hpp"

#include "base/json_write.hpp"

#include <array>
#include <fmt/format.h>
#include <sodium.h>

namespace kunna::planning {

namespace {

// Written piece by piece: of many people a tree would be larger than the problem.
class Writer {
public:
    Writer(const Problem& problem, const Solution& solution, const Names& names) :
        problem_(problem), solution_(solution), names_(names) {}

    std::string write() && {
        out_ += fmt::format(R"({{"format":"kunna-plan-1","value":{},"bound":)", solution_.value);
        json::write(out_, solution_.bound);
        out_ += fmt::format(R"(,"periods":{},"choices":{},"budget":)", problem_.periods, problem_.choices);
        limit(problem_.budget);
        out_ += R"(,"money_price":)";
        json::write(out_, solution_.prices.money);
        list("needs", problem_.needs.size(), [&](std::size_t n) { need(n); });
        list("options", problem_.options.size(), [&](std::size_t o) { option(o); });
        list("units", problem_.units.size(), [&](std::size_t u) { unit(u); });
        list("people", problem_.people(), [&](std::size_t p) { person(p); });
        std::array<unsigned char, 32> digest{};
        crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(out_.data()),
                           out_.size(), nullptr, 0);
        out_ += R"(,"digest":")";
        for (const unsigned char byte : digest) out_ += fmt::format("{:02x}", byte);
        out_ += "\"}\n";
        return std::move(out_);
    }

private:
    template <class Item>
    void list(std::string_view name, std::size_t count, const Item& item) {
        out_ += fmt::format(",\n\"{}\":[", name);
        for (std::size_t i = 0; i < count; ++i) {
            out_ += i == 0 ? "\n{" : ",\n{";
            item(i);
            out_ += '}';
        }
        out_ += ']';
    }
    template <class List, class Item>
    void inner(std::string_view name, const List& items, const Item& item) {
        out_ += fmt::format(R"(,"{}":[)", name);
        bool first = true;
        for (const auto& one : items) {
            if (!first) out_ += ',';
            first = false;
            item(one);
        }
        out_ += ']';
    }
    void limit(std::int64_t value) { out_ += value == unlimited ? "null" : fmt::to_string(value); }
    void name(const std::vector<std::string>& names, std::size_t at) {
        out_ += R"("name":)";
        json::write_text(out_, at < names.size() ? names[at] : std::string{});
    }
    void price(std::string_view name, double value) {
        out_ += fmt::format(R"(,"{}":)", name);
        json::write(out_, value);
    }

    void need(std::size_t n) {
        name(names_.needs, n);
        out_ += fmt::format(R"(,"weight":{},"most":)", problem_.needs[n].weight);
        limit(problem_.needs[n].most);
        price("price", solution_.prices.credit[n]);
    }
    void option(std::size_t o) {
        const Option& it = problem_.options[o];
        name(names_.options, o);
        out_ += fmt::format(R"(,"activity":{},"period":{},"minutes":{},"cost":{},"session_cost":{},"seats":)",
                            it.activity, it.period, it.minutes, it.cost, it.session_cost);
        limit(it.seats);
        price("price", solution_.prices.seat[o]);
    }
    void unit(std::size_t u) {
        const Unit& it = problem_.units[u];
        name(names_.units, u);
        out_ += R"(,"parent":)";
        out_ += it.parent == none ? "null" : fmt::to_string(it.parent);
        out_ += R"(,"budget":)";
        limit(it.budget);
        price("budget_price", solution_.prices.unit_money[u]);
        inner("away", it.away, [&](std::int64_t minutes) { limit(minutes); });
        const std::span prices{solution_.prices.away.data() + u * problem_.periods, it.away.size()};
        inner("away_prices", prices, [&](double one) { json::write(out_, one); });
    }
    void person(std::size_t p) {
        const Person& it = problem_.person(p);
        name(names_.people, p);
        out_ +=
            fmt::format(R"(,"unit":{},"minutes":{},"minutes_a_period":{})", it.unit, it.minutes, it.minutes_a_period);
        inner("targets", problem_.targets(p), [&](const Target& target) {
            out_ += fmt::format(R"({{"need":{},"missing":{}}})", target.need, target.missing);
        });
        inner("candidates", problem_.candidates(p), [&](const Candidate& candidate) {
            out_ += fmt::format(R"({{"option":{},"bonus":{})", candidate.option, candidate.bonus);
            inner("covers", problem_.covers(candidate), [&](const Cover& cover) {
                out_ += fmt::format(R"({{"first":{},"count":{},"chance":{}}})", cover.first, cover.count, cover.chance);
            });
            out_ += '}';
        });
        inner("clauses", problem_.clauses(p), [&](const Clause& clause) {
            out_ += fmt::format(R"({{"of":{})", clause.of == Clause::always ? "null" : fmt::to_string(clause.of));
            inner("any", problem_.members(clause), [&](std::uint16_t place) { out_ += fmt::to_string(place); });
            out_ += '}';
        });
        inner("chosen", solution_.chosen[p].items(), [&](std::uint16_t place) { out_ += fmt::to_string(place); });
    }

    const Problem& problem_;
    const Solution& solution_;
    const Names& names_;
    std::string out_;
};

} // namespace

std::string certificate(const Problem& problem, const Solution& solution, const Names& names) {
    return Writer{problem, solution, names}.write();
}

} // namespace kunna::planning
