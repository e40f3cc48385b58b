// Joining, leaving and moving, month by month.
#include "demo/staffing.hpp"

#include "demo/personas.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace kunna::demo {

namespace {

// Women are 38 % of all and 26 % of production (domain.md §9), so 45.35 % of the other departments.
constexpr std::uint32_t women_in_production = 26'000;
constexpr std::uint32_t women_elsewhere = 45'350;

// Days of employment before the first month: log-normal, median 5.5 years, at every 1/32.
constexpr std::array tenure_days{148,  342,  468,  574,  674,  770,  865,  961,  1058, 1159,  1263,
                                 1371, 1484, 1604, 1730, 1865, 2009, 2164, 2333, 2517, 2719,  2944,
                                 3196, 3482, 3813, 4200, 4666, 5244, 5992, 7026, 8628, 11789, 15000};

// Years of age when hired, at every 1/10.
constexpr std::array ages_hired{18, 20, 22, 24, 26, 28, 31, 35, 40, 47, 56};
constexpr int youngest = 19; // today (domain.md §9)
constexpr int oldest = 66;

// Whom a vacancy in a role is offered to first: the moves of the packs.
struct Feeder {
    std::string_view role;
    std::string_view from;
    Department department;
};
constexpr std::array feeders{
    Feeder{"automation_operator", "machine_operator", Department::production},
    Feeder{"quality_engineer", "cnc_operator", Department::production},
    Feeder{"automation_engineer", "maintenance_technician", Department::maintenance},
    Feeder{"devops_engineer", "support_technician", Department::digital},
    Feeder{"security_specialist", "backend_developer", Department::digital},
    Feeder{"forklift_driver", "warehouse_worker", Department::warehouse},
    Feeder{"controller", "finance_assistant", Department::finance},
    Feeder{"technical_salesperson", "service_technician", Department::sales},
    Feeder{"product_owner", "backend_developer", Department::development},
};

Date first_of_month(Date day) {
    const auto civil = day.civil();
    return Date{std::chrono::sys_days{civil.year() / civil.month() / 1}};
}

} // namespace

Staffing::Staffing(Company& company) : company_(company) {
    const std::size_t posts = company.posts.size();
    current_.assign(posts, none);
    fill_in_.assign(posts, never);
    not_before_.assign(posts, 0);
    for (PostNumber p = 0; p < posts; ++p) {
        auto& range = ranges_[static_cast<std::size_t>(company.posts[p].department)];
        if (range.second == 0) range.first = p;
        range.second = p + 1;
    }
    // The personas' addresses are the same whoever else there is.
    for (const PostNumber post : company.persona_posts)
        if (auto name = persona_name(company, post)) emails_.number(*name);
}

PersonNumber Staffing::holder(PostNumber post) const {
    return current_[post] == none ? nobody : company_.stays[current_[post]].person;
}

bool Staffing::open(PostNumber post, int month) const {
    return company_.posts[post].opened <= month && month < company_.posts[post].closed;
}

