// Small files for the tests of imports.
#pragma once

#include "imports/run.hpp"
#include "support/databases.hpp"

#include <fstream>

namespace kunna::imports::test {

class Files {
public:
    SourceFile write(const std::string& name, std::string_view content) {
        const std::filesystem::path path = std::filesystem::path{folder_.path()} / name;
        std::ofstream{path, std::ios::binary} << content;
        return {path, name};
    }
    [[nodiscard]] std::filesystem::path path(const std::string& name) const {
        return std::filesystem::path{folder_.path()} / name;
    }

private:
    kunna::test::TempFolder folder_;
};

// Columns as the headings suggest.
inline Mapping guessed(const SourceFile& source, ImportKind kind, ImportOptions options = {}) {
    auto seen = glance(source, options);
    if (!seen.ok()) throw std::runtime_error{seen.error().code};
    Mapping mapping = suggest(kind, seen->columns);
    mapping.options = std::move(options);
    return mapping;
}

inline std::vector<std::string> codes(const Problems& problems) {
    std::vector<std::string> all;
    for (const Problem& problem : problems.list()) all.push_back(problem.code);
    return all;
}

} // namespace kunna::imports::test
