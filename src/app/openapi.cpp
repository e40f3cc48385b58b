// kunna openapi: prints what the routes say of themselves; docs/openapi.json and docs/permissions.md are its output.
#include "http/openapi.hpp"

#include "app/api.hpp"
#include "app/command.hpp"

#include <iostream>

namespace kunna::app {

void add_openapi(CLI::App& app, int& code) {
    auto* command = app.add_subcommand("openapi", "Print the API's description");
    auto permissions = std::make_shared<bool>(false);
    command->add_flag("--permissions", *permissions, "The table operation × role instead, as Markdown");
    command->callback([&code, permissions] {
        http::Router api;
        declare_all(api, {});
        std::cout << (*permissions ? http::permissions_table(api) : http::openapi(api, KUNNA_VERSION));
        code = done;
    });
}

} // namespace kunna::app
