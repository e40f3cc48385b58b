// kunna: one program; `kunna --help` lists what it does.
#include "app/command.hpp"
#include "documents/reader.hpp"

#include <clocale>
#include <iostream>

int main(int argc, char** argv) {
    // Not a command of anybody's: the server starts itself so to read a document.
    if (argc > 1 && argv[1] == kunna::documents::read_command) return kunna::documents::read_document(argc, argv);
    std::setlocale(LC_CTYPE, "");
    CLI::App app{"Kunna – competence development, from what people can do today to what the goals need."};
    app.require_subcommand(1);
    app.set_version_flag("--version", "kunna " KUNNA_VERSION);
    int code = kunna::app::done;
    kunna::app::add_serve(app, code);
    kunna::app::add_demo(app, code);
    kunna::app::add_import(app, code);
    kunna::app::add_gaps(app, code);
    kunna::app::add_forecast(app, code);
    kunna::app::add_whatif(app, code);
    kunna::app::add_plan(app, code);
    kunna::app::add_analyse(app, code);
    kunna::app::add_match(app, code);
    kunna::app::add_export(app, code);
    kunna::app::add_backup(app, code);
    kunna::app::add_audit(app, code);
    kunna::app::add_openapi(app, code);
    kunna::app::add_doctor(app, code);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& misuse) {
        const int answer = app.exit(misuse);
        return answer == 0 ? kunna::app::done : 2;
    } catch (const std::exception& breakdown) {
        std::cerr << "kunna: " << breakdown.what() << '\n';
        return kunna::app::broken;
    }
    return code;
}
