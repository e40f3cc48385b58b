// Problems: refusals as RFC 9457 application/problem+json, in the reader's language.
#pragma once

#include "base/error.hpp"
#include "http/request.hpp"

namespace kunna::http {

// The one place where a kind becomes a status.
int status_of(Kind kind);

Reply problem_reply(const Error& error, std::string_view language, std::string_view trace);
// A status that no kind stands for: the transport's own (400, 405, 408, 413, 431, 505 …). title is a text code.
Reply problem_reply(int status, std::string_view title, const Error& error, std::string_view language,
                    std::string_view trace);
// 500: says nothing of what broke but the trace number, by which the log tells.
Reply broken_reply(std::string_view language, std::string_view trace);

} // namespace kunna::http
