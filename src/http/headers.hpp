// What headers say: who asks, and of which trace the request is part.
#pragma once

#include "http/gatekeeper.hpp"
#include "http/request.hpp"

namespace kunna::http {

// Views into the request.
Credentials credentials_of(const Request& request);
// The trace id of a traceparent (W3C Trace Context); a fresh one when it is absent, malformed or all zero.
std::string trace_of(std::string_view traceparent);
// 32 hex digits.
std::string fresh_trace();

} // namespace kunna::http
