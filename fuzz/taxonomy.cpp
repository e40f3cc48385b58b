// Any bytes as one file of a taxonomy's release, inside a zip of its name: what the readers make of it is sound, or is
// refused with a code. The first byte chooses the file.
#include "base/text.hpp"
#include "support/zip.hpp"
#include "taxonomies/release_files.hpp"

#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace kunna;
using namespace kunna::taxonomies;

namespace {

struct Named {
    ReleaseKind kind;
    const char* file; // null: the bytes are the file itself
};

constexpr std::array<Named, 10> choices{{
    {ReleaseKind::esco, "skills_sv.csv"},
    {ReleaseKind::esco, "ISCOGroups_en.csv"},
    {ReleaseKind::esco, "occupationSkillRelations_en.csv"},
    {ReleaseKind::esco, "skillsHierarchy_en.csv"},
    {ReleaseKind::onet, "Occupation Data.txt"},
    {ReleaseKind::onet, "Skills.txt"},
    {ReleaseKind::jobtech, "skills.json"},
    {ReleaseKind::jobtech, "the-ssyk-hierarchy-with-occupations.json"},
    {ReleaseKind::skills, nullptr},
    {ReleaseKind::esco, nullptr},
}};

void must(bool holds) {
    if (!holds) std::abort();
}

void check(const Result<Release>& read) {
    if (!read.ok()) {
        must(!read.error().code.empty());
        return;
    }
    for (const ReleaseConcept& concept_ : read->concepts) {
        must(!concept_.uri.empty() && text::valid_utf8(concept_.uri));
        for (const auto& label : concept_.labels) must(text::valid_utf8(label.preferred));
    }
    for (const ReleaseRelation& relation : read->relations)
        must(relation.source < read->concepts.size() && relation.target < read->concepts.size() &&
             relation.source != relation.target);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const Named& chosen = choices[data[0] % choices.size()];
    const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    const std::string file = chosen.file == nullptr
                                 ? std::string{bytes}
                                 : test::zip_of({{chosen.file, std::string{bytes}}}, {.stored = true});
    const int memory = memfd_create("release", 0);
    must(memory >= 0 && write(memory, file.data(), file.size()) == static_cast<ssize_t>(file.size()));
    ReleaseFiles files{.kind = chosen.kind, .path = fmt::format("/proc/self/fd/{}", memory), .name = "release"};
    if (chosen.kind == ReleaseKind::skills) files.name = bytes.starts_with("PK") ? "list.xlsx" : "list.csv";
    check(read_release(files));
    close(memory);
    return 0;
}
