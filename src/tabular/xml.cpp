// Reads XML piece by piece.
#include "tabular/xml.hpp"

#include "tabular/table.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace kunna::tabular {

namespace {

constexpr std::size_t block = 64 * 1024;
constexpr std::size_t most_depth = 64;
constexpr std::size_t most_attributes = 256;

bool space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Good enough to tell names from what cannot be one; the names we look for are ASCII.
bool name_character(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == ':';
}

std::string_view local(std::string_view qualified) {
    const std::size_t colon = qualified.rfind(':');
    return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

bool append_character(std::string& out, std::uint32_t c) {
    const bool allowed = c == 9 || c == 10 || c == 13 || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) ||
                         (c >= 0x10000 && c < 0x110000);
    if (!allowed) return false;
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
        return true;
    }
    const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    constexpr unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
    out.push_back(static_cast<char>(lead[more] | (c >> (6 * more))));
    for (int i = more - 1; i >= 0; --i) out.push_back(static_cast<char>(0x80 | ((c >> (6 * i)) & 0x3F)));
    return true;
}

} // namespace

Error Xml::refused(std::string code) const {
    Error error = refuse(Kind::invalid, std::move(code));
    error.values = {{"part", shown(part_)}};
    return error;
}

Error Xml::broken() const {
    return refused("xml.broken");
}

Result<bool> Xml::fill() {
    if (ended_) return false;
    if (at_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + at_, end_ - at_);
        end_ -= at_;
        at_ = 0;
    }
    if (buffer_.size() < end_ + block) buffer_.resize(end_ + block);
    const std::size_t got = TRY(pull_(buffer_.data() + end_, block));
    end_ += got;
    ended_ = got == 0;
    return !ended_;
}

Result<bool> Xml::have(std::size_t count) {
    while (end_ - at_ < count)
        if (!TRY(fill())) return false;
    return true;
}

// Where `stop` begins, counted from at_; broken when it is further than `most` or never comes.
Result<std::size_t> Xml::find(std::string_view stop, std::size_t most) {
    for (std::size_t from = 0;;) {
        const std::string_view seen{buffer_.data() + at_, end_ - at_};
        const std::size_t found = seen.find(stop, from);
        if (found != std::string_view::npos) return found;
        if (seen.size() > most) return broken();
        from = seen.size() < stop.size() ? 0 : seen.size() - stop.size() + 1;
        if (!TRY(fill())) return broken();
    }
}

// Forgets what it passes, so a comment may be of any length.
Result<void> Xml::skip_past(std::string_view stop) {
    for (;;) {
        const std::string_view seen{buffer_.data() + at_, end_ - at_};
        const std::size_t found = seen.find(stop);
        if (found != std::string_view::npos) {
            at_ += found + stop.size();
            return {};
        }
        if (seen.size() >= stop.size()) at_ += seen.size() - stop.size() + 1;
        if (!TRY(fill())) return broken();
    }
}

void Xml::push(std::string_view qualified) {
    open_at_.push_back(open_names_.size());
    open_names_ += qualified;
}

void Xml::pop() {
    open_names_.resize(open_at_.back());
    open_at_.pop_back();
}

std::string_view Xml::top() const {
    return std::string_view{open_names_}.substr(open_at_.back());
}

