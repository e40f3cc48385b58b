// kunna import esco FOLDER|ZIP, kunna import onet FOLDER, kunna import jobtech FOLDER, kunna import skills FILE.
#include "app/import_taxonomy.hpp"

#include "base/texts.hpp"
#include "taxonomies/esco.hpp"
#include "taxonomies/jobtech.hpp"
#include "taxonomies/onet.hpp"
#include "taxonomies/own_list.hpp"
#include "taxonomies/release_import.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>

namespace kunna::app {

namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

Result<taxonomies::Release> read(const TaxonomyAsked& asked) {
    const bool folder = std::filesystem::is_directory(asked.path);
    if (asked.kind == "esco") return taxonomies::read_esco(asked.path, asked.release);
    if (asked.kind == "onet" || asked.kind == "jobtech") {
        if (!folder) return Error{Kind::invalid, "taxonomy.file_not_folder", {}, {{"kind", asked.kind}}};
        return asked.kind == "onet" ? taxonomies::read_onet(asked.path, asked.release)
                                    : taxonomies::read_jobtech(asked.path, asked.release);
    }
    if (folder) return refuse(Kind::invalid, "taxonomy.folder_not_file");
    return taxonomies::read_own_list(asked.path, asked.key, asked.release);
}

// "skills.csv, row 3, column namn, value x: …" for every row of an own list; other refusals as they are.
int tell_refusal(const Error& error, const TaxonomyAsked& asked) {
    if (error.code != "taxonomy.list_refused") return tell(error);
    const std::string language = terminal_language();
    for (const FieldError& field : error.fields) {
        std::string place = asked.path;
        for (const char* part : {"row", "column", "value"})
            for (const auto& [name, value] : field.values)
                if (name == part && !value.empty())
                    place += ", " + texts::say(language, std::string{"import.at_"} + part, Values{{name, value}});
        std::cerr << place << ": " << texts::say(language, field.code, field.values) << '\n';
    }
    std::cerr << texts::say(language, error.code, error.values) << '\n';
    return refused;
}

void tell_skipped(std::string_view code, std::int64_t count) {
    if (count > 0) std::cerr << texts::say(terminal_language(), code, Values{{"count", std::to_string(count)}}) << '\n';
}

void tell_examples(const taxonomies::ReleaseChange& change) {
    using taxonomies::Change;
    for (const Change kind : {Change::relabelled, Change::retired, Change::replaced, Change::restored}) {
        const auto at = change.examples.find(kind);
        if (at == change.examples.end()) continue;
        for (const taxonomies::ChangeExample& example : at->second) {
            std::cout << "  " << db::enum_name(kind) << "  " << example.label.text;
            if (kind == Change::relabelled) std::cout << " (" << example.before << ')';
            if (kind == Change::replaced) std::cout << " -> " << example.before;
            std::cout << "  " << example.uri << '\n';
        }
    }
}

void tell_change(const taxonomies::Release& release, const taxonomies::ReleaseChange& change, bool dry_run) {
    using taxonomies::ConceptType;
    const auto of = [&](ConceptType type) {
        return std::count_if(release.concepts.begin(), release.concepts.end(),
                             [&](const auto& each) { return taxonomies::file_of(each.type) == type; });
    };
    const taxonomies::ReleaseCounts& c = change.counts;
    std::cout << release.name << (change.release.empty() ? "" : " " + change.release) << '\n'
              << "skills " << of(ConceptType::skill) << "  skill groups " << of(ConceptType::skill_group)
              << "  occupations " << of(ConceptType::occupation) << "  occupation groups "
              << of(ConceptType::occupation_group) << "  relations " << release.relations.size() << '\n'
              << "new " << c.added << "  renamed " << c.relabelled << "  retired " << c.retired << "  replaced "
              << c.replaced << "  restored " << c.restored << "  amended " << c.amended << "  unchanged " << c.unchanged
              << "  relations new " << c.relations_added << "  relations dropped " << c.relations_dropped << '\n';
    tell_examples(change);
    if (!release.attribution.empty()) std::cout << release.attribution << " (" << release.licence << ")\n";
    std::cout << (change.nothing() ? "nothing changed: all of it is there already"
                  : dry_run        ? "nothing changed: dry run"
                                   : "imported")
              << '\n';
}

} // namespace

int import_taxonomy(const Place& place, const TaxonomyAsked& asked) {
    const auto release = read(asked);
    if (!release.ok()) return tell_refusal(release.error(), asked);
    return with_db(place, false, [&](db::Db& db) {
        const auto change = db.transact([&](db::Tx& tx) -> Result<taxonomies::ReleaseChange> {
            taxonomies::ReleaseChange planned = TRY(taxonomies::plan_release(tx, *release));
            if (!asked.dry_run) taxonomies::apply_release(tx, access::Actor::system(), *release, planned);
            return planned;
        });
        if (!change.ok()) return tell(change.error());
        tell_skipped("taxonomy.unknown_ends", release->unknown_ends); // text
        tell_skipped("taxonomy.nameless", change->nameless);          // text
        tell_change(*release, *change, asked.dry_run);
        return done;
    });
}

} // namespace kunna::app
