// Release files.
#include "taxonomies/release_files.hpp"

#include "taxonomies/esco.hpp"
#include "taxonomies/jobtech.hpp"
#include "taxonomies/onet.hpp"
#include "taxonomies/own_list.hpp"
#include "taxonomies/store.hpp"

#include <algorithm>

namespace kunna::taxonomies {

namespace {

ReleaseReport report_of(const Release& release, const ReleaseChange& change) {
    const auto of = [&](ConceptType type) {
        return std::count_if(release.concepts.begin(), release.concepts.end(),
                             [&](const ReleaseConcept& each) { return file_of(each.type) == type; });
    };
    ReleaseReport report{.taxonomy = change.taxonomy,
                         .name = release.name,
                         .release = change.release,
                         .licence = release.licence,
                         .attribution = release.attribution,
                         .skills = of(ConceptType::skill),
                         .occupations = of(ConceptType::occupation),
                         .relations = static_cast<std::int64_t>(release.relations.size()),
                         .counts = change.counts,
                         .unknown_ends = release.unknown_ends,
                         .nameless = change.nameless,
                         .nothing = change.nothing()};
    for (const auto& [kind, examples] : change.examples)
        if (kind != Change::added)
            for (const ChangeExample& one : examples) report.examples.push_back({kind, one.uri, one.label, one.before});
    return report;
}

} // namespace

Result<Release> read_release(const ReleaseFiles& files) {
    switch (files.kind) {
    case ReleaseKind::esco:
        return read_esco(files.path, files.release, files.name);
    case ReleaseKind::onet:
        return read_onet(files.path, files.release, files.name);
    case ReleaseKind::jobtech:
        return read_jobtech(files.path, files.release, files.name);
    case ReleaseKind::skills:
        if (std::filesystem::is_directory(files.path)) return refuse(Kind::invalid, "taxonomy.folder_not_file");
        return read_own_list(files.path, files.key.empty() ? std::string{own_key} : files.key, files.release,
                             files.name);
    }
    throw std::logic_error{"a release of no kind"};
}

Result<ReleaseReport> hand_in(db::Db& db, const access::Actor& actor, const ReleaseFiles& files, bool dry_run) {
    const Release release = TRY(read_release(files));
    return db.transact([&](db::Tx& tx) -> Result<ReleaseReport> {
        const ReleaseChange change = TRY(plan_release(tx, release));
        ReleaseReport report = report_of(release, change);
        if (dry_run || change.nothing()) return report;
        apply_release(tx, actor, release, change);
        report.applied = true;
        report.taxonomy = store::taxonomy(tx, release.key)->id;
        return report;
    });
}

} // namespace kunna::taxonomies
