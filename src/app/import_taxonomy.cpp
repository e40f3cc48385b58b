// kunna import esco FOLDER|ZIP, kunna import onet FOLDER, kunna import jobtech FOLDER, kunna import skills FILE, kunna
// import crosswalk FILE.
#include "app/import_taxonomy.hpp"

#include "base/texts.hpp"
#include "taxonomies/crosswalk.hpp"
#include "taxonomies/release_files.hpp"

#include <iostream>

namespace kunna::app {

namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

// Every wrong row of an own list, which says where it is; other refusals as they are.
int tell_refusal(const Error& error, const TaxonomyAsked& asked) {
    if (error.code != "taxonomy.list_refused") return tell(error);
    const std::string language = terminal_language();
    for (const FieldError& field : error.fields)
        std::cerr << asked.path << ": " << texts::say(language, field.code, field.values) << '\n';
    std::cerr << texts::say(language, error.code, error.values) << '\n';
    return refused;
}

void tell_skipped(std::string_view code, std::int64_t count) {
    if (count > 0) std::cerr << texts::say(terminal_language(), code, Values{{"count", std::to_string(count)}}) << '\n';
}

void tell_end(bool nothing, bool dry_run) {
    std::cout << (nothing   ? "nothing changed: all of it is there already"
                  : dry_run ? "nothing changed: dry run"
                            : "imported")
              << '\n';
}

void tell_report(const taxonomies::ReleaseReport& report, bool dry_run) {
    using taxonomies::Change;
    const taxonomies::ReleaseCounts& c = report.counts;
    std::cout << report.name << (report.release.empty() ? "" : " " + report.release) << '\n'
              << "skills " << report.skills << "  occupations " << report.occupations << "  relations "
              << report.relations << '\n'
              << "new " << c.added << "  renamed " << c.relabelled << "  retired " << c.retired << "  replaced "
              << c.replaced << "  restored " << c.restored << "  amended " << c.amended << "  unchanged " << c.unchanged
              << "  relations new " << c.relations_added << "  relations dropped " << c.relations_dropped << '\n';
    for (const taxonomies::ExampleRow& example : report.examples) {
        std::cout << "  " << db::enum_name(example.change) << "  " << example.label.text;
        if (example.change == Change::relabelled) std::cout << " (" << example.before << ')';
        if (example.change == Change::replaced) std::cout << " -> " << example.before;
        std::cout << "  " << example.uri << '\n';
    }
    if (!report.attribution.empty()) std::cout << report.attribution << " (" << report.licence << ")\n";
    tell_end(report.nothing, dry_run);
}

void tell_report(const taxonomies::CrosswalkReport& report, bool dry_run) {
    const taxonomies::Correspondences& p = report.pairs;
    std::cout << report.one << " - " << report.other << '\n'
              << "exact " << p.exact << "  close " << p.close << "  broad " << p.broad << "  narrow " << p.narrow
              << '\n'
              << "new " << report.added << "  changed " << report.changed << "  dropped " << report.dropped
              << "  unchanged " << report.unchanged << '\n';
    for (const taxonomies::UnknownConcept& one : report.examples)
        std::cout << "  row " << one.row << "  unknown  " << one.uri << '\n';
    tell_end(report.nothing, dry_run);
}

} // namespace

int import_taxonomy(const Place& place, const TaxonomyAsked& asked) {
    const taxonomies::ReleaseFiles files{
        *db::enum_of<taxonomies::ReleaseKind>(asked.kind), asked.path, {}, asked.release, asked.key};
    return with_db(place, Use::write, [&](db::Db& db) {
        const auto report = taxonomies::hand_in(db, access::Actor::system(), files, asked.dry_run);
        if (!report.ok()) return tell_refusal(report.error(), asked);
        tell_skipped("taxonomy.unknown_ends", report->unknown_ends); // text
        tell_skipped("taxonomy.nameless", report->nameless);         // text
        tell_report(*report, asked.dry_run);
        return done;
    });
}

int import_crosswalk(const Place& place, const std::string& path, bool dry_run) {
    return with_db(place, Use::write, [&](db::Db& db) {
        const auto report = taxonomies::hand_in(db, access::Actor::system(), {path, {}}, dry_run);
        if (!report.ok()) return tell(report.error());
        tell_skipped("crosswalk.unknown", report->unknown);   // text
        tell_skipped("crosswalk.unstated", report->unstated); // text
        tell_report(*report, dry_run);
        return done;
    });
}

} // namespace kunna::app
