// What a handler may answer with besides a described struct (200) and Result<void> (204).
#pragma once

#include "base/json_write.hpp"
#include "http/request.hpp"
#include "http/shape.hpp"

#include <algorithm>
#include <boost/describe/class.hpp>

namespace kunna::http {

// 201, with Location.
template <class T>
struct Created {
    std::string location; // below /api/v1: "/assessments/17"
    T value;
};

// 202, with Location of the job that does the work.
template <class T>
struct Accepted {
    std::string location;
    T value;
};

// A part of a list. next is the cursor of the part after it; it also goes into the Link header.
template <class T>
struct Page {
    std::vector<T> items{};
    std::optional<std::string> next{};
    std::optional<std::int64_t> total{};

    BOOST_DESCRIBE_CLASS(Page, (), (items, next, total), (), ())
};

// Query parameters of a paged list; derive the route's own from it. limit_or() keeps to 1…200.
struct PageAsked {
    std::optional<std::string> cursor{};
    std::optional<std::int32_t> limit{};

    [[nodiscard]] std::size_t limit_or(std::size_t usual) const {
        const auto asked = static_cast<std::size_t>(std::max(limit.value_or(static_cast<std::int32_t>(usual)), 1));
        return std::min<std::size_t>(asked, 200);
    }
};
BOOST_DESCRIBE_STRUCT(PageAsked, (), (cursor, limit))

// JSON made once and sent many times: compressed at most once per encoding, with a strong ETag.
class Cached {
public:
    explicit Cached(std::string json);
    ~Cached();
    Cached(const Cached&) = delete;
    Cached& operator=(const Cached&) = delete;

    [[nodiscard]] const std::string& json() const;
    [[nodiscard]] const std::string& etag() const; // with its quotes
    // Made when first asked for.
    [[nodiscard]] const std::string& brotli() const;
    [[nodiscard]] const std::string& gzip() const;

private:
    struct Held;
    std::unique_ptr<Held> held_;
};

// T says what the JSON is, for the schema.
template <class T>
struct CachedBody {
    std::shared_ptr<const Cached> cached;

    static CachedBody of(const T& value) { return {std::make_shared<const Cached>(json::to_text(value))}; }
};

// A file in the answer: what fits in memory as bytes, else piece by piece (next is called on a worker until false).
struct File {
    std::string content_type;
    std::string filename;
    std::string bytes{};
    std::function<bool(std::string& piece)> next{};
    bool shown = false; // in the browser, rather than saved
};

} // namespace kunna::http
