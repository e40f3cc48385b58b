// kunna import esco, onet, jobtech and skills: a release of a taxonomy, or an own list of concepts; kunna import
// crosswalk: which concepts of two taxonomies correspond.
#pragma once

#include "app/command.hpp"

#include <string>

namespace kunna::app {

struct TaxonomyAsked {
    std::string kind{}; // esco, onet, jobtech or skills
    std::string path{};
    std::string release{}; // empty: what the files say
    std::string key{"own"};
    bool dry_run = false;
};

// Prints what came of it; returns the exit code.
int import_taxonomy(const Place& place, const TaxonomyAsked& asked);
int import_crosswalk(const Place& place, const std::string& path, bool dry_run);

} // namespace kunna::app