Result<Xml::Token> Xml::next() {
    if (!begun_) {
        begun_ = true;
        if (TRY(have(2)) && (buffer_[at_] == '\0' || buffer_[at_ + 1] == '\0' ||
                             buffer_.compare(at_, 2, "\xFF\xFE") == 0 || buffer_.compare(at_, 2, "\xFE\xFF") == 0))
            return refused("xml.encoding");
        if (TRY(have(3)) && buffer_.compare(at_, 3, "\xEF\xBB\xBF") == 0) at_ += 3;
        if (TRY(have(6)) && buffer_.compare(at_, 5, "<?xml") == 0 && space(buffer_[at_ + 5])) TRY(declaration());
    }
    if (empty_element_) {
        empty_element_ = false;
        closed_ = top();
        name_ = local(closed_);
        pop();
        return Token::close;
    }
    for (;;) {
        if (in_cdata_) {
            if (TRY(cdata())) return Token::text;
            continue;
        }
        if (!TRY(have(1))) {
            if (!open_at_.empty() || !rooted_) return broken();
            return Token::end;
        }
        if (buffer_[at_] != '<') {
            if (TRY(characters())) return Token::text;
            continue;
        }
        if (!TRY(have(2))) return broken();
        const char kind = buffer_[at_ + 1];
        if (kind == '?') {
            TRY(skip_past("?>"));
        } else if (kind == '!') {
            if (TRY(have(4)) && buffer_.compare(at_, 4, "<!--") == 0) {
                at_ += 4;
                TRY(skip_past("-->"));
            } else if (TRY(have(9)) && buffer_.compare(at_, 9, "<![CDATA[") == 0 && !open_at_.empty()) {
                at_ += 9;
                in_cdata_ = true;
            } else {
                return refused("xml.dtd"); // <!DOCTYPE, <!ENTITY and their kind
            }
        } else if (kind == '/') {
            TRY(close_tag());
            return Token::close;
        } else {
            TRY(open_tag());
            return Token::open;
        }
    }
}

// <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
Result<void> Xml::declaration() {
    const std::size_t length = TRY(find("?>", 1024));
    std::string written{buffer_.substr(at_, length)};
    at_ += length + 2;
    std::transform(written.begin(), written.end(), written.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const std::size_t encoding = written.find("encoding");
    if (encoding == std::string::npos) return {};
    const std::size_t from = written.find_first_of("'\"", encoding);
    if (from == std::string::npos) return broken();
    const std::size_t to = written.find(written[from], from + 1);
    if (to == std::string::npos) return broken();
    const std::string name = written.substr(from + 1, to - from - 1);
    if (name != "utf-8" && name != "utf8" && name != "us-ascii" && name != "ascii") return refused("xml.encoding");
    return {};
}

Result<void> Xml::close_tag() {
    const std::size_t length = TRY(find(">", block));
    std::string_view written = std::string_view{buffer_}.substr(at_ + 2, length - 2);
    at_ += length + 1;
    while (!written.empty() && space(written.back())) written.remove_suffix(1);
    if (open_at_.empty() || written != top()) return broken();
    closed_ = written;
    name_ = local(closed_);
    pop();
    return {};
}

Result<void> Xml::open_tag() {
    // The > that ends the tag: not one inside an attribute's value.
    std::size_t length = 1;
    for (char quote = '\0';; ++length) {
        if (length > block) return broken();
        if (!TRY(have(length + 1))) return broken();
        const char c = buffer_[at_ + length];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            break;
        } else if (c == '<') {
            return broken();
        }
    }
    std::string_view tag = std::string_view{buffer_}.substr(at_ + 1, length - 1);
    at_ += length + 1;
    empty_element_ = tag.ends_with('/');
    if (empty_element_) tag.remove_suffix(1);
    std::size_t i = 0;
    const auto take_name = [&] {
        const std::size_t from = i;
        while (i < tag.size() && name_character(tag[i])) ++i;
        return tag.substr(from, i - from);
    };
    const auto take_spaces = [&] {
        const std::size_t from = i;
        while (i < tag.size() && space(tag[i])) ++i;
        return i > from;
    };
    const std::string_view qualified = take_name();
    if (qualified.empty() || open_at_.size() == most_depth || (open_at_.empty() && rooted_)) return broken();
    rooted_ = true;
    push(qualified);
    name_ = local(qualified);
    attribute_count_ = 0;
    while (take_spaces() && i < tag.size()) {
        const std::string_view name = take_name();
        take_spaces();
        if (name.empty() || i == tag.size() || tag[i++] != '=') return broken();
        take_spaces();
        if (i == tag.size() || (tag[i] != '"' && tag[i] != '\'')) return broken();
        const std::size_t stop = tag.find(tag[i], i + 1);
        if (stop == std::string_view::npos || attribute_count_ == most_attributes) return broken();
        if (attribute_count_ == attributes_.size()) attributes_.emplace_back();
        Attribute& made = attributes_[attribute_count_++];
        made.name = local(name);
        made.value.clear();
        TRY(decode(tag.substr(i + 1, stop - i - 1), made.value));
        i = stop + 1;
    }
    if (i != tag.size()) return broken();
    return {};
}

