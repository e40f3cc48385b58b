// Assumptions as the engine takes them.
#include "scenarios/assumed.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace kunna::scenarios {

namespace {

using engine::Stock;

constexpr double most_factor = 10;
constexpr double most_growth = 1; // a year
constexpr double most_spread = 1;
constexpr double most_heads = 1'000'000;

double of_a_month(double share_a_year) {
    return 1 - std::pow(1 - share_a_year, 1.0 / 12);
}

// Months until the day: the first month's end that reaches it.
int months_until(Date today, Date day) {
    int months = 0;
    while (months <= engine::most_months && add_months(today, months) < day) ++months;
    return months;
}

class Reader {
public:
    Reader(const Ground& ground, const Assumptions& from, std::string at) :
        ground_(ground), from_(from), at_(std::move(at)), today_(ground.workforce->day()) {}

    Result<engine::Assumptions> read();

private:
    struct Ready {
        ChangeKind kind = ChangeKind::growth;
        std::optional<engine::RoleIndex> role{};
        std::optional<engine::UnitIndex> unit{};
        double amount = 0; // heads: of each post that is concerned
        int from = 0;
        int by = 0;
        std::string where{};
    };

    [[nodiscard]] Error wrong(std::string_view field, std::string_view code) const {
        return refuse_field(at_ + std::string{field}, std::string{code});
    }
    Result<void> check_numbers() const;
    Result<Ready> ready(const ScenarioChange& change, const std::string& where) const;
    [[nodiscard]] bool concerns(const Ready& change, engine::RoleIndex role, engine::UnitIndex unit) const;
    Result<void> spread_heads();
    [[nodiscard]] engine::DemandPath path(const std::vector<std::uint32_t>& changes, bool added) const;
    Result<void> make_paths();
    void make_flows();
    void make_cohorts();

