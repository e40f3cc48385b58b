// The date of mail and HTTP headers (RFC 5322, RFC 9110): "Sun, 06 Nov 1994 08:49:37 GMT".
#pragma once

#include "base/date.hpp"

namespace kunna {

// zone: how the protocol writes UTC, "GMT" or "+0000".
std::string internet_date(Instant instant, std::string_view zone);

} // namespace kunna
