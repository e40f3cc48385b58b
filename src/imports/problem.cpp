// Problems: grouping, order, words.
#include "imports/problem.hpp"

#include "base/text.hpp"
#include "base/texts.hpp"

#include <algorithm>

namespace kunna::imports {

namespace {
constexpr std::size_t longest_value = 200; // bytes of a cell that a message repeats
}

std::string say(const Problem& problem, std::string_view language) {
    auto values = problem.values;
    values.emplace_back("row", std::to_string(problem.row));
    values.emplace_back("column", problem.column);
    values.emplace_back("value", problem.value);
    return texts::say(language, problem.code, values);
}

void Problems::add(Problem problem) {
    ++(problem.warning ? warnings_ : errors_);
    Sort& sort = sorts_[{problem.code, problem.column}];
    sort.warning = problem.warning;
    if (sort.seen++ < static_cast<std::int64_t>(listed_)) {
        problem.value = text::cut(problem.value, longest_value);
        sort.first.push_back(std::move(problem));
    }
}

std::vector<Problem> Problems::list() const {
    std::vector<Problem> all;
    for (const auto& [what, sort] : sorts_) {
        all.insert(all.end(), sort.first.begin(), sort.first.end());
        const std::int64_t more = sort.seen - static_cast<std::int64_t>(sort.first.size());
        if (more > 0)
            all.push_back({sort.first.back().row,
                           what.second,
                           {},
                           "import.more_rows",
                           {{"count", std::to_string(more)}, {"like", what.first}},
                           sort.warning});
    }
    std::stable_sort(all.begin(), all.end(), [](const Problem& a, const Problem& b) { return a.row < b.row; });
    return all;
}

} // namespace kunna::imports
