// Looking things up in a request and a reply.
#include "http/request.hpp"

namespace kunna::http {

std::string_view name_of(Method method) {
    switch (method) {
    case Method::get:
        return "GET";
    case Method::head:
        return "HEAD";
    case Method::post:
        return "POST";
    case Method::put:
        return "PUT";
    case Method::patch:
        return "PATCH";
    case Method::del:
        return "DELETE";
    case Method::options:
        return "OPTIONS";
    case Method::other:
        break;
    }
    return "OTHER";
}

std::string_view Request::header(std::string_view name) const {
    for (const auto& [key, value] : headers) {
        if (key == name) return value;
    }
    return {};
}

std::string_view Request::query() const {
    const std::size_t mark = target.find('?');
    return mark == std::string::npos ? std::string_view{} : std::string_view{target}.substr(mark + 1);
}

void Request::clear() {
    method = Method::other;
    target.clear();
    headers.clear();
    if (body.capacity() > 16384) {
        body = std::string{};
    } else {
        body.clear();
    }
    upload.reset();
    client = peer;
    secure = false;
    keep_alive = true;
}

std::string_view Reply::header(std::string_view name) const {
    for (const auto& [key, value] : headers) {
        if (key == name) return value;
    }
    return {};
}

void Reply::set(std::string_view name, std::string value) {
    for (auto& [key, old] : headers) {
        if (key == name) {
            old = std::move(value);
            return;
        }
    }
    headers.emplace_back(name, std::move(value));
}

} // namespace kunna::http
