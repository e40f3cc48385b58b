// The HTTP face of imports: the wizard, its templates and saved mappings, and files out in the same layout.
#include "imports/routes.hpp"

#include "http/paging.hpp"
#include "http/router.hpp"
#include "imports/exports.hpp"
#include "imports/imports.hpp"
#include "imports/names.hpp"
#include "tabular/csv.hpp"
#include "tabular/xlsx.hpp"
#include "taxonomies/matchers.hpp"

#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace kunna::imports {

namespace {

using access::Actor;
using access::Permission;
using access::with_reason;

constexpr std::int64_t from_the_newest = std::int64_t{1} << 60;
constexpr std::size_t piece_size = std::size_t{256} << 10U;

struct KindAsked {
    ImportKind kind = ImportKind::people;
};
BOOST_DESCRIBE_STRUCT(KindAsked, (), (kind))

struct Fields {
    std::vector<ShownField> items{};
};
BOOST_DESCRIBE_STRUCT(Fields, (), (items))

struct TemplateAsked {
    ImportKind kind = ImportKind::people;
    std::optional<FileFormat> format{};
};
BOOST_DESCRIBE_STRUCT(TemplateAsked, (), (kind, format))

struct UploadAsked {
    ImportKind kind = ImportKind::people;
    std::optional<std::string> filename{};
};
BOOST_DESCRIBE_STRUCT(UploadAsked, (), (kind, filename))

struct ImportPath {
    ImportId import{};
};
BOOST_DESCRIBE_STRUCT(ImportPath, (), (import))

struct ProblemsAsked : http::PageAsked {
    ImportId import{};
};
BOOST_DESCRIBE_STRUCT(ProblemsAsked, (http::PageAsked), (import))

struct ProblemsFile {
    ImportId import{};
    std::optional<FileFormat> format{};
};
BOOST_DESCRIBE_STRUCT(ProblemsFile, (), (import, format))

struct ChangesAsked : http::PageAsked {
    ImportId import{};
    std::optional<RowChangeKind> kind{};
};
BOOST_DESCRIBE_STRUCT(ChangesAsked, (http::PageAsked), (import, kind))

struct Mappings {
    std::vector<SavedMapping> items{};
};
BOOST_DESCRIBE_STRUCT(Mappings, (), (items))

struct MappingPath {
    MappingId mapping{};
};
BOOST_DESCRIBE_STRUCT(MappingPath, (), (mapping))

struct ExportAsked {
    std::optional<FileFormat> format{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(ExportAsked, (), (format, reason))

struct PeopleExportAsked : ExportAsked {
    std::optional<std::string> query{};
    std::optional<UnitId> unit{};
    std::optional<std::string> place{};
    std::optional<PersonId> manager{};
    std::optional<people::Status> status{};
};
BOOST_DESCRIBE_STRUCT(PeopleExportAsked, (ExportAsked), (query, unit, place, manager, status))

// A file on the disk that is gone once it has been sent, whoever stops listening.
class Scratch {
public:
    Scratch() : file_(std::tmpfile()) {
        if (file_ == nullptr) throw std::system_error{errno, std::generic_category(), "no scratch file"};
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() { std::fclose(file_); }

    tabular::Sink sink() {
        return [this](std::string_view bytes) -> Result<void> {
            if (std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size()) return {};
            if (errno == ENOSPC) return refuse(Kind::storage_full, "http.storage_full");
            throw std::system_error{errno, std::generic_category(), "scratch file"};
        };
    }
    void rewind() {
        if (std::fflush(file_) != 0) throw std::system_error{errno, std::generic_category(), "scratch file"};
        std::rewind(file_);
    }
    bool next(std::string& piece) {
        piece.resize(piece_size);
        piece.resize(std::fread(piece.data(), 1, piece.size(), file_));
        return !piece.empty();
    }

private:
    std::FILE* file_;
};

// write(sink) writes the file.
template <class Write>
Result<http::File> file_of(ImportKind kind, FileFormat format, Write&& write) {
    const auto scratch = std::make_shared<Scratch>();
    TRY(write(scratch->sink()));
    scratch->rewind();
    http::File file;
    file.content_type = content_type(format);
    file.filename = file_name("", kind, format);
    file.next = [scratch](std::string& piece) { return scratch->next(piece); };
    return file;
}

Result<http::File> export_all(ImportKind kind, db::Db& db, const Actor& asker, const ExportAsked& asked) {
    const Actor actor = with_reason(asker, asked.reason);
    const FileFormat format = asked.format.value_or(FileFormat::csv);
    return file_of(kind, format,
                   [&](tabular::Sink sink) { return export_file(db, actor, kind, format, std::move(sink)); });
}

Result<http::File> export_people(db::Db& db, const Actor& asker, const PeopleExportAsked& asked) {
    const auto status = asked.status.value_or(people::Status::all);
    if (!asked.query && !asked.unit && !asked.place && !asked.manager && status == people::Status::all)
        return export_all(ImportKind::people, db, asker, asked);
    const people::Asked found{.query = asked.query.value_or(""),
                              .unit = asked.unit.value_or(UnitId{}),
                              .place = asked.place.value_or(""),
                              .manager = asked.manager.value_or(PersonId{}),
                              .status = status};
    const Actor actor = with_reason(asker, asked.reason);
    const FileFormat format = asked.format.value_or(FileFormat::csv);
    return file_of(ImportKind::people, format,
                   [&](tabular::Sink sink) { return export_found(db, actor, found, format, std::move(sink)); });
}

Result<http::File> template_file(const Actor& actor, const TemplateAsked& asked) {
    const FileFormat format = asked.format.value_or(FileFormat::csv);
    http::File file;
    TRY(write_template(asked.kind, format, actor.language, tabular::string_sink(file.bytes)));
    file.content_type = content_type(format);
    file.filename = file_name(actor.language == "sv" ? "mall" : "template", asked.kind, format);
    return file;
}

// Every problem that was kept, as a file to work through beside the one that has them.
Result<http::File> problems_file(db::Db& db, const Actor& actor, const ProblemsFile& asked) {
    constexpr int most = 100'000;
    const auto list = TRY(db.read([&](db::Tx& tx) { return problems(tx, actor, asked.import, 0, most); }));
    const FileFormat format = asked.format.value_or(FileFormat::csv);
    const bool swedish = actor.language == "sv";
    std::vector<tabular::ColumnSpec> columns{{swedish ? "Rad" : "Row", tabular::CellType::number},
                                             {swedish ? "Kolumn" : "Column"},
                                             {swedish ? "Värde" : "Value"},
                                             {"Problem", tabular::CellType::text, 80}};
    http::File file;
    std::unique_ptr<tabular::Writer> writer;
    if (format == FileFormat::csv)
        writer = TRY(tabular::write_csv(tabular::string_sink(file.bytes), columns,
                                        swedish ? tabular::CsvStyle::swedish() : tabular::CsvStyle::english()));
    else
        writer = TRY(tabular::write_xlsx(tabular::string_sink(file.bytes), "Kunna", std::move(columns)));
    for (const ImportProblem& problem : list) {
        const tabular::Cell row = problem.row > 0 ? tabular::Cell{problem.row} : tabular::Cell{};
        TRY(writer->row(std::array<tabular::Cell, 4>{row, problem.column, problem.value, problem.text}));
    }
    TRY(writer->finish());
    file.content_type = content_type(format);
    file.filename = fmt::format("kunna-problem-{}.{}", asked.import.value, db::enum_name(format));
    return file;
}

struct UnknownNames {
    std::vector<UnknownName> items{};
};
BOOST_DESCRIBE_STRUCT(UnknownNames, (), (items))

struct AcceptedNames {
    std::vector<AcceptedName> accepted{};
};
BOOST_DESCRIBE_STRUCT(AcceptedNames, (), (accepted))

} // namespace

void declare_routes(http::Router& api, jobs::Runner* runner, taxonomies::Matchers* matchers) {
    // What a file can hold, and files to begin from.
    api.get("/imports/fields",
            {.summary = "The fields that files of a kind can hold",
             .needs = {Permission::import_files, Permission::edit_learning}},
            [](const KindAsked& asked) -> Result<Fields> { return Fields{shown_fields(asked.kind)}; });
    api.get("/imports/templates/{kind}",
            {.summary = "A file with the right headings and two rows of examples",
             .needs = {Permission::import_files, Permission::edit_learning},
             .produces = http::table_files},
            template_file);

    // The wizard.
    api.post("/imports",
             {.summary = "Hand in a file: its bytes are the body",
              .needs = {Permission::import_files, Permission::edit_learning},
              .description = "CSV or XLSX. The answer shows the file's columns and guesses which is what."},
             [](db::Db& db, const Actor& actor, const UploadAsked& asked,
                http::Upload&& file) -> Result<http::Created<Import>> {
                 const std::string name = asked.filename.value_or(file.filename());
                 Import import = TRY(upload(db, actor, asked.kind, {file.path(), name}));
                 return http::Created<Import>{"/imports/" + std::to_string(import.id.value), std::move(import)};
             });
    api.get(
        "/imports",
        {.summary = "Files handed in, newest first", .needs = {Permission::import_files, Permission::edit_learning}},
        [runner](db::Db& db, const Actor& actor, const http::PageAsked& asked) -> Result<http::Page<Import>> {
            const std::int64_t before = TRY(http::page_start("imports", asked.cursor, from_the_newest));
            const std::size_t limit = asked.limit_or(20);
            http::Page<Import> page;
            page.items = TRY(db.read(
                [&](db::Tx& tx) { return imports::newest(tx, actor, before, static_cast<int>(limit) + 1, runner); }));
            http::cut_page(page, "imports", limit, [](const Import& import) { return import.id.value; });
            return page;
        });
    api.get("/imports/{import}",
            {.summary = "One import: its state and what came of it",
             .needs = {Permission::import_files, Permission::edit_learning}},
            [runner](db::Db& db, const Actor& actor, const ImportPath& path) {
                return db.read([&](db::Tx& tx) { return find(tx, actor, path.import, runner); });
            });
    api.del("/imports/{import}",
            {.summary = "Remove a file and all that was found in it",
             .needs = {Permission::import_files, Permission::edit_learning}},
            [](db::Db& db, const Actor& actor, const ImportPath& path) { return remove(db, actor, path.import); });
    api.put("/imports/{import}/mapping",
            {.summary = "Choose which column is what; the file is then checked",
             .needs = {Permission::import_files, Permission::edit_learning},
             .description = "With another delimiter or sheet the file may have other columns: they are then shown, and "
                            "the check waits for a mapping that fits."},
            [runner](db::Db& db, const Actor& actor, const ImportPath& path, const Mapping& mapping) {
                return set_mapping(db, actor, path.import, mapping, runner);
            });
    api.post("/imports/{import}/apply",
             {.summary = "Apply a checked file, all of it or nothing",
              .needs = {Permission::import_files, Permission::edit_learning}},
             [runner](db::Db& db, const Actor& actor, const ImportPath& path) {
                 return apply(db, actor, path.import, runner);
             });
    api.get("/imports/{import}/names",
            {.summary = "Names of skills that the catalogue does not know, and what they probably mean",
             .needs = {Permission::import_files, Permission::edit_learning}},
            [matchers](db::Db& db, const Actor& actor, const ImportPath& path) -> Result<UnknownNames> {
                const auto matcher = matchers->catalogue().current();
                return UnknownNames{
                    TRY(db.read([&](db::Tx& tx) { return unknown_names(tx, *matcher, actor, path.import); }))};
            });
    api.post("/imports/{import}/names",
             {.summary = "Accept what names mean: they become alternative names, and the file is checked again",
              .needs = Permission::edit_catalogue},
             [runner](db::Db& db, const Actor& actor, const ImportPath& path, const AcceptedNames& names) {
                 return accept_names(db, actor, path.import, names.accepted, runner);
             });
    api.get("/imports/{import}/problems",
            {.summary = "What is wrong in the file, row by row, with the remedy",
             .needs = {Permission::import_files, Permission::edit_learning}},
            [](db::Db& db, const Actor& actor, const ProblemsAsked& asked) -> Result<http::Page<ImportProblem>> {
                const std::int64_t after = TRY(http::page_start("import problems", asked.cursor, 0));
                const std::size_t limit = asked.limit_or(100);
                http::Page<ImportProblem> page;
                page.items = TRY(db.read(
                    [&](db::Tx& tx) { return problems(tx, actor, asked.import, after, static_cast<int>(limit) + 1); }));
                http::cut_page(page, "import problems", limit,
                               [&](const ImportProblem&) { return after + static_cast<std::int64_t>(limit); });
                return page;
            });
    api.get("/imports/{import}/problems/export",
            {.summary = "The problems as a file",
             .needs = {Permission::import_files, Permission::edit_learning},
             .produces = http::table_files},
            problems_file);
    api.get("/imports/{import}/changes",
            {.summary = "What the file would change, or did: the first 5,000 of each kind",
             .needs = {Permission::import_files, Permission::edit_learning}},
            [](db::Db& db, const Actor& actor, const ChangesAsked& asked) -> Result<http::Page<RowChange>> {
                const std::int64_t after = TRY(http::page_start("import changes", asked.cursor, 0));
                const std::size_t limit = asked.limit_or(100);
                const std::string kind{asked.kind ? json::enum_name(*asked.kind) : ""};
                const auto placed = TRY(db.read([&](db::Tx& tx) {
                    return changes(tx, actor, asked.import, kind, after, static_cast<int>(limit) + 1);
                }));
                http::Page<RowChange> page;
                for (const PlacedChange& one : placed) page.items.push_back(one.change);
                http::cut_page(page, "import changes", limit,
                               [&](const RowChange&) { return placed[limit - 1].place; });
                return page;
            });

    // Mappings worth keeping.
    api.get("/mappings",
            {.summary = "Saved choices of columns", .needs = {Permission::import_files, Permission::edit_learning}},
            [](db::Db& db, const Actor& actor, const KindAsked& asked) -> Result<Mappings> {
                return Mappings{TRY(db.read([&](db::Tx& tx) { return mappings(tx, actor, asked.kind); }))};
            });
    api.post("/mappings",
             {.summary = "Save a choice of columns; one of the same kind and name is replaced",
              .needs = {Permission::import_files, Permission::edit_learning}},
             [](db::Db& db, const Actor& actor, const NewMapping& wanted) -> Result<http::Created<SavedMapping>> {
                 SavedMapping saved = TRY(save_mapping(db, actor, wanted));
                 return http::Created<SavedMapping>{"/mappings/" + std::to_string(saved.id.value), std::move(saved)};
             });
    api.del(
        "/mappings/{mapping}",
        {.summary = "Forget a saved choice of columns", .needs = {Permission::import_files, Permission::edit_learning}},
        [](db::Db& db, const Actor& actor, const MappingPath& path) {
            return forget_mapping(db, actor, path.mapping);
        });

    // Files out. Importing them again changes nothing.
    const auto out = [&](const char* path, const char* summary, ImportKind kind) {
        api.get(path, {.summary = summary, .needs = Permission::export_files, .produces = http::table_files},
                [kind](db::Db& db, const Actor& actor, const ExportAsked& asked) {
                    return export_all(kind, db, actor, asked);
                });
    };
    api.get("/people/export",
            {.summary = "People as a file in the layout of the import",
             .needs = Permission::export_files,
             .description = "Everyone, or those that /people finds by the same query, unit, place, manager and status.",
             .produces = http::table_files},
            export_people);
    api.get("/activities/export",
            {.summary = "Learning activities as a file in the layout of the import",
             .needs = Permission::view_learning,
             .description = "What they cost is told to those who plan, and to managers.",
             .produces = http::table_files},
            [](db::Db& db, const Actor& actor, const ExportAsked& asked) {
                return export_all(ImportKind::activities, db, actor, asked);
            });
    out("/roles/export", "Role profiles as a file in the layout of the import", ImportKind::roles);
    out("/assessments/export", "Assessments as a file; takes a stated reason", ImportKind::assessments);
}

} // namespace kunna::imports