    const Ground& ground_;
    const Assumptions& from_;
    std::string at_;
    Date today_;
    std::vector<Ready> changes_;
    engine::Assumptions to_;
};

Result<void> Reader::check_numbers() const {
    const Assumptions& a = from_;
    if (a.months < 1 || a.months > engine::most_months)
        return refuse_field(at_ + "/months", "scenario.months", {{"most", std::to_string(engine::most_months)}});
    const std::pair<std::string_view, double> shares[]{{"/attrition", a.attrition.value_or(0)},
                                                       {"/retirement", a.retirement},
                                                       {"/moves", a.moves},
                                                       {"/refill", a.refill},
                                                       {"/ready", a.ready},
                                                       {"/training", a.training},
                                                       {"/decay", a.decay}};
    for (const auto& [field, share] : shares)
        if (!(share >= 0 && share <= 1)) return wrong(field, "scenario.share");
    for (const auto& [field, factor] :
         {std::pair{"/first_year", a.first_year.value_or(1)}, std::pair{"/attrition_factor", a.attrition_factor}})
        if (!(factor >= 0 && factor <= most_factor)) return wrong(field, "scenario.factor");
    if (a.pension_age && !(*a.pension_age >= earliest_pension && *a.pension_age <= latest_pension))
        return refuse_field(at_ + "/pension_age", "scenario.pension_age",
                            {{"least", std::to_string(earliest_pension)}, {"most", std::to_string(latest_pension)}});
    if (!(a.growth >= -1 && a.growth <= most_growth)) return wrong("/growth", "scenario.growth");
    for (const auto& [field, spread] :
         {std::pair{"/demand_spread", a.demand_spread}, std::pair{"/attrition_spread", a.attrition_spread}})
        if (!(spread >= 0 && spread <= most_spread)) return wrong(field, "scenario.spread");
    if (a.training_from && *a.training_from < today_) return wrong("/training_from", "scenario.past");
    if (a.changes.size() > most_changes) return wrong("/changes", "scenario.too_many_changes");
    return {};
}

Result<Reader::Ready> Reader::ready(const ScenarioChange& change, const std::string& where) const {
    const insights::Directory& names = ground_.workforce->names();
    Ready made{.kind = change.kind, .amount = change.amount, .by = from_.months, .where = where};
    if (change.role) {
        made.role = names.find(*change.role);
        if (!made.role) return wrong(where + "/role", "scenario.role_gone");
    }
    if (change.unit) {
        made.unit = names.find(*change.unit);
        if (!made.unit) return wrong(where + "/unit", "scenario.unit_gone");
    }
    if (change.kind == ChangeKind::closing) {
        if (!change.unit) return wrong(where + "/unit", "scenario.unit_needed");
        if (change.role) return wrong(where + "/role", "scenario.whole_unit");
        if (!change.by) return wrong(where + "/by", "scenario.day_needed");
    } else if (change.kind == ChangeKind::growth) {
        if (!change.role && !change.unit) return wrong(where + "/role", "scenario.role_or_unit");
        if (!(change.amount >= -1 && change.amount <= most_growth)) return wrong(where + "/amount", "scenario.growth");
    } else {
        if (!change.role) return wrong(where + "/role", "scenario.role_needed");
        if (change.kind == ChangeKind::attrition && change.unit) return wrong(where + "/unit", "scenario.whole_role");
        const bool share = change.kind != ChangeKind::heads;
        if (share && !(change.amount >= 0 && change.amount <= 1)) return wrong(where + "/amount", "scenario.share");
        if (!share && !(std::abs(change.amount) <= most_heads)) return wrong(where + "/amount", "scenario.heads");
    }
    if (change.from && *change.from < today_) return wrong(where + "/from", "scenario.past");
    if (change.by && *change.by < today_) return wrong(where + "/by", "scenario.past");
    if (change.from && change.by && *change.by < *change.from) return wrong(where + "/by", "scenario.by_before_from");
    if (change.from) made.from = months_until(today_, *change.from);
    if (change.by)
        made.by = months_until(today_, *change.by);
    else if (change.kind == ChangeKind::heads && change.from)
        made.by = made.from; // all at once
    return made;
}

bool Reader::concerns(const Ready& change, engine::RoleIndex role, engine::UnitIndex unit) const {
    if (change.kind == ChangeKind::attrition) return false;
    if (change.role && *change.role != role) return false;
    return !change.unit || (*change.unit <= unit && unit < ground_.workforce->snapshot().units().end_of(*change.unit));
}

// Heads are shared out over the posts there are; where there are none, new ones come.
Result<void> Reader::spread_heads() {
    for (Ready& change : changes_) {
        if (change.kind != ChangeKind::heads) continue;
        double people = 0;
        for (const Stock::Group& group : ground_.stock.groups())
            if (concerns(change, group.role, group.unit)) people += group.people;
        if (people > 0) {
            change.amount /= people;
            continue;
        }
        if (!change.unit) return wrong(change.where + "/unit", "scenario.nobody");
        if (change.amount < 0) return wrong(change.where + "/amount", "scenario.negative_headcount");
        to_.added.push_back({*change.role, *change.unit, 0});
    }
    return {};
}

// How much of a change that comes gradually from `from` to `by` there is in the month; today nothing of it.
double part(int from, int by, int month) {
    if (month == 0 || (month <= from && month < by)) return 0;
    return month >= by ? 1 : static_cast<double>(month - from) / (by - from);
}

engine::DemandPath Reader::path(const std::vector<std::uint32_t>& changes, bool added) const {
    engine::DemandPath made;
    for (int month = 0; month <= from_.months; ++month) {
        double posts = added ? 0 : std::pow(1 + from_.growth, month / 12.0);
        for (const std::uint32_t number : changes) {
            const Ready& change = changes_[number];
            if (change.kind == ChangeKind::growth)
                posts *= std::pow(1 + change.amount, std::max(0, std::min(month, change.by) - change.from) / 12.0);
            else if (change.kind == ChangeKind::automation)
                posts *= 1 - change.amount * part(change.from, change.by, month);
        }
        for (const std::uint32_t number : changes) {
            const Ready& change = changes_[number];
            if (change.kind == ChangeKind::heads) posts += change.amount * part(change.from, change.by, month);
            if (change.kind == ChangeKind::closing) made.ends = std::min(made.ends, std::max(1, change.by));
        }
        made.demand.push_back(posts);
    }
    return made;
}

Result<void> Reader::make_paths() {
    std::map<std::vector<std::uint32_t>, std::uint32_t> known;
    const auto number_of = [&](const std::vector<std::uint32_t>& changes) {
        const auto [at, is_new] = known.emplace(changes, static_cast<std::uint32_t>(to_.shapes.size()));
        if (is_new) to_.shapes.push_back(path(changes, false));
        return at->second;
    };
    std::vector<std::uint32_t> concerned;
    for (const Stock::Group& group : ground_.stock.groups()) {
        concerned.clear();
        for (std::uint32_t c = 0; c < changes_.size(); ++c)
            if (concerns(changes_[c], group.role, group.unit)) concerned.push_back(c);
        const std::uint32_t shape = number_of(concerned);
        const engine::DemandPath& made = to_.shapes[shape];
        for (int month = 0; month <= from_.months && month < made.ends; ++month)
            if (made.demand[static_cast<std::size_t>(month)] < -1e-9)
                for (const std::uint32_t c : concerned)
                    if (changes_[c].kind == ChangeKind::heads && changes_[c].amount < 0)
                        return wrong(changes_[c].where + "/amount", "scenario.negative_headcount");
        to_.shape_of.push_back(shape);
    }
    // Posts where there are none: by the heads that are added, and by what else happens to the unit.
    std::size_t next = 0;
    for (std::uint32_t c = 0; c < changes_.size() && next < to_.added.size(); ++c) {
        engine::AddedGroup& group = to_.added[next];
        if (changes_[c].kind != ChangeKind::heads || changes_[c].role != group.role || changes_[c].unit != group.unit)
            continue;
        std::vector<std::uint32_t> own{c};
        for (std::uint32_t other = 0; other < changes_.size(); ++other)
            if (changes_[other].kind == ChangeKind::closing && concerns(changes_[other], group.role, group.unit))
                own.push_back(other);
        group.shape = static_cast<std::uint32_t>(to_.shapes.size());
        to_.shapes.push_back(path(own, true));
        ++next;
    }
    return {};
}

void Reader::make_flows() {
    const insights::Directory& names = ground_.workforce->names();
    const double first_year = from_.first_year.value_or(ground_.hazards.first_year.factor);
    const double others = 1 - (1 - of_a_month(from_.retirement)) * (1 - of_a_month(from_.moves));
    // To the hundredth of a per cent: nobody knows more, and roles alike share their chains.
    const auto flow = [&](double hazard) {
        return engine::RoleFlow{.hazard = std::round(std::min(1.0, hazard * from_.attrition_factor) * 1e4) / 1e4,
                                .first_year = first_year,
                                .others = others,
                                .refill = from_.refill,
                                .moves = of_a_month(from_.moves)};
    };
    to_.roleless = flow(from_.attrition.value_or(ground_.hazards.later.hazard));
    for (std::size_t number = 0; number < names.roles.size() + ground_.new_roles; ++number) {
        const RoleId role = number < names.roles.size() ? names.roles[number].id : RoleId{};
        double hazard = from_.attrition.value_or(ground_.hazards.of(role));
        for (const Ready& change : changes_)
            if (change.kind == ChangeKind::attrition && change.role == to_.roles.size()) hazard = change.amount;
        to_.roles.push_back(flow(hazard));
    }
}

// One cohort a year in which people retire, as far as the horizon reaches; the first is of those who retire after it.
void Reader::make_cohorts() {
    constexpr int months_a_year = 12;
    const auto month = static_cast<int>(static_cast<unsigned>(today_.civil().month()));
    const int retires_at = from_.pension_age.value_or(usual_pension_age);
    to_.retiring = {{}};
    to_.cohort_of.fill(1);
    to_.cohort_of[0] = 0;
    for (int turns = engine::first_age; turns <= engine::oldest_age; ++turns) {
        const int years = std::max(0, retires_at - turns);
        // The month that ends in that January is still of the year before.
        const int first = years == 0 ? 1 : years * months_a_year + 2 - month;
        if (first > from_.months) continue;
        std::vector<double> by_month(static_cast<std::size_t>(first + months_a_year), 0);
        for (int left = months_a_year; left > 0; --left)
            by_month[static_cast<std::size_t>(first + months_a_year - left)] = 1.0 / left;
        if (to_.retiring.back() != by_month) to_.retiring.push_back(std::move(by_month));
        to_.cohort_of[engine::age_number(turns)] = static_cast<std::uint8_t>(to_.retiring.size());
    }
}

Result<engine::Assumptions> Reader::read() {
    TRY(check_numbers());
    for (std::size_t i = 0; i < from_.changes.size(); ++i)
        changes_.push_back(TRY(ready(from_.changes[i], "/changes/" + std::to_string(i))));
    to_.months = from_.months;
    to_.training = of_a_month(from_.training);
    to_.training_from = from_.training_from ? months_until(today_, *from_.training_from) : 0;
    to_.ready = from_.ready;
    to_.demand_spread = from_.demand_spread;
    to_.attrition_spread = from_.attrition_spread;
    // Knowledge of tools ages twice as fast as technical knowledge, that of dealing with people slower (domain.md §3).
    const double decay = of_a_month(from_.decay);
    to_.decay = {std::min(1.0, decay * 2), decay, decay * 36 / 60};
    TRY(spread_heads());
    TRY(make_paths());
    make_flows();
    make_cohorts();
    return std::move(to_);
}

} // namespace

Result<engine::Assumptions> assumed(const Ground& ground, const Assumptions& assumptions, const std::string& at) {
    return Reader{ground, assumptions, at}.read();
}

Assumptions by_now(Date today, Assumptions now) {
    if (now.training_from && *now.training_from < today) now.training_from.reset();
    std::erase_if(now.changes, [&](const ScenarioChange& change) {
        const bool at_once = change.kind == ChangeKind::heads && change.from && !change.by;
        const auto done = at_once ? change.from : change.by;
        return change.kind != ChangeKind::closing && done && *done < today;
    });
    for (ScenarioChange& change : now.changes) {
        if (change.from && *change.from < today) change.from = today;
        if (change.by && *change.by < today) change.by = today;
    }
    return now;
}

Result<engine::Assumptions> assumed_by_now(const Ground& ground, const Assumptions& assumptions) {
    return assumed(ground, by_now(ground.workforce->day(), assumptions), "/assumptions");
}

engine::Assumptions later(engine::Assumptions assumed, int months) {
    assumed.training_from += months;
    return assumed;
}

engine::Assumptions shortened(engine::Assumptions assumed, int months) {
    assumed.months = months;
    return assumed;
}

} // namespace kunna::scenarios
