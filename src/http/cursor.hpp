// Cursors: where a list goes on, opaque to the client and sealed, so that what comes back is what was given out.
#pragma once

#include "base/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kunna::http {

// Every node of one tenant uses the same 32 bytes; a random key until set, which is right for one process.
void set_cursor_key(std::span<const unsigned char, 32> key);

// list names the list and its order ("people by name"), so that a cursor of one list is no cursor of another.
std::string seal_cursor(std::string_view list, const std::vector<std::string>& after);
// Refuses (invalid, cursor.invalid at query/cursor) what was not sealed by us for this list.
Result<std::vector<std::string>> open_cursor(std::string_view list, std::string_view cursor);

} // namespace kunna::http
