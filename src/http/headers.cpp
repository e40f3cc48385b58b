// Headers.
#include "http/headers.hpp"

#include <sodium.h>

namespace kunna::http {

namespace {

std::string_view cookie_of(std::string_view cookies, std::string_view name) {
    while (!cookies.empty()) {
        const std::size_t end = std::min(cookies.find(';'), cookies.size());
        std::string_view one = cookies.substr(0, end);
        cookies.remove_prefix(std::min(end + 1, cookies.size()));
        while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
        if (one.size() > name.size() && one.substr(0, name.size()) == name && one[name.size()] == '=') {
            return one.substr(name.size() + 1);
        }
    }
    return {};
}

} // namespace

Credentials credentials_of(const Request& request) {
    Credentials found;
    found.client = request.client;
    const std::string_view authorization = request.header("authorization");
    constexpr std::string_view bearer = "bearer ";
    if (authorization.size() > bearer.size() && std::equal(bearer.begin(), bearer.end(), authorization.begin(),
                                                           [](char a, char b) { return a == (b | 0x20); })) {
        found.token = authorization.substr(bearer.size());
    } else {
        found.session = cookie_of(request.header("cookie"), session_cookie);
    }
    return found;
}

std::string fresh_trace() {
    // Unique is enough here; the seed comes from the kernel, once a thread.
    thread_local std::array<std::uint64_t, 2> state = [] {
        std::array<std::uint64_t, 2> seed{};
        randombytes_buf(seed.data(), sizeof seed);
        return seed;
    }();
    state[1] += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state[1];
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return fmt::format("{:016x}{:016x}", state[0], mixed ^ (mixed >> 31U));
}

// 00-<32 hex>-<16 hex>-<2 hex>
std::string trace_of(std::string_view traceparent) {
    const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (traceparent.size() >= 55 && traceparent[2] == '-' && traceparent[35] == '-') {
        const std::string_view id = traceparent.substr(3, 32);
        if (std::all_of(id.begin(), id.end(), hex) && id.find_first_not_of('0') != std::string_view::npos)
            return std::string{id};
    }
    return fresh_trace();
}

} // namespace kunna::http
