// Which encoding a text file is in, and its text as UTF-8.
#include "tabular/encoding.hpp"

#include "base/text.hpp"

#include <cstring>
#include <vector>

namespace kunna::tabular {

namespace {

unsigned char byte(char c) {
    return static_cast<unsigned char>(c);
}

void append_utf8(std::string& out, std::uint32_t c) {
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
        out.push_back(static_cast<char>(0xC0 | (c >> 6)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        out.push_back(static_cast<char>(0xE0 | (c >> 12)));
        out.push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    } else {
        out.push_back(static_cast<char>(0xF0 | (c >> 18)));
        out.push_back(static_cast<char>(0x80 | ((c >> 12) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    }
}

// 80–9F, where Windows-1252 differs from Latin-1; 0 is undefined.
constexpr std::uint16_t upper_controls[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                              0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                              0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

class Utf16AsUtf8 final : public Bytes {
public:
    Utf16AsUtf8(std::unique_ptr<Bytes> from, bool big) : from_(std::move(from)), big_(big), raw_(64 * 1024) {}

    std::size_t read(char* into, std::size_t most) override {
        while (at_ == text_.size()) {
            if (ended_) return 0;
            fill();
        }
        const std::size_t count = std::min(most, text_.size() - at_);
        std::memcpy(into, text_.data() + at_, count);
        at_ += count;
        return count;
    }
    [[nodiscard]] std::uint64_t position() const override { return from_->position(); }
    [[nodiscard]] std::uint64_t total() const override { return from_->total(); }

private:
    void fill() {
        text_.clear();
        at_ = 0;
        const std::size_t got = from_->read(raw_.data() + kept_, raw_.size() - kept_);
        const std::size_t size = kept_ + got;
        std::size_t i = 0;
        for (; i + 1 < size; i += 2) unit(byte(raw_[big_ ? i : i + 1]) << 8U | byte(raw_[big_ ? i + 1 : i]));
        kept_ = size - i;
        if (kept_ > 0) raw_[0] = raw_[i];
        if (got > 0) return;
        ended_ = true;
        if (high_ != 0 || kept_ != 0) text_.push_back('\xFF');
    }

    void unit(std::uint32_t c) {
        if (c >= 0xDC00 && c <= 0xDFFF) {
            if (high_ != 0)
                append_utf8(text_, 0x10000 + ((high_ - 0xD800) << 10U) + (c - 0xDC00));
            else
                text_.push_back('\xFF');
            high_ = 0;
            return;
        }
        if (high_ != 0) text_.push_back('\xFF');
        high_ = 0;
        if (c >= 0xD800 && c <= 0xDBFF)
            high_ = c;
        else
            append_utf8(text_, c);
    }

    std::unique_ptr<Bytes> from_;
    bool big_;
    bool ended_ = false;
    std::uint32_t high_ = 0; // the first half of a surrogate pair, waiting for the second
    std::size_t kept_ = 0;
    std::size_t at_ = 0;
    std::vector<char> raw_;
    std::string text_;
};

} // namespace

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
    case Encoding::ascii:
        return "ASCII";
    case Encoding::utf8:
        return "UTF-8";
    case Encoding::windows_1252:
        return "Windows-1252";
    case Encoding::utf16_le:
        return "UTF-16 LE";
    case Encoding::utf16_be:
        return "UTF-16 BE";
    }
    return "";
}

Detected detect_encoding(std::string_view first) {
    if (first.starts_with("\xEF\xBB\xBF")) return {Encoding::utf8, 3};
    if (first.starts_with("\xFF\xFE")) return {Encoding::utf16_le, 2};
    if (first.starts_with("\xFE\xFF")) return {Encoding::utf16_be, 2};
    // Without a mark: European text in UTF-16 has a NUL in nearly every second byte, always on the same side.
    const std::size_t size = std::min<std::size_t>(first.size(), 4096) & ~std::size_t{1};
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < size; i += 2) {
        even += first[i] == '\0' ? 1 : 0;
        odd += first[i + 1] == '\0' ? 1 : 0;
    }
    const std::size_t units = size / 2;
    if (units >= 4 && odd * 10 >= units * 6 && even * 20 <= units) return {Encoding::utf16_le, 0};
    if (units >= 4 && even * 10 >= units * 6 && odd * 20 <= units) return {Encoding::utf16_be, 0};
    // What we were shown may end inside a character: that decides nothing.
    for (int cut = 0; cut < 3 && !first.empty() && byte(first.back()) >= 0x80; ++cut) first.remove_suffix(1);
    return {encoding_of(first), 0};
}

bool is_ascii(std::string_view text) {
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + i, 8);
        if ((eight & 0x8080808080808080ULL) != 0) return false;
    }
    for (; i < text.size(); ++i)
        if (byte(text[i]) >= 0x80) return false;
    return true;
}

Encoding encoding_of(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size() && byte(text[i]) < 0x80) ++i;
    if (i == text.size()) return Encoding::ascii;
    const unsigned char lead = byte(text[i]);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    return text::valid_utf8(text.substr(i, length)) ? Encoding::utf8 : Encoding::windows_1252;
}

bool append_windows_1252(std::string& out, std::string_view text) {
    for (const char c : text) {
        const unsigned char b = byte(c);
        const std::uint32_t code = b >= 0x80 && b < 0xA0 ? upper_controls[b - 0x80] : b;
        if (code == 0 && b != 0) return false;
        append_utf8(out, code);
    }
    return true;
}

bool utf8_within_windows_1252(std::string_view text) {
    bool any = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char b = byte(text[i]);
        if (b < 0x80) continue;
        if ((b != 0xC2 && b != 0xC3) || i + 1 == text.size() || (byte(text[i + 1]) & 0xC0U) != 0x80U) return false;
        any = true;
        ++i;
    }
    return any;
}

std::unique_ptr<Bytes> utf16_as_utf8(std::unique_ptr<Bytes> from, Encoding encoding) {
    return std::make_unique<Utf16AsUtf8>(std::move(from), encoding == Encoding::utf16_be);
}

} // namespace kunna::tabular