std::string_view Xml::attribute(std::string_view wanted) const {
    for (std::size_t i = 0; i < attribute_count_; ++i)
        if (attributes_[i].name == wanted) return attributes_[i].value;
    return {};
}

// Text up to the next markup, or a piece of it; false when it was only space outside the root.
Result<bool> Xml::characters() {
    std::size_t length = 0;
    for (;;) {
        const void* stop = std::memchr(buffer_.data() + at_ + length, '<', end_ - at_ - length);
        if (stop != nullptr) {
            length = static_cast<std::size_t>(static_cast<const char*>(stop) - buffer_.data()) - at_;
            break;
        }
        length = end_ - at_;
        if (length >= block / 2) {
            // Not inside an entity: the longest, &#1114111;, has 10 characters.
            const std::size_t ampersand = std::string_view{buffer_}.substr(at_, length).find('&', length - 12);
            if (ampersand != std::string_view::npos) length = ampersand;
            break;
        }
        if (!TRY(fill())) break;
    }
    const std::string_view raw{buffer_.data() + at_, length};
    at_ += length;
    if (open_at_.empty()) {
        if (!std::all_of(raw.begin(), raw.end(), space)) return broken();
        return false;
    }
    text_.clear();
    TRY(decode(raw, text_));
    return true;
}

Result<bool> Xml::cdata() {
    if (!TRY(have(3))) return broken();
    const std::string_view seen{buffer_.data() + at_, end_ - at_};
    const std::size_t found = seen.find("]]>");
    // What may be the beginning of the end stays for the next time.
    const std::size_t length = found == std::string_view::npos ? seen.size() - 2 : found;
    text_ = seen.substr(0, length);
    if (text_.find('\0') != std::string::npos) return broken();
    in_cdata_ = found == std::string_view::npos;
    at_ += in_cdata_ ? length : length + 3;
    return !text_.empty();
}

Result<void> Xml::decode(std::string_view raw, std::string& out) const {
    for (std::size_t i = 0; i < raw.size();) {
        const std::size_t stop = std::min(raw.find('&', i), raw.size());
        for (; i < stop; ++i) {
            if (static_cast<unsigned char>(raw[i]) < 0x20 && !space(raw[i])) return broken();
            out.push_back(raw[i]);
        }
        if (i == raw.size()) break;
        const std::size_t semicolon = raw.find(';', i);
        if (semicolon == std::string_view::npos || semicolon - i > 10) return broken();
        const std::string_view entity = raw.substr(i + 1, semicolon - i - 1);
        i = semicolon + 1;
        if (entity == "amp") {
            out.push_back('&');
        } else if (entity == "lt") {
            out.push_back('<');
        } else if (entity == "gt") {
            out.push_back('>');
        } else if (entity == "quot") {
            out.push_back('"');
        } else if (entity == "apos") {
            out.push_back('\'');
        } else if (entity.starts_with('#')) {
            const bool hex = entity.size() > 1 && entity[1] == 'x';
            const std::string_view digits = entity.substr(hex ? 2 : 1);
            std::uint32_t code = 0;
            const auto [end, error] =
                std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
            if (error != std::errc{} || end != digits.data() + digits.size() || !append_character(out, code))
                return broken();
        } else {
            return refused("xml.entity");
        }
    }
    return {};
}

Result<void> Xml::skip() {
    for (std::size_t depth = 1; depth > 0;) {
        switch (TRY(next())) {
        case Token::open:
            ++depth;
            break;
        case Token::close:
            --depth;
            break;
        case Token::text:
            break;
        case Token::end:
            return broken();
        }
    }
    return {};
}

} // namespace kunna::tabular
