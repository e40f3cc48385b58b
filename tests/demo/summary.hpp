// Figures of a generated company, for the tests and for a look by eye.
#pragma once

#include "demo/company.hpp"

#include <map>
#include <string>
#include <vector>

namespace kunna::demo::test {

// Every byte that follows from the company, folded into one number.
std::uint64_t fingerprint(const Company& company);

struct States {
    int met = 0;
    int uncertain = 0;
    int below = 0;
    int unknown = 0;
    [[nodiscard]] int rows() const { return met + uncertain + below + unknown; }
    [[nodiscard]] double share(int of) const { return rows() == 0 ? 0 : 100.0 * of / rows(); }
};

struct Summary {
    std::map<std::string, int> by_department;
    std::array<int, site_count> by_site{};
    std::map<std::string, int> by_role;
    std::map<int, int> spans; // direct reports → managers
    std::map<std::string, States> states_by_role;
    States states;
    std::map<int, int> evidence_age; // in half years
    std::map<std::string, int> by_source;
    long evidence = 0;
    int conflicts = 0;
    int people_ever = 0;
};

std::string_view department_name(const Company& company, Department department);
// The people employed on the day, by department.
std::map<std::string, int> headcount(const Company& company, Date day);
// Direct reports of each manager on the day.
std::map<PersonNumber, int> spans(const Company& company, Date day);
Summary summarise(const Company& company);
std::string table(const Summary& summary);

} // namespace kunna::demo::test
