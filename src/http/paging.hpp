// Pages of lists that go on after a number: ask for one more than the limit, cut_page() drops it and says where to go
// on.
#pragma once

#include "http/answers.hpp"
#include "http/cursor.hpp"

#include <charconv>

namespace kunna::http {

// The number sealed in the cursor, or `start` without one.
inline Result<std::int64_t> page_start(std::string_view list, const std::optional<std::string>& cursor,
                                       std::int64_t start) {
    if (!cursor || cursor->empty()) return start;
    const auto sealed = TRY(open_cursor(list, *cursor));
    std::int64_t number = 0;
    if (sealed.size() != 1 ||
        std::from_chars(sealed[0].data(), sealed[0].data() + sealed[0].size(), number).ec != std::errc{})
        return refuse_field("query/cursor", "cursor.invalid");
    return number;
}

template <class T, class Key>
void cut_page(Page<T>& page, std::string_view list, std::size_t limit, Key key) {
    if (page.items.size() <= limit) return;
    page.items.resize(limit);
    page.next = seal_cursor(list, {std::to_string(key(page.items.back()))});
}

} // namespace kunna::http
