// Manned.
#include "whatif/manned.hpp"

#include <algorithm>
#include <set>

namespace kunna::whatif {

namespace {

using engine::Stock;

using Place = std::pair<engine::RoleIndex, engine::UnitIndex>;

class Manning {
public:
    Manning(const scenarios::Ground& ground, const Overlay& overlay, const scenarios::Assumptions& now,
            const engine::Assumptions& today) :
        ground_(ground),
        overlay_(overlay), now_(now), today_(today), shrinks_(overlay.after.role_count(), 1),
        grows_(overlay.after.role_count(), 1) {
        for (const Grown& grown : overlay.grown) {
            (grown.share < 0 ? shrinks_ : grows_)[grown.role] = 1 + grown.share;
            any_shrinks_ = any_shrinks_ || grown.share < 0;
        }
    }

    Result<Manned> make() {
        TRY(leave());
        take_stock();
        made_.assumed = TRY(scenarios::assumed(after_, per_post(), "/assumptions"));
        fill_posts();
        made_.stock = std::move(after_.stock);
        return std::move(made_);
    }

private:
    Result<void> leave() {
        const engine::Snapshot& after = overlay_.after;
        engine::Changes changes;
        for (const engine::PersonIndex person : overlay_.vacated) {
            for (const engine::RoleIndex role : after.roles_of(person)) ++vacant_[{role, after.unit_of(person)}];
            engine::PersonChange& change = changes.people.emplace_back();
            change.person = person;
            change.left = true;
        }
        made_.snapshot = overlay_.vacated.empty() ? after : TRY(after.with(changes, insights::threads()));
        return {};
    }

    void take_stock() {
        after_.workforce = ground_.workforce;
        after_.hazards = ground_.hazards;
        after_.new_roles = made_.snapshot.role_count() - ground_.workforce->names().roles.size();
        after_.tenure = ground_.tenure;
        after_.tenure.resize(made_.snapshot.person_end(), 0);
        const Stock::Takes others = others_than_today();
        after_.stock = ground_.stock.patched(Stock{made_.snapshot, after_.tenure, {}, others}, others);
        if (any_shrinks_) after_.stock = after_.stock.thinned(shrinks_);
    }

    // Whether other people hold the posts than today, or something else is required of them.
    [[nodiscard]] Stock::Takes others_than_today() const {
        const engine::Snapshot& today = ground_.workforce->snapshot();
        std::vector<std::uint8_t> role(made_.snapshot.role_count(), 0);
        std::vector<std::uint8_t> unit(today.units().size(), 0);
        std::fill(role.begin() + static_cast<std::ptrdiff_t>(today.role_count()), role.end(), 1);
        for (const Changed& changed : overlay_.changed) role[changed.role] = 1;
        for (const Closed& closed : overlay_.closed)
            std::fill(unit.begin() + closed.unit,
                      unit.begin() + (closed.subtree ? today.units().end_of(closed.unit) : closed.unit + 1), 1);
        std::set<Place> posts;
        for (const auto& [place, count] : vacant_) posts.insert(place);
        for (const Posts& hired : overlay_.hired) posts.emplace(hired.role, hired.unit);
        return [role = std::move(role), unit = std::move(unit), posts = std::move(posts)](engine::RoleIndex r,
                                                                                          engine::UnitIndex u) {
            return role[r] != 0 || unit[u] != 0 || posts.contains({r, u});
        };
    }

    [[nodiscard]] double people(const Stock& stock, const scenarios::ScenarioChange& change) const {
        const insights::Directory& names = ground_.workforce->names();
        const engine::Units& units = ground_.workforce->snapshot().units();
        const auto role = names.find(*change.role);
        const auto unit = change.unit ? names.find(*change.unit) : std::nullopt;
        double people = 0;
        if (!role) return people;
        const auto range = stock.groups_of(*role);
        for (std::size_t g = range.begin; g < range.end; ++g) {
            const Stock::Group& group = stock.groups()[g];
            if (!change.unit || (unit && *unit <= group.unit && group.unit < units.end_of(*unit)))
                people += group.people;
        }
        return people;
    }

