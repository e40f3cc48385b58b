// Staffing: who holds which post when, month by month. Used while a company is made; a Company only keeps the result.
#pragma once

#include "demo/company.hpp"

namespace kunna::demo {

class Staffing {
public:
    explicit Staffing(Company& company);

    // Everybody who was there before the first month, with as long behind them as the company's people have.
    void begin();
    // Everybody leaves, moves and joins who does so on the turn of the month; planted events are done between.
    void leave(int month);
    void fill(int month);
    // Puts stays and people in order; nothing may change after it.
    void finish();

    [[nodiscard]] Company& company() { return company_; }
    [[nodiscard]] PersonNumber holder(PostNumber post) const;
    [[nodiscard]] const Stay& stay(PostNumber post) const { return company_.stays[current_[post]]; }
    [[nodiscard]] bool open(PostNumber post, int month) const;
    // The holder leaves the company on the day before the month's turn; the post waits to be filled until `again`.
    void dismiss(PostNumber post, int month, int again);
    // The holder goes to a vacant post; the one left behind waits until `again`.
    void move(PostNumber from, PostNumber to, int month, int again);
    // Another role in the same post.
    void change_role(PostNumber post, RoleNumber role, int month);
    // Keeps a vacant post, or one that becomes vacant, unfilled until the month.
    void reserve(PostNumber post, int until) { not_before_[post] = static_cast<std::uint8_t>(until); }
    [[nodiscard]] bool vacant(PostNumber post) const { return current_[post] == none; }
    void plant(Planted what, PersonNumber person) { company_.planted.push_back({what, person}); }
    // The posts of a department stand together.
    [[nodiscard]] std::pair<PostNumber, PostNumber> range(Department department) const {
        return ranges_[static_cast<std::size_t>(department)];
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    static constexpr std::uint8_t never = 255;

    void name(Person& person, PostNumber post);
    [[nodiscard]] int birth_year(Date hired) const;
    void hire(PostNumber post, int month);
    void take(PostNumber post, PersonNumber person, RoleNumber role, Date from);
    [[nodiscard]] bool promote(PostNumber post, int month, Random& random);
    [[nodiscard]] bool transfer(PostNumber post, int month, Random& random);
    [[nodiscard]] std::uint32_t hazard(PostNumber post, int month) const;
    void train(PersonNumber person, PostNumber post, int month);
    void give_notice();
    void number_people();

    Company& company_;
    Emails emails_;
    std::vector<std::uint32_t> current_; // post → position in stays
    std::vector<std::uint8_t> fill_in_;  // post → month; `never` while it is held
    std::vector<std::uint8_t> not_before_;
    std::array<std::pair<PostNumber, PostNumber>, department_count> ranges_{};
};

// Chances and effects that are hidden in what the company's people do (domain.md §9); truth.hpp exports them.
struct Hazards {
    static constexpr std::uint32_t leave = 900;             // of 100,000 a month
    static constexpr std::uint32_t first_year = 1'800;      // × in thousandths
    static constexpr std::uint32_t after_training = 800;    // × in thousandths: the effect an analysis must find
    static constexpr std::uint32_t good_manager = 650;      // × in thousandths: what exaggerates a naive comparison
    static constexpr std::uint32_t trained_by_good = 4'200; // of 100,000 a month
    static constexpr std::uint32_t trained_by_other = 1'400;
    static constexpr std::uint32_t lecture = 2'500;        // the activity without effect
    static constexpr std::uint32_t good_managers = 45'000; // of 100,000 people, if they come to lead
};

} // namespace kunna::demo
