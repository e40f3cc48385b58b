// kunna export: people, role profiles, assessments and activities as files that `kunna import` takes back without a
// change.
#include "app/command.hpp"
#include "imports/exports.hpp"

#include <filesystem>
#include <iostream>

namespace kunna::app {

namespace {

struct ExportOptions {
    Place place{};
    std::string to{};
    std::string format{"csv"};
};

int run_export(const ExportOptions& asked) {
    std::error_code error;
    std::filesystem::create_directories(asked.to, error);
    if (error) return tell(Error{Kind::unavailable, "data.not_writable", {}, {{"folder", asked.to}}});
    return with_db(asked.place, Use::read, [&](db::Db& db) {
        access::Actor actor = access::Actor::system();
        actor.language = terminal_language();
        const auto format = asked.format == "xlsx" ? imports::FileFormat::xlsx : imports::FileFormat::csv;
        for (const auto kind : {imports::ImportKind::people, imports::ImportKind::roles,
                                imports::ImportKind::assessments, imports::ImportKind::activities}) {
            const std::string path = asked.to + "/" + imports::file_name("", kind, format);
            auto sink = tabular::file_sink(path);
            if (!sink.ok()) return tell(sink.error());
            if (const auto written = imports::export_file(db, actor, kind, format, std::move(sink).unwrap());
                !written.ok())
                return tell(written.error());
            std::cout << path << '\n';
        }
        return done;
    });
}

} // namespace

void add_export(CLI::App& app, int& code) {
    auto* command = app.add_subcommand("export", "Everything as files, in the layout of the import");
    auto asked = std::make_shared<ExportOptions>();
    asked->place.add_to(*command);
    command->add_option("--to", asked->to, "The folder to write to")->required();
    command->add_option("--format", asked->format)->check(CLI::IsMember({"csv", "xlsx"}))->capture_default_str();
    command->callback([&code, asked] { code = run_export(*asked); });
}

} // namespace kunna::app
