// kunna import: people, role profiles, assessments and activities from a file; the wizard's own code, without the
// wizard. Also taxonomies, from their folders and files.
#include "app/command.hpp"
#include "app/import_onet.hpp"
#include "app/import_taxonomy.hpp"
#include "base/json_read.hpp"
#include "base/texts.hpp"
#include "imports/run.hpp"
#include "skills/catalogue.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <unistd.h>

namespace kunna::app {

namespace {

struct ImportOptions {
    Place place{};
    std::string kind{};
    std::string file{};
    std::string mapping{};
    bool dry_run = false;
    std::vector<std::string> occupations{};
    TaxonomyAsked taxonomy{};
};

Result<std::optional<imports::Mapping>> mapping_of(const std::string& path) {
    if (path.empty()) return std::optional<imports::Mapping>{};
    std::ifstream in{path, std::ios::binary};
    if (!in) return Error{Kind::not_found, "import.mapping_missing", {}, {{"file", path}}};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    return std::optional{TRY(json::from_text<imports::Mapping>(text))};
}

// A line that is written over, on a terminal only.
jobs::Progress shown_progress() {
    if (::isatty(STDERR_FILENO) == 0) return {};
    return jobs::Progress{[](double fraction, const jobs::Note*) -> Result<void> {
        std::cerr << '\r' << static_cast<int>(fraction * 100) << " %" << (fraction >= 1 ? "\n" : "") << std::flush;
        return {};
    }};
}

// "people.csv, row 3, column Level, value 9: …", as far as the problem has a place, and it once.
void tell_problem(const imports::Problem& problem, const std::string& file, const std::string& language) {
    using Values = std::vector<std::pair<std::string, std::string>>;
    std::string place = file;
    if (problem.row > 0)
        place += ", " + texts::say(language, "import.at_row", Values{{"row", std::to_string(problem.row)}});
    if (!problem.column.empty())
        place += ", " + texts::say(language, "import.at_column", Values{{"column", problem.column}});
    if (!problem.value.empty())
        place += ", " + texts::say(language, "import.at_value", Values{{"value", problem.value}});
    std::cerr << place << ": " << imports::say(problem, language) << '\n';
}

// A file that cannot be read as a table at all: one line, with its name.
int tell_refusal(const Error& error, const ImportOptions& asked, const std::string& language) {
    if (error.fields.empty()) {
        std::cerr << asked.file << ": " << texts::say(language, error.code, error.values) << '\n';
        return refused;
    }
    for (const FieldError& field : error.fields)
        std::cerr << asked.file << ": " << texts::say(language, field.code, field.values) << '\n';
    return refused;
}

int tell_report(const imports::Report& report, const ImportOptions& asked, const std::string& language) {
    for (const imports::Problem& problem : report.problems.list()) tell_problem(problem, asked.file, language);
    const imports::Figures& f = report.figures;
    std::cout << "rows " << report.rows << "  new " << f.new_ << "  changed " << f.changed << "  unchanged "
              << f.unchanged << "  would leave " << f.would_leave << "  problems " << f.problems << "  warnings "
              << f.warnings << '\n';
    const bool wrong = report.problems.errors() > 0;
    std::cout << (report.applied  ? "imported"
                  : asked.dry_run ? "nothing changed: dry run"
                                  : "nothing changed: mend the file and try again")
              << '\n';
    return wrong || (!report.applied && !asked.dry_run) ? refused : done;
}

int run_import(const ImportOptions& asked) {
    const std::string language = terminal_language();
    auto mapping = mapping_of(asked.mapping);
    if (!mapping.ok()) return tell(mapping.error());
    const auto kind = *db::enum_of<imports::ImportKind>(asked.kind);
    return with_db(asked.place, Use::write, [&](db::Db& db) {
        (void)db.transact([](db::Tx& tx) -> Result<void> {
            skills::ensure_scales(tx);
            return {};
        });
        if (std::filesystem::is_directory(asked.file)) {
            if (kind != imports::ImportKind::roles) return tell(refuse(Kind::invalid, "onet.roles_only"));
            return import_onet(db, asked.file, asked.occupations, asked.dry_run);
        }
        access::Actor actor = access::Actor::system();
        actor.language = language;
        const auto report = imports::run_file(db, actor, kind, asked.file, *mapping, asked.dry_run, shown_progress());
        if (!report.ok()) return tell_refusal(report.error(), asked, language);
        return tell_report(*report, asked, language);
    });
}

} // namespace

void add_import(CLI::App& app, int& code) {
    auto* command = app.add_subcommand(
        "import",
        "People, role profiles, assessments or learning activities from a CSV or XLSX file; taxonomies from theirs");
    auto asked = std::make_shared<ImportOptions>();
    command->add_option("kind", asked->kind)
        ->required()
        ->check(CLI::IsMember(
            {"people", "roles", "assessments", "activities", "esco", "onet", "jobtech", "skills", "crosswalk"}));
    command
        ->add_option("file", asked->file,
                     "The file; for roles also a folder with O*NET's text files; for esco, onet and jobtech a folder "
                     "or zip; for crosswalk the table of what corresponds in two of them")
        ->required()
        ->check(CLI::ExistingPath);
    command->add_option(
        "--mapping", asked->mapping,
        "JSON: {\"columns\": {field: column}, \"options\": {…}}; guessed from the headings when left out");
    command->add_option("--occupation", asked->occupations, "O*NET codes such as 15-1252.00; all when left out");
    command->add_option("--release", asked->taxonomy.release, "esco, onet, jobtech, skills: the name of the release");
    command
        ->add_option("--taxonomy", asked->taxonomy.key,
                     "skills: the key of the own list, so that several can stand beside each other")
        ->capture_default_str();
    command->add_flag("--dry-run", asked->dry_run, "Say what would happen, change nothing");
    asked->place.add_to(*command);
    command->callback([&code, asked] {
        const bool taxonomy =
            asked->kind == "esco" || asked->kind == "onet" || asked->kind == "jobtech" || asked->kind == "skills";
        if (asked->kind == "crosswalk") {
            code = import_crosswalk(asked->place, asked->file, asked->dry_run);
            return;
        }
        if (!taxonomy) {
            code = run_import(*asked);
            return;
        }
        asked->taxonomy.kind = asked->kind;
        asked->taxonomy.path = asked->file;
        asked->taxonomy.dry_run = asked->dry_run;
        code = import_taxonomy(asked->place, asked->taxonomy);
    });
}

} // namespace kunna::app
