// Gaps.
#include "plans/gaps.hpp"

#include "engine/next_statement.hpp"
#include "plans/planned_for.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kunna::plans {

namespace {

constexpr std::int64_t thousand = 1000; // thousandths of a step, or of a post
constexpr int least_missing = 50;       // of them
constexpr std::size_t most_steps = 255; // a Problem's targets of a person

std::uint16_t missing_of(double step, const engine::Belief& belief) {
    const double expected = engine::expected_gap(step, belief) - engine::expected_gap(step - 1, belief);
    return static_cast<std::uint16_t>(std::lround(std::clamp(expected, 0.0, 1.0) * double{thousand}));
}

class Walk {
public:
    Walk(const insights::Workforce& workforce, const std::vector<AskedNeed>& needs, const Frame& frame,
         const std::unordered_set<engine::PersonIndex>& also) :
        snapshot_(workforce.snapshot()),
        needs_(needs), also_(also), planned_(workforce, frame), others_may_come_(frame.others_may_come()),
        by_role_(snapshot_.role_count()), fte_qualified_(needs.size()), lack_(needs.size()) {
        for (std::uint32_t n = 0; n < needs.size(); ++n) {
            if (!needs[n].pursued && needs[n].of.role)
                by_role_[*needs[n].of.role].push_back(n);
            else
                anywhere_.push_back(n);
        }
    }

    Gaps walk() && {
        for (std::size_t b = 0; b < snapshot_.block_count(); ++b) {
            const engine::Block& block = snapshot_.block(b);
            const bool planned = planned_.unit(block.unit);
            needs_here_.clear();
            for (const std::uint32_t n : anywhere_)
                if (needs_[n].of.reaches(snapshot_.units(), block.unit)) needs_here_.push_back(n);
            for (std::size_t row = 0; row < block.people(); ++row) person(block, row, planned);
        }
        gaps_.at.push_back(gaps_.steps.size());
        sum_up();
        return std::move(gaps_);
    }

private:
    void person(const engine::Block& block, std::size_t row, bool planned) {
        const engine::PersonIndex who = block.person[row];
        planned = planned && planned_.person(who);
        const std::size_t before = gaps_.steps.size();
        for (const std::uint32_t n : needs_here_) {
            const auto roles = block.roles_of(row);
            if (needs_[n].of.role && !std::binary_search(roles.begin(), roles.end(), *needs_[n].of.role)) continue;
            look(block, row, n, planned);
        }
        for (const engine::RoleIndex role : block.roles_of(row))
            for (const std::uint32_t n : by_role_[role]) look(block, row, n, planned);
        if (gaps_.steps.size() - before > most_steps) gaps_.steps.resize(before + most_steps);
        const bool also = also_.contains(who);
        if (gaps_.steps.size() == before && !also) return;
        if (block.leaving[row] != 0 && !also) {
            ++gaps_.leaving;
            gaps_.steps.resize(before);
            return;
        }
        gaps_.people.push_back(who);
        gaps_.at.push_back(before);
        for (std::size_t i = before; i < gaps_.steps.size();) {
            const std::uint32_t need = gaps_.steps[i].need;
            std::int64_t sum = 0;
            for (; i < gaps_.steps.size() && gaps_.steps[i].need == need; ++i) sum += gaps_.steps[i].missing;
            lack_[need].push_back(sum);
        }
    }

    void look(const engine::Block& block, std::size_t row, std::uint32_t n, bool planned) {
        const AskedNeed& need = needs_[n];
        switch (engine::state_of(block.word_of(row, need.skill), need.level)) {
        case engine::State::met:
            fte_qualified_[n] += block.fte[row];
            return;
        case engine::State::unknown:
            if (planned) gaps_.assess_first.insert(block.person[row]);
            return;
        case engine::State::uncertain:
        case engine::State::gap:
            break;
        }
        if (!planned) return;
        const engine::Skill& skill = snapshot_.skills()[need.skill];
        const engine::Belief belief =
            engine::belief(snapshot_.evidence_of(block.person[row], need.skill), skill.kind, skill.highest_step,
                           snapshot_.settings(), snapshot_.recency(), snapshot_.day());
        for (std::int32_t step = 1; step <= need.step; ++step)
            if (const std::uint16_t missing = missing_of(step, belief); missing >= least_missing)
                gaps_.steps.push_back({n, step, missing});
    }

    void sum_up() {
        for (std::size_t n = 0; n < needs_.size(); ++n) {
            std::vector<std::int64_t>& lack = lack_[n];
            std::size_t lacking = lack.size();
            if (needs_[n].headcount)
                lacking = static_cast<std::size_t>(std::max<std::int64_t>(
                    0, (*needs_[n].headcount * thousand - fte_qualified_[n] + thousand - 1) / thousand));
            const std::size_t nearest = std::min(lack.size(), lacking);
            std::nth_element(lack.begin(), lack.begin() + static_cast<std::ptrdiff_t>(nearest), lack.end());
            std::int64_t open =
                std::accumulate(lack.begin(), lack.begin() + static_cast<std::ptrdiff_t>(nearest), std::int64_t{0});
            // Whoever is hired, or comes from another role, begins from nothing.
            if (others_may_come_) open += static_cast<std::int64_t>(lacking - nearest) * needs_[n].step * thousand;
            gaps_.farthest.emplace_back();
            if (others_may_come_ && needs_[n].headcount) {
                lack.resize(nearest);
                std::sort(lack.begin(), lack.end(), std::greater{});
                lack.insert(lack.begin(), std::min(lacking - nearest, most_coming), needs_[n].step * thousand);
                lack.resize(std::min(lack.size(), most_coming));
                gaps_.farthest.back() = std::move(lack);
            }
            gaps_.open.push_back(open);
            gaps_.lacking.push_back(static_cast<std::int64_t>(lacking));
        }
    }

    const engine::Snapshot& snapshot_;
    const std::vector<AskedNeed>& needs_;
    const std::unordered_set<engine::PersonIndex>& also_;
    PlannedFor planned_;
    bool others_may_come_;
    std::vector<std::vector<std::uint32_t>> by_role_;
    std::vector<std::uint32_t> anywhere_;
    std::vector<std::uint32_t> needs_here_;
    std::vector<std::int64_t> fte_qualified_;
    std::vector<std::vector<std::int64_t>> lack_; // by need: each one's sum, thousandths of steps
    Gaps gaps_;
};

} // namespace

Gaps gaps_of(const insights::Workforce& workforce, const std::vector<AskedNeed>& needs, const Frame& frame,
             const std::unordered_set<engine::PersonIndex>& also) {
    return Walk{workforce, needs, frame, also}.walk();
}

} // namespace kunna::plans
