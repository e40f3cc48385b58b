// Reporting lines in tree order.
#include "engine/reporting_lines.hpp"

namespace kunna::engine {

Result<ReportingLines> ReportingLines::of(std::vector<PersonIndex> manager) {
    ReportingLines lines;
    lines.tree_ = tree_order(manager);
    if (lines.tree_.order.size() != manager.size()) return refuse(Kind::invalid, "engine.manager_cycle");
    lines.manager_ = std::move(manager);
    return lines;
}

} // namespace kunna::engine
