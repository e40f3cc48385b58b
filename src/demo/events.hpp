// Events: what domain.md §9 says happened in the two years, as far as it changes who does what.
#pragma once

#include "demo/staffing.hpp"

namespace kunna::demo {

// How many of each planted story: one for every 500 people, none in a company too small for it.
std::uint32_t stories(const Company& company);

class Events {
public:
    explicit Events(Staffing& staffing);
    // Between leaving and filling.
    void happen(int month);

private:
    void apply_for_reskilling();
    void hold_vacancies(int month);
    void place_reskilled();
    void build_robot_cell();
    void convert_trainee();
    void lose_plc_expert();
    void automate_finance();

    // Up to n posts of the role in the department whose holders are free to take part.
    [[nodiscard]] std::vector<PostNumber> pick(Department department, std::string_view role, std::uint32_t n,
                                               std::uint64_t salt) const;

    Staffing& staffing_;
    Company& company_;
    std::uint32_t stories_;
    std::vector<PostNumber> experts_;
    std::vector<PostNumber> chosen_;
    std::vector<PostNumber> held_; // vacancies for the reskilled
};

// Adds the post in Digital & IT that a trainee takes over in month 9, and lets the trainee's own post end.
void plan_conversion(Company& company);

} // namespace kunna::demo
