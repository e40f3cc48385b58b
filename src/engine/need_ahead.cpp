// Need ahead: the ways that the people of a group go, and their number.
#include "engine/need_ahead.hpp"

#include "engine/chains.hpp"
#include "engine/lattice.hpp"

#include <cmath>
#include <numeric>

namespace kunna::engine {

namespace {

constexpr int whole_post = 1000;
// Nobody's share of a post is looked at more closely than this where chances are computed: a twentieth.
constexpr int finest = 50;
// Standard deviation, in full-time equivalents, from which the number is taken as normal.
constexpr double as_good_as_normal = 6;

// What becomes of posts that are left alike and require the same, by node.
struct Course {
    Stay stay{};
    std::optional<Refill> refill{}; // none: nobody able comes
};

// Posts of one role whose demand goes the same way, and how far the role requires the skill.
struct NeedPosts {
    RoleFlow flow{};
    int required = 0;
    const DemandPath* path = nullptr; // none: for ever, and nobody comes
    double people = 0;                // what growth is a multiple of
    double fte = 0;                   // of those people, thousandths
    const Course* course = nullptr;
    std::vector<MonthRow> inflow{}; // by node; none: nobody able comes by growth

    // Of a newcomer of growth.
    [[nodiscard]] int size() const { return static_cast<int>(std::lround(fte / people / finest)) * finest; }
};

// People whose chances are the same.
struct NeedAlike {
    std::size_t posts = 0;
    std::size_t standing = 0;
    int level = 0;
    int fte = 0;
    auto operator<=>(const NeedAlike&) const = default;
};

// Such people on their way: where their chances stand.
struct Way {
    const NeedPosts* posts = nullptr;
    const float* level = nullptr; // able, if still there; null: not counted while there
    std::size_t row = 0;          // of the standing, in floats
    std::uint32_t people = 0;
    int step = 0; // in units of the lattice
    double fte = 0;
};

double below_normal(double z) {
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

// Mean and variance of the number who are able.
struct Able {
    double mean = 0;
    double variance = 0;
};

class NeedForecaster {
public:
    NeedForecaster(const Snapshot& snapshot, const Stock& stock, const Assumptions& assumed, const Need& need,
                   const NeedStock& of) :
        snapshot_(snapshot),
        stock_(stock), assumed_(assumed), need_(need), nodes_(close_nodes_of(assumed.attrition_spread)),
        chains_(assumed_, nodes_), able_from_(need.level.units / Level::units_per_step) {
        gather(of);
        for (const NeedStock::Entry& entry : of.entries()) unit_ = std::gcd(unit_, static_cast<int>(entry.fte));
        for (const NeedPosts& posts : posts_)
            if (posts.people > 0) unit_ = std::gcd(unit_, posts.size());
        unit_ = std::max(unit_, finest);
        follow();
        line_up();
    }

    NeedOutlook outlook(int from) const;

private:
    void gather(const NeedStock& of);
    std::size_t posts_of(const NeedStock::Entry& entry);
    void follow();
    [[nodiscard]] std::size_t posts_number(RoleIndex role, std::uint32_t shape, bool added);
    [[nodiscard]] int required_of(RoleIndex role) const;
    void line_up();
    [[nodiscard]] static double chance(const Way& of, std::size_t node, std::size_t month);
    [[nodiscard]] Able moments(std::size_t node, std::size_t month, std::vector<double>& chances) const;
    [[nodiscard]] int steps(double fte) const { return static_cast<int>(std::lround(fte / unit_)); }
    void tell(std::size_t node, std::size_t month, const Able& of, const std::vector<double>& chances,
              NeedOutlook& told) const;

    const Snapshot& snapshot_;
    const Stock& stock_;
    const Assumptions& assumed_;
    const Need& need_;
    std::vector<Node> nodes_;
    Chains chains_;
    int able_from_;
    int unit_ = whole_post; // thousandths
    std::map<std::tuple<std::optional<RoleIndex>, std::uint32_t, bool>, std::size_t> number_;
    std::vector<NeedPosts> posts_;
    std::map<std::pair<Flow, int>, Course> course_; // by what is required
    std::map<int, Reach> reach_;
    std::map<UnitIndex, const DemandPath*> closing_; // units that close
    std::map<NeedAlike, std::uint32_t> people_;
    std::vector<Way> ways_;
};

int NeedForecaster::required_of(RoleIndex role) const {
    for (const Requirement& asked : snapshot_.role(role).requirements())
        if (asked.skill == need_.skill)
            return (asked.required.units + Level::units_per_step - 1) / Level::units_per_step;
    return 0;
}

std::size_t NeedForecaster::posts_number(RoleIndex role, std::uint32_t shape, bool added) {
    const auto [at, is_new] = number_.try_emplace({role, shape, added}, posts_.size());
    if (is_new) {
        NeedPosts posts{assumed_.roles[role], required_of(role), &assumed_.shapes[shape]};
        if (!added) posts.flow.refill *= posts.path->keeps(assumed_.months);
        posts_.push_back(posts);
    }
    return at->second;
}

std::size_t NeedForecaster::posts_of(const NeedStock::Entry& entry) {
    if (entry.role) {
        const Snapshot::Range range = stock_.groups_of(*entry.role);
        const auto begin = stock_.groups().begin();
        const auto group = std::lower_bound(begin + static_cast<std::ptrdiff_t>(range.begin),
                                            begin + static_cast<std::ptrdiff_t>(range.end), entry.unit,
                                            [](const Stock::Group& of, UnitIndex unit) { return of.unit < unit; });
        return posts_number(*entry.role, assumed_.shape_of[static_cast<std::size_t>(group - begin)], false);
    }
    // Whoever holds no role is in no group of the Stock: their unit closes when the groups in it do.
    const auto closes = closing_.find(entry.unit);
    const DemandPath* path = closes == closing_.end() ? nullptr : closes->second;
    const std::uint32_t shape = path == nullptr ? no_index : static_cast<std::uint32_t>(path - assumed_.shapes.data());
    const auto [at, is_new] = number_.try_emplace({std::nullopt, shape, false}, posts_.size());
    if (is_new) {
        posts_.push_back({assumed_.roleless, 0, path});
        posts_.back().flow.refill = 0;
    }
    return at->second;
}

void NeedForecaster::gather(const NeedStock& of) {
    for (std::size_t g = 0; g < stock_.groups().size(); ++g)
        if (const DemandPath& path = assumed_.shapes[assumed_.shape_of[g]]; path.ends != never)
            closing_.try_emplace(stock_.groups()[g].unit, &path);
    for (const NeedStock::Entry& entry : of.entries()) {
        const std::size_t number = posts_of(entry);
        const std::size_t cohort = assumed_.cohort_of[entry.age_and_tenure / tenure_count];
        people_[{number, cohort * tenure_count + entry.age_and_tenure % tenure_count, entry.level, entry.fte}] +=
            entry.people;
        if (!entry.role) continue; // nobody comes
        posts_[number].people += entry.people;
        posts_[number].fte += static_cast<double>(entry.people) * entry.fte;
    }
    for (const AddedGroup& added : assumed_.added) {
        if (!need_.of.reaches(snapshot_.units(), added.unit) || (need_.of.role && *need_.of.role != added.role))
            continue;
        NeedPosts& posts = posts_[posts_number(added.role, added.shape, true)];
        posts.people += 1;
        posts.fte += whole_post;
    }
}

// Newcomers come no higher than their role requires, and nobody is trained further.
void NeedForecaster::follow() {
    Standings all;
    const std::size_t count = (assumed_.retiring.size() + 1) * tenure_count;
    for (std::size_t standing = 0; standing < count; ++standing)
        all.standing.push_back(static_cast<Standing>(standing));
    // What came into the catalogue after the picture is of nobody yet.
    const bool known = need_.skill < snapshot_.skills().size();
    const SkillKind kind = known ? snapshot_.skills()[need_.skill].kind : SkillKind::technical;
    for (NeedPosts& posts : posts_) {
        const auto [at, is_new] = course_.try_emplace({Flow{posts.flow}, posts.required});
        Course& course = at->second;
        posts.course = &course;
        Reach& reach = reach_[posts.required];
        if (reach.fresh.empty())
            reach = chains_.reach({.kind = kind, .required = posts.required, .able_from = able_from_});
        const bool able_come = posts.flow.refill > 0 && able_from_ <= posts.required;
        if (is_new) {
            course.stay = chains_.stay({posts.flow}, all);
            if (able_come) course.refill = chains_.refill({posts.flow}, all, course.stay, reach);
        }
        if (!able_come || posts.people <= 0) continue;
        std::vector<double> arrivals{0};
        for (int month = 1; month <= assumed_.months; ++month)
            arrivals.push_back(posts.flow.refill * posts.path->growth(month));
        if (std::any_of(arrivals.begin(), arrivals.end(), [](double come) { return come > 0; }))
            posts.inflow = chains_.inflow(*course.refill, arrivals);
    }
}

void NeedForecaster::line_up() {
    for (const auto& [of, people] : people_) {
        Way way{&posts_[of.posts]};
        if (of.level != state_unknown)
            way.level =
                reach_.at(way.posts->required).level.data() + static_cast<std::size_t>(of.level) * chains_.length();
        way.row = of.standing * chains_.length();
        way.people = people;
        way.step = steps(of.fte);
        way.fte = static_cast<double>(of.fte) / whole_post;
        if (way.level != nullptr || way.posts->course->refill) ways_.push_back(way);
    }
}

double NeedForecaster::chance(const Way& of, std::size_t node, std::size_t month) {
    if (of.posts->path != nullptr && !of.posts->path->there(static_cast<int>(month))) return 0;
    double able = 0;
    if (of.level != nullptr)
        able = static_cast<double>(of.posts->course->stay.row[node][of.row + month]) *
               static_cast<double>(of.level[month]);
    if (of.posts->course->refill) able += static_cast<double>(of.posts->course->refill->row[node][of.row + month]);
    return std::clamp(able, 0.0, 1.0);
}

Able NeedForecaster::moments(std::size_t node, std::size_t month, std::vector<double>& chances) const {
    Able of;
    chances.clear();
    for (const Way& way : ways_) {
        const double p = chance(way, node, month);
        chances.push_back(p);
        of.mean += way.people * way.fte * p;
        of.variance += way.people * way.fte * way.fte * p * (1 - p);
    }
    for (const NeedPosts& posts : posts_) {
        if (posts.inflow.empty() || !posts.path->there(static_cast<int>(month))) continue;
        const double come = posts.people * static_cast<double>(posts.inflow[node][month]);
        const double fte = static_cast<double>(posts.size()) / whole_post;
        of.mean += fte * come;
        of.variance += fte * fte * come;
    }
    return of;
}

void NeedForecaster::tell(std::size_t node, std::size_t month, const Able& of, const std::vector<double>& chances,
                          NeedOutlook& told) const {
    const double weight = nodes_[node].weight;
    const auto wanted = static_cast<double>(need_.headcount);
    const double sd = std::sqrt(of.variance);
    if (sd > as_good_as_normal) {
        const double half = unit_ / 2.0 / whole_post;
        const double z = (wanted - of.mean) / sd;
        const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0));
        told.chance[month] += weight * below_normal((of.mean - wanted + half) / sd);
        told.shortage[month] += weight * (sd * density + (wanted - of.mean) * below_normal(z));
        return;
    }
    Lattice number;
    for (std::size_t w = 0; w < ways_.size(); ++w) number.add(ways_[w].step, ways_[w].people, chances[w]);
    for (const NeedPosts& posts : posts_)
        if (!posts.inflow.empty() && posts.path->there(static_cast<int>(month)))
            number.add_arrivals(steps(posts.size()), posts.people * static_cast<double>(posts.inflow[node][month]));
    const int units = static_cast<int>(need_.headcount) * (whole_post / unit_);
    told.chance[month] += weight * number.at_least(units);
    told.shortage[month] += weight * number.lacking(units) * unit_ / whole_post;
}

NeedOutlook NeedForecaster::outlook(int from) const {
    const std::size_t end = static_cast<std::size_t>(assumed_.months) + 1;
    NeedOutlook told;
    for (auto* row : {&told.able, &told.able_sd, &told.shortage}) row->assign(end, 0);
    for (std::size_t month = 0; month < end; ++month) told.chance.push_back(static_cast<int>(month) < from ? 1 : 0);
    std::vector<double> chances;
    for (std::size_t month = 0; month < end; ++month) {
        double square = 0;
        for (std::size_t node = 0; node < nodes_.size(); ++node) {
            const Able of = moments(node, month, chances);
            told.able[month] += nodes_[node].weight * of.mean;
            square += nodes_[node].weight * (of.variance + of.mean * of.mean);
            if (static_cast<int>(month) >= from) tell(node, month, of, chances, told);
        }
        told.able_sd[month] = std::sqrt(std::max(0.0, square - told.able[month] * told.able[month]));
    }
    return told;
}

} // namespace

std::optional<int> NeedOutlook::first_shortage() const {
    constexpr double half_a_person = 0.5;
    const auto at = std::find_if(shortage.begin(), shortage.end(), [](double of) { return of >= half_a_person; });
    if (at == shortage.end()) return std::nullopt;
    return static_cast<int>(at - shortage.begin());
}

NeedOutlook need_outlook(const Snapshot& snapshot, const Stock& stock, const Assumptions& assumed, const Need& need,
                         const NeedStock& of, int from) {
    return NeedForecaster{snapshot, stock, assumed, need, of}.outlook(from);
}

} // namespace kunna::engine