    [[nodiscard]] bool closes(UnitId id) const {
        const auto unit = ground_.workforce->names().find(id);
        const engine::Units& units = ground_.workforce->snapshot().units();
        return unit && std::any_of(overlay_.closed.begin(), overlay_.closed.end(), [&](const Closed& closed) {
                   return closed.unit <= *unit &&
                          *unit < (closed.subtree ? units.end_of(closed.unit) : closed.unit + 1);
               });
    }

    // Heads that come to a role, or go from it, as many to a post as today.
    [[nodiscard]] scenarios::Assumptions per_post() const {
        scenarios::Assumptions made = now_;
        std::erase_if(made.changes, [&](scenarios::ScenarioChange& change) {
            if (change.kind != scenarios::ChangeKind::heads || !change.role) return false;
            const double before = people(ground_.stock, change);
            if (before == 0) return change.unit && closes(*change.unit);
            const double after = people(after_.stock, change);
            change.amount *= after / before;
            return after == 0;
        });
        return made;
    }

    // As today's posts of the role in the unit, or else of the role anywhere.
    [[nodiscard]] const engine::DemandPath& path_today(const Place& place) const {
        const auto range = ground_.stock.groups_of(place.first);
        std::size_t at = range.begin;
        for (std::size_t g = range.begin; g < range.end; ++g)
            if (ground_.stock.groups()[g].unit == place.second) at = g;
        return today_.shapes[today_.shape_of[at]];
    }

    std::uint32_t scaled(const engine::DemandPath& path, double factor, double held) {
        engine::DemandPath made = path;
        for (double& of : made.demand) of *= factor;
        made.held = held;
        made_.assumed.shapes.push_back(std::move(made));
        return static_cast<std::uint32_t>(made_.assumed.shapes.size() - 1);
    }

    void fill_posts() {
        engine::Assumptions& assumed = made_.assumed;
        std::map<std::pair<std::uint32_t, double>, std::uint32_t> known; // many units grow alike
        const auto& groups = after_.stock.groups();
        for (std::size_t g = 0; g < groups.size(); ++g) {
            const Place place{groups[g].role, groups[g].unit};
            if (groups[g].people == 0) continue;
            const double factor = posts(place, groups[g].people) / groups[g].people;
            vacant_.erase(place);
            if (factor == 1) continue;
            const auto [at, is_new] = known.try_emplace({assumed.shape_of[g], factor});
            if (is_new) at->second = scaled(engine::DemandPath{assumed.shapes[assumed.shape_of[g]]}, factor, 1);
            assumed.shape_of[g] = at->second;
        }
        for (const auto& [place, count] : vacant_)
            if (const double left = posts(place, 0); left > 0)
                assumed.added.push_back({place.first, place.second, scaled(path_today(place), left, 0)});
    }

    // Held or vacant, after the role has grown or shrunk.
    [[nodiscard]] double posts(const Place& place, double held) const {
        const auto found = vacant_.find(place);
        const double vacant = found == vacant_.end() ? 0 : found->second;
        return (held + vacant * shrinks_[place.first]) * grows_[place.first];
    }

    const scenarios::Ground& ground_;
    const Overlay& overlay_;
    const scenarios::Assumptions& now_;
    const engine::Assumptions& today_;
    std::vector<double> shrinks_; // by role: the share that is left
    std::vector<double> grows_;   // by role: posts for each
    bool any_shrinks_ = false;
    std::map<Place, double> vacant_; // posts whose holders leave
    scenarios::Ground after_;
    Manned made_;
};

} // namespace

Result<Manned> manned(const scenarios::Ground& ground, const Overlay& overlay, const scenarios::Assumptions& now,
                      const engine::Assumptions& today) {
    return Manning{ground, overlay, now, today}.make();
}

} // namespace kunna::whatif
