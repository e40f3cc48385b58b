// Making a company, and what follows from who held which post when.
#include "demo/company.hpp"

#include "demo/events.hpp"
#include "demo/organisation.hpp"
#include "demo/personas.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace kunna::demo {

namespace {

constexpr int reorganisation = 18;

} // namespace

Date Months::start(int month) const {
    return add_months(today, month - 1 - count);
}

Date Months::turn(int month) const {
    // The first of the month lies after the start, on it, or – when today is no first – in the month that begins.
    const Date next = start(month + 1);
    const auto civil = next.civil();
    const Date first{std::chrono::sys_days{civil.year() / civil.month() / 1}};
    return first < next ? first : start(month);
}

PersonNumber Company::holder(PostNumber post, Date day) const {
    for (std::uint32_t i = stays_of_post[post]; i < stays_of_post[post + 1]; ++i)
        if (const Stay& stay = stays[by_post[i]]; stay.on(day)) return stay.person;
    return nobody;
}

PersonNumber Company::acting(PostNumber post, Date day) const {
    while (post != nobody) {
        if (const PersonNumber found = holder(post, day); found != nobody) return found;
        post = posts[post].manager;
    }
    return nobody;
}

PersonNumber Company::manager_of(const Stay& stay, Date day) const {
    const Post& post = posts[stay.post];
    const bool before = post.manager_before != nobody && day < months.turn(reorganisation);
    return acting(before ? post.manager_before : post.manager, day);
}

const Stay* Company::stay_on(PersonNumber person, Date day) const {
    for (const Stay& stay : stays_of(person))
        if (stay.on(day)) return &stay;
    return nullptr;
}

std::string Company::title_of(const Stay& stay) const {
    const Post& post = posts[stay.post];
    return post.title == Title::of_role ? catalogue().roles[stay.role].name : std::string{title_text(post.title)};
}

std::vector<Position> Company::positions(PersonNumber person) const {
    std::vector<Position> found;
    const Date cut = months.turn(reorganisation);
    for (const Stay& stay : stays_of(person)) {
        const Post& post = posts[stay.post];
        // Days on which the chief may be another: when one of those above came or went, and the reorganisation.
        std::vector<Date> days{stay.from};
        const auto note = [&](Date day) {
            if (day > stay.from && day <= stay.to && day <= today()) days.push_back(day);
        };
        const auto note_chain = [&](PostNumber above) {
            for (; above != nobody; above = posts[above].manager)
                for (std::uint32_t i = stays_of_post[above]; i < stays_of_post[above + 1]; ++i) {
                    const Stay& other = stays[by_post[i]];
                    note(other.from);
                    if (other.to < Stay::open) note(other.to + 1);
                }
        };
        note_chain(post.manager);
        if (post.manager_before != nobody) {
            note_chain(post.manager_before);
            note(cut);
        }
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        for (const Date day : days) {
            Position next;
            next.unit = post.unit_before != nobody && day < cut ? post.unit_before : post.unit;
            next.title = title_of(stay);
            next.manager = manager_of(stay, day);
            next.fte = people[person].part_time;
            next.from = day;
            next.to = stay.to;
            if (!found.empty()) {
                Position& last = found.back();
                if (last.unit == next.unit && last.title == next.title && last.manager == next.manager &&
                    last.to + 1 >= day) {
                    last.to = stay.to;
                    continue;
                }
                last.to = std::min(last.to, day - 1);
            }
            found.push_back(std::move(next));
        }
    }
    return found;
}

std::string Company::number_text(PersonNumber person) const {
    return fmt::format("{:05}", people[person].number);
}

PersonNumber Company::persona(Persona persona) const {
    const PostNumber post = persona_posts[static_cast<std::size_t>(persona)];
    return post == nobody ? nobody : holder(post, today());
}

bool Company::is_planted(PersonNumber person, Planted what) const {
    return std::binary_search(planted.begin(), planted.end(), PlantedPerson{what, person},
                              [](const PlantedPerson& a, const PlantedPerson& b) {
                                  return std::pair{a.person, a.what} < std::pair{b.person, b.what};
                              });
}

Company generate(std::uint32_t people, std::uint64_t seed, Date today) {
    Company company;
    company.seed = seed;
    company.months.today = today;
    build_organisation(company, people);
    plan_reorganisation(company);
    plan_conversion(company);
    choose_personas(company);
    Staffing staffing{company};
    staffing.begin();
    Events events{staffing};
    for (int month = 1; month <= Months::count; ++month) {
        staffing.leave(month);
        events.happen(month);
        staffing.fill(month);
    }
    staffing.finish();
    std::sort(company.planted.begin(), company.planted.end(), [](const PlantedPerson& a, const PlantedPerson& b) {
        return std::pair{a.person, a.what} < std::pair{b.person, b.what};
    });
    return company;
}

} // namespace kunna::demo