void Staffing::name(Person& person, PostNumber post) {
    const auto number = static_cast<std::uint64_t>(company_.people.size());
    if (const auto fixed = persona_name(company_, post)) {
        person.name = *fixed;
        person.name.email_number = 1;
    } else {
        Random random = Random::of(company_.seed, Subject::name, number);
        person.name = draw_name(random, company_.posts[post].department == Department::production ? women_in_production
                                                                                                  : women_elsewhere);
        emails_.number(person.name);
    }
    Random random = Random::of(company_.seed, Subject::person, number);
    static constexpr std::array<std::uint8_t, 5> shares{50, 60, 75, 80, 90};
    if (!company_.posts[post].leads && random.chance(6'700)) person.part_time = shares.at(random.below(5));
    person.good_manager = random.chance(Hazards::good_managers);
}

// Of the person who comes next.
int Staffing::birth_year(Date hired) const {
    Random random = Random::of(company_.seed, Subject::birth, company_.people.size());
    const int years = (company_.today() - hired) / 365;
    const int age = std::clamp(random.quantile(ages_hired) + years, youngest, oldest);
    return static_cast<int>(company_.today().civil().year()) - age;
}

void Staffing::take(PostNumber post, PersonNumber person, RoleNumber role, Date from) {
    current_[post] = static_cast<std::uint32_t>(company_.stays.size());
    fill_in_[post] = never;
    company_.stays.push_back({person, post, role, from, Stay::open});
}

void Staffing::begin() {
    const Date first = company_.months.turn(1);
    const std::size_t posts = company_.posts.size();
    company_.people.reserve(posts + posts / 3);
    company_.stays.reserve(posts + posts / 2);
    for (PostNumber p = 0; p < posts; ++p) {
        const Post& post = company_.posts[p];
        if (post.opened > 0) {
            fill_in_[p] = post.opened;
            continue;
        }
        Random random = Random::of(company_.seed, Subject::tenure, p);
        int days = random.quantile(tenure_days);
        if (post.department == Department::trainees) days = random.between(20, 300);
        if (post.leads || post.steady) days = std::max(days, 900);
        Date hired = first - days;
        if (random.chance(70'000)) hired = first_of_month(hired);
        Person person;
        name(person, p);
        person.hired = hired;
        person.birth_year = birth_year(hired);
        company_.people.push_back(person);
        take(p, static_cast<PersonNumber>(company_.people.size() - 1), post.role, hired);
    }
}

std::uint32_t Staffing::hazard(PostNumber post, int month) const {
    const PersonNumber person = holder(post);
    const Person& who = company_.people[person];
    std::uint64_t of_100_000 = Hazards::leave;
    if (company_.months.turn(month) - who.hired <= 365) of_100_000 = of_100_000 * Hazards::first_year / 1'000;
    if (who.trained_month != 0 && who.trained_month < month) of_100_000 = of_100_000 * Hazards::after_training / 1'000;
    const PostNumber chief = company_.posts[post].manager;
    if (chief != nobody) {
        const PersonNumber manager = holder(chief);
        if (manager != nobody && company_.people[manager].good_manager)
            of_100_000 = of_100_000 * Hazards::good_manager / 1'000;
    }
    return static_cast<std::uint32_t>(of_100_000);
}

void Staffing::train(PersonNumber person, PostNumber post, int month) {
    const PostNumber chief = company_.posts[post].manager;
    const PersonNumber manager = chief == nobody ? nobody : holder(chief);
    const bool good = manager != nobody && company_.people[manager].good_manager;
    Random random = Random::of(company_.seed, Subject::training, person, static_cast<std::uint64_t>(month));
    Person& who = company_.people[person];
    if (random.chance(good ? Hazards::trained_by_good : Hazards::trained_by_other) && who.trained_month == 0)
        who.trained_month = static_cast<std::uint8_t>(month);
    if (random.chance(Hazards::lecture) && who.lecture_month == 0) who.lecture_month = static_cast<std::uint8_t>(month);
}

void Staffing::dismiss(PostNumber post, int month, int again) {
    const Date last = company_.months.turn(month) - 1;
    Stay& ending = company_.stays[current_[post]];
    ending.to = last;
    company_.people[ending.person].last_day = last;
    current_[post] = none;
    fill_in_[post] = static_cast<std::uint8_t>(std::min(again, Months::count));
}

void Staffing::move(PostNumber from, PostNumber to, int month, int again) {
    const Date turn = company_.months.turn(month);
    const PersonNumber person = holder(from);
    company_.stays[current_[from]].to = turn - 1;
    current_[from] = none;
    fill_in_[from] = static_cast<std::uint8_t>(std::min(again, Months::count));
    take(to, person, company_.posts[to].role, turn);
}

void Staffing::change_role(PostNumber post, RoleNumber role, int month) {
    const Date turn = company_.months.turn(month);
    const PersonNumber person = holder(post);
    company_.stays[current_[post]].to = turn - 1;
    take(post, person, role, turn);
}

void Staffing::leave(int month) {
    const Date turn = company_.months.turn(month);
    // Chances are all taken from how things stood before the turn.
    std::vector<PostNumber> leaving;
    for (PostNumber p = 0; p < company_.posts.size(); ++p) {
        if (current_[p] == none) continue;
        const Stay& stay = company_.stays[current_[p]];
        if (stay.from >= turn) continue;
        if (!company_.posts[p].steady) {
            Random random = Random::of(company_.seed, Subject::leaving, stay.person, static_cast<std::uint64_t>(month));
            if (random.chance(hazard(p, month))) leaving.push_back(p);
        }
        train(stay.person, p, month);
    }
    for (const PostNumber p : leaving) {
        Random random = Random::of(company_.seed, Subject::vacancy, p, static_cast<std::uint64_t>(month));
        dismiss(p, month, month + random.between(0, 3));
    }
}

void Staffing::hire(PostNumber post, int month) {
    Person person;
    name(person, post);
    person.hired = company_.months.turn(month);
    person.birth_year = birth_year(person.hired);
    company_.people.push_back(person);
    take(post, static_cast<PersonNumber>(company_.people.size() - 1), company_.posts[post].role, person.hired);
}

// A leader comes from the team more often than not.
bool Staffing::promote(PostNumber post, int month, Random& random) {
    if (!random.chance(60'000)) return false;
    const Date a_year_ago = company_.months.turn(month) - 365;
    const auto posts = static_cast<PostNumber>(company_.posts.size());
    for (int tries = 0; tries < 12; ++tries) {
        const PostNumber from = post + 1 + random.below(14);
        if (from >= posts || company_.posts[from].manager != post || company_.posts[from].leads ||
            company_.posts[from].steady || vacant(from))
            continue;
        if (stay(from).from > a_year_ago) continue;
        move(from, post, month, month + random.between(1, 2));
        return true;
    }
    return false;
}

// The share of vacancies filled from within rises over the two years, as the company wants.
bool Staffing::transfer(PostNumber post, int month, Random& random) {
    if (!random.chance(static_cast<std::uint32_t>(30'000 + 1'000 * month))) return false;
    const std::string& role = catalogue().roles[company_.posts[post].role].key;
    const auto* const feeder =
        std::find_if(feeders.begin(), feeders.end(), [&](const Feeder& each) { return each.role == role; });
    if (feeder == feeders.end()) return false;
    const auto [first, last] = range(feeder->department);
    if (first == last) return false;
    const RoleNumber wanted = catalogue().role(feeder->from);
    const Date a_year_ago = company_.months.turn(month) - 365;
    for (int tries = 0; tries < 24; ++tries) {
        const PostNumber from = first + random.below(last - first);
        if (vacant(from) || company_.posts[from].steady || company_.posts[from].leads) continue;
        if (stay(from).role != wanted || stay(from).from > a_year_ago) continue;
        move(from, post, month, month + random.between(1, 2));
        return true;
    }
    return false;
}

void Staffing::fill(int month) {
    for (PostNumber p = 0; p < company_.posts.size(); ++p) {
        if (current_[p] != none || fill_in_[p] > month || not_before_[p] > month || !open(p, month)) continue;
        Random random = Random::of(company_.seed, Subject::hire, p, static_cast<std::uint64_t>(month));
        // In the last month everybody is there who should be: nobody leaves another post empty.
        const bool within = month < Months::count && company_.people.size() > 100 &&
                            (company_.posts[p].leads ? promote(p, month, random) : transfer(p, month, random));
        if (!within) hire(p, month);
    }
}

// Some of those here today have resigned and are still here: their last day is known.
void Staffing::give_notice() {
    const Date turn = company_.months.turn(Months::count);
    for (PostNumber p = 0; p < company_.posts.size(); ++p) {
        if (current_[p] == none || company_.posts[p].steady || company_.posts[p].leads) continue;
        Stay& stay = company_.stays[current_[p]];
        Random random = Random::of(company_.seed, Subject::leaving, stay.person, Months::count + 1);
        if (stay.from >= turn - 180 || !random.chance(2 * hazard(p, Months::count))) continue;
        const Date last = first_of_month(add_months(company_.today(), random.between(1, 3))) - 1;
        if (last < company_.today()) continue;
        stay.to = last;
        company_.people[stay.person].last_day = last;
    }
}

void Staffing::number_people() {
    std::vector<PersonNumber> order(company_.people.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](PersonNumber a, PersonNumber b) {
        return company_.people[a].hired < company_.people[b].hired;
    });
    std::uint32_t number = 0;
    for (const PersonNumber person : order) company_.people[person].number = ++number;
}

void Staffing::finish() {
    give_notice();
    number_people();
    auto& stays = company_.stays;
    std::stable_sort(stays.begin(), stays.end(), [](const Stay& a, const Stay& b) {
        return std::pair{a.person, a.from} < std::pair{b.person, b.from};
    });
    company_.stays_of_person.assign(company_.people.size() + 1, 0);
    company_.stays_of_post.assign(company_.posts.size() + 1, 0);
    for (const Stay& stay : stays) {
        ++company_.stays_of_person[stay.person + 1];
        ++company_.stays_of_post[stay.post + 1];
    }
    std::partial_sum(company_.stays_of_person.begin(), company_.stays_of_person.end(),
                     company_.stays_of_person.begin());
    std::partial_sum(company_.stays_of_post.begin(), company_.stays_of_post.end(), company_.stays_of_post.begin());
    company_.by_post.resize(stays.size());
    std::iota(company_.by_post.begin(), company_.by_post.end(), 0U);
    std::sort(company_.by_post.begin(), company_.by_post.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple{stays[a].post, stays[a].from, a} < std::tuple{stays[b].post, stays[b].from, b};
    });
}

} // namespace kunna::demo
