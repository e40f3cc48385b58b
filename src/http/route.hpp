// Route: what was declared, in the form dispatch, OpenAPI and the permission table read.
#pragma once

#include "http/call.hpp"
#include "http/needs.hpp"
#include "http/shape.hpp"

#include <functional>
#include <typeinfo>

namespace kunna::http {

inline constexpr std::size_t json_limit = std::size_t{1} << 20U;
// What a File with a table in it is produced as.
inline constexpr std::string_view table_files =
    "text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
inline constexpr std::uint64_t upload_limit = std::uint64_t{2} << 30U;

// What routes.cpp says of a route: api.post(path, {.summary = …, .needs = …}, function).
struct About {
    std::string_view summary;
    Needs needs;
    std::string_view description = {};
    std::string_view id = {};       // operationId; made from method and path when empty
    std::string_view produces = {}; // content types of a File answer, with commas between
    // Answered on the I/O thread: only for reads from memory that take microseconds.
    bool quick = false;
    // 0: 1 MiB for JSON, 2 GiB for uploads.
    std::uint64_t body_limit = 0;
};

struct Route {
    enum class Answer : std::uint8_t { nothing, json, file, events };

    Method method = Method::get;
    std::string path; // /api/v1/people/{person}
    std::string summary;
    std::string description;
    std::string id;
    std::string tag; // the folder that declared it
    std::string produces;
    Needs needs = Needs::nothing();
    bool quick = false;
    std::uint64_t body_limit = json_limit;
    std::vector<std::string> placeholders;

    const Shape* parameters = nullptr; // path placeholders and query
    const Shape* body = nullptr;
    const Shape* answer = nullptr;
    Answer kind = Answer::nothing;
    int status = 200;
    bool takes_upload = false;
    bool if_match = false;
    bool versioned = false; // the answer has a version, so an ETag
    bool paged = false;
    bool needs_db = false;

    std::function<Result<Reply>(Call&)> run;
    // For idempotency: the reply to a value of that type, when a transaction answers with exactly it.
    const std::type_info* answers_with = nullptr;
    Reply (*render)(Call&, const void* value) = nullptr;
};

} // namespace kunna::http
