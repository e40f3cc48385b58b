// The planted stories, month by month.
#include "demo/events.hpp"

#include <algorithm>

namespace kunna::demo {

namespace {

constexpr int reskilling_starts = 7;
constexpr int conversion = 9;
constexpr int robot_cell = 9;
constexpr int expert_gone = 14; // resigned in month 11, three months' notice
constexpr int reskilling_ends = 15;
constexpr int finance_done = 22; // the cohort began in month 17

} // namespace

std::uint32_t stories(const Company& company) {
    const auto posts = static_cast<std::uint32_t>(company.posts.size());
    return posts < 300 ? 0 : std::max(1U, posts / 500);
}

void plan_conversion(Company& company) {
    const auto trainee = std::find_if(company.posts.rbegin(), company.posts.rend(),
                                      [](const Post& post) { return post.department == Department::trainees; });
    const auto leader = std::find_if(company.posts.begin(), company.posts.end(), [](const Post& post) {
        return post.leads && post.department == Department::digital;
    });
    if (trainee == company.posts.rend() || leader == company.posts.end()) return;
    if (std::count_if(company.posts.begin(), company.posts.end(),
                      [](const Post& post) { return post.department == Department::trainees; }) < 2)
        return;
    Post taken;
    taken.unit = leader->unit;
    taken.manager = static_cast<PostNumber>(leader - company.posts.begin());
    taken.role = catalogue().role("data_analyst");
    taken.department = Department::digital;
    taken.opened = conversion;
    taken.steady = true;
    trainee->closed = conversion;
    trainee->steady = true;
    company.posts.push_back(taken);
}

Events::Events(Staffing& staffing) :
    staffing_(staffing), company_(staffing.company()), stories_(stories(staffing.company())) {
    // The expert and whoever learns from the expert stay until the story says otherwise.
    const auto [first, last] = staffing_.range(Department::maintenance);
    std::vector<PostNumber> engineers;
    std::vector<PostNumber> technicians;
    for (PostNumber p = first; p < last; ++p) {
        const Post& post = company_.posts[p];
        if (post.leads || post.steady) continue;
        if (post.role == catalogue().role("automation_engineer")) engineers.push_back(p);
        if (post.role == catalogue().role("maintenance_technician")) technicians.push_back(p);
    }
    for (std::uint32_t i = 0; i < stories_ && i < engineers.size() && i < technicians.size(); ++i) {
        company_.posts[engineers[i]].steady = true;
        company_.posts[technicians[i]].steady = true;
        experts_.push_back(engineers[i]);
        staffing_.plant(Planted::plc_expert, staffing_.holder(engineers[i]));
        staffing_.plant(Planted::plc_successor, staffing_.holder(technicians[i]));
    }
}

std::vector<PostNumber> Events::pick(Department department, std::string_view role, std::uint32_t n,
                                     std::uint64_t salt) const {
    const auto [first, last] = staffing_.range(department);
    const RoleNumber wanted = catalogue().role(role);
    std::vector<PostNumber> able;
    for (PostNumber p = first; p < last; ++p) {
        const Post& post = company_.posts[p];
        if (!post.leads && !post.steady && !staffing_.vacant(p) && staffing_.stay(p).role == wanted) able.push_back(p);
    }
    Random random = Random::of(company_.seed, Subject::programme, salt);
    for (std::size_t i = 0; i < able.size() && i < n; ++i)
        std::swap(able[i], able[i + random.below(static_cast<std::uint32_t>(able.size() - i))]);
    if (able.size() > n) able.resize(n);
    return able;
}

void Events::apply_for_reskilling() {
    std::vector<PostNumber> applicants = pick(Department::warehouse, "warehouse_worker", 19 * stories_, 1);
    for (std::size_t i = 0; i < applicants.size(); ++i) {
        const PersonNumber person = staffing_.holder(applicants[i]);
        staffing_.plant(Planted::applicant, person);
        if (i >= 8 * stories_) continue;
        staffing_.plant(Planted::chosen, person);
        company_.posts[applicants[i]].steady = true;
        chosen_.push_back(applicants[i]);
    }
}

// Support technicians who retire are not replaced until the reskilled are ready.
void Events::hold_vacancies(int month) {
    if (month == 9) held_ = pick(Department::digital, "support_technician", 5 * stories_, 2);
    for (std::size_t i = 0; i < held_.size(); ++i) {
        const PostNumber post = held_[i];
        staffing_.reserve(post, reskilling_ends);
        if (month == 9 + static_cast<int>(i % 5) && !staffing_.vacant(post))
            staffing_.dismiss(post, month, reskilling_ends);
    }
}

void Events::place_reskilled() {
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
        const PostNumber from = chosen_[i];
        company_.posts[from].steady = false;
        if (i >= 6 * stories_) continue;
        staffing_.plant(Planted::finished, staffing_.holder(from));
        if (i >= held_.size() || i >= 5 * stories_ || !staffing_.vacant(held_[i])) continue;
        staffing_.plant(Planted::placed, staffing_.holder(from));
        staffing_.move(from, held_[i], reskilling_ends, reskilling_ends + 1);
    }
}

void Events::build_robot_cell() {
    const RoleNumber automation = catalogue().role("automation_operator");
    std::uint32_t left = 4 * stories_;
    for (const PostNumber post : pick(Department::production, "machine_operator", 0xFFFFFFFF, 3)) {
        if (left == 0) break;
        if (company_.posts[post].line != 0) continue;
        staffing_.plant(Planted::robot_cell, staffing_.holder(post));
        staffing_.change_role(post, automation, robot_cell);
        company_.posts[post].role = automation;
        --left;
    }
}

void Events::convert_trainee() {
    const auto to = static_cast<PostNumber>(company_.posts.size() - 1);
    if (company_.posts[to].opened != conversion) return;
    for (PostNumber p = 0; p < to; ++p) {
        if (company_.posts[p].closed != conversion || staffing_.vacant(p)) continue;
        staffing_.plant(Planted::converted_trainee, staffing_.holder(p));
        staffing_.move(p, to, conversion, Months::count);
    }
}

void Events::lose_plc_expert() {
    for (const PostNumber post : experts_) {
        company_.posts[post].steady = false;
        staffing_.dismiss(post, expert_gone, expert_gone + 3);
    }
}

void Events::automate_finance() {
    const RoleNumber specialist = catalogue().role("finance_automation_specialist");
    for (const PostNumber post : pick(Department::finance, "finance_assistant", 4 * stories_, 4)) {
        staffing_.plant(Planted::finance_cohort, staffing_.holder(post));
        staffing_.change_role(post, specialist, finance_done);
        company_.posts[post].role = specialist;
    }
}

void Events::happen(int month) {
    if (month == conversion) convert_trainee();
    if (stories_ == 0) return;
    if (month == reskilling_starts) apply_for_reskilling();
    if (month >= 9 && month < reskilling_ends) hold_vacancies(month);
    if (month == robot_cell) build_robot_cell();
    if (month == expert_gone) lose_plc_expert();
    if (month == reskilling_ends) place_reskilled();
    if (month == finance_done) automate_finance();
}

} // namespace kunna::demo
