// Company: Lindvaken Industri AB, an invented company (domain.md §9), as it is and as it became over two years.
//
// A company is posts and who held them when; everything that Kunna stores about people follows from that. It holds
// nothing but whole numbers, about 100 bytes a person. Levels and assessments are not held: they are drawn again for
// one person at a time (levels.hpp, evidence.hpp), so that a million people with 45 assessments each fit in memory.
#pragma once

#include "base/date.hpp"
#include "demo/catalogue.hpp"
#include "demo/names.hpp"
#include "demo/titles.hpp"

#include <array>
#include <boost/describe/enum.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kunna::demo {

enum class Site : std::uint8_t { vasteras, norrkoping, stockholm };
inline constexpr std::size_t site_count = 3;
std::string_view name_of(Site site);

enum class Department : std::uint8_t {
    management,
    production,
    sales,
    development,
    warehouse,
    digital,
    maintenance,
    quality,
    finance,
    purchasing,
    people,
    trainees,
};
inline constexpr std::size_t department_count = 12;

using UnitNumber = std::uint32_t;
using PostNumber = std::uint32_t;
using PersonNumber = std::uint32_t;
inline constexpr std::uint32_t nobody = 0xFFFFFFFF; // no person, no post, no unit

struct Unit {
    UnitNumber parent = nobody;
    Department department = Department::management;
    std::string code;
    std::string name;
};

// Twenty-four months, numbered 1 … 24. Whatever changes in a month changes on its turn: the first of the calendar
// month that lies in it. Who leaves has their last day the day before.
struct Months {
    static constexpr int count = 24;
    Date today{};
    [[nodiscard]] Date start(int month) const; // start(25) is today
    [[nodiscard]] Date turn(int month) const;
};

// A post that one person holds at a time.
struct Post {
    UnitNumber unit = nobody;
    PostNumber manager = nobody; // the post it reports to
    Title title = Title::of_role;
    RoleNumber role = 0;
    Department department = Department::management;
    std::int8_t line = -1; // production line 0 … 3 (A–D), and likewise in every further factory
    bool leads = false;
    bool steady = false;      // who holds it stays: personas and people an event needs
    std::uint8_t opened = 0;  // the month of its turn; 0: before the first
    std::uint8_t closed = 25; // the month on whose turn it ceased to be
    // Until the reorganisation of month 18 it may have belonged elsewhere.
    UnitNumber unit_before = nobody;
    PostNumber manager_before = nobody;
};

// One person in one post with one role, in unbroken time.
struct Stay {
    PersonNumber person = nobody;
    PostNumber post = nobody;
    RoleNumber role = 0;
    Date from{};
    Date to{}; // the last day; `open` when it has none
    static constexpr Date open = Date::from_days(1 << 30);
    [[nodiscard]] bool on(Date day) const { return from <= day && day <= to; }
};

struct Person {
    Name name;
    std::uint8_t part_time = 100;   // per cent
    std::uint8_t trained_month = 0; // relevant training; 0: none
    std::uint8_t lecture_month = 0; // the activity without effect; 0: none
    bool good_manager = false;      // trains more, and keeps people: what confounds a naive comparison
    std::uint32_t number = 0;       // employee number
    Date hired{};
    Date last_day = Stay::open;
    int birth_year = 0;
};

// A post's place and chief on a run of days.
struct Position {
    UnitNumber unit = nobody;
    std::string title;
    PersonNumber manager = nobody;
    int fte = 100; // per cent
    Date from{};
    Date to = Stay::open;
    bool operator==(const Position&) const = default;
};

// plc_expert: the only one at level 4 and above; resigned in month 11, gone in month 14. plc_successor: the only one
// since. applicant: warehouse people who asked for reskilling in month 7; of them chosen began, finished did so in
// month 15, placed became support technicians. robot_cell: machine operators who became automation operators in
// month 9. finance_cohort: finance assistants who became automation specialists in month 22. converted_trainee: moved
// to Digital & IT in month 9.
BOOST_DEFINE_ENUM_CLASS(Planted, plc_expert, plc_successor, applicant, chosen, finished, placed, robot_cell,
                        finance_cohort, converted_trainee)

struct PlantedPerson {
    Planted what{};
    PersonNumber person = nobody;
    bool operator==(const PlantedPerson&) const = default;
};

BOOST_DEFINE_ENUM_CLASS(Persona, hr, learning, manager, upper_manager, employee, executive, auditor, administrator)

struct Company {
    std::uint64_t seed = 0;
    Months months;
    std::vector<Unit> units;                    // parents before children
    std::vector<Post> posts;                    // a chief before those below
    std::vector<Person> people;                 // in the order of joining the records, not of hiring
    std::vector<Stay> stays;                    // by person, then from
    std::vector<std::uint32_t> stays_of_person; // people + 1 positions in stays
    std::vector<std::uint32_t> by_post;         // stays by post, then from
    std::vector<std::uint32_t> stays_of_post;   // posts + 1 positions in by_post
    std::vector<PlantedPerson> planted;
    std::array<PostNumber, 8> persona_posts{}; // by Persona; nobody for the administrator

    [[nodiscard]] Date today() const { return months.today; }
    [[nodiscard]] std::span<const Stay> stays_of(PersonNumber person) const {
        return std::span{stays}.subspan(stays_of_person[person], stays_of_person[person + 1] - stays_of_person[person]);
    }
    // Who holds the post on the day; nobody when it is vacant.
    [[nodiscard]] PersonNumber holder(PostNumber post, Date day) const;
    // Who leads those who report to the post: while it is vacant, whoever stands above it.
    [[nodiscard]] PersonNumber acting(PostNumber post, Date day) const;
    [[nodiscard]] PersonNumber manager_of(const Stay& stay, Date day) const;
    // The stay that holds on the day; null outside employment.
    [[nodiscard]] const Stay* stay_on(PersonNumber person, Date day) const;
    [[nodiscard]] bool employed(PersonNumber person, Date day) const { return stay_on(person, day) != nullptr; }
    [[nodiscard]] std::vector<Position> positions(PersonNumber person) const;
    [[nodiscard]] std::string number_text(PersonNumber person) const; // "00017"
    [[nodiscard]] std::string title_of(const Stay& stay) const;
    [[nodiscard]] PersonNumber persona(Persona persona) const; // nobody for the administrator
    [[nodiscard]] bool is_planted(PersonNumber person, Planted what) const;
};

// The same company for the same three arguments, on any machine. people: 50 … 1,000,000, employed today.
Company generate(std::uint32_t people, std::uint64_t seed, Date today);

} // namespace kunna::demo
