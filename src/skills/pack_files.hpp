// The files of packs/ as they are embedded in the binary (tools/embed_packs.py). Private to skills.
#pragma once

#include <span>
#include <string_view>

namespace kunna::skills {

struct PackFile {
    std::string_view name; // "core"
    std::string_view json;
};

std::span<const PackFile> pack_files(); // by name

} // namespace kunna::skills
