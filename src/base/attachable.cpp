// What may be attached.
#include "base/attachable.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace kunna::attachable {

namespace {

constexpr std::size_t longest_link = 2000;

} // namespace

std::string content_type_of(std::string_view name) {
    struct Known {
        std::string_view ending;
        std::string_view type;
    };
    static constexpr std::array known{
        Known{".pdf", "application/pdf"},
        Known{".png", "image/png"},
        Known{".jpg", "image/jpeg"},
        Known{".jpeg", "image/jpeg"},
        Known{".txt", "text/plain; charset=utf-8"},
        Known{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        Known{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    };
    const std::string folded = text::fold(name);
    for (const Known& one : known)
        if (folded.ends_with(one.ending)) return std::string{one.type};
    return "application/octet-stream";
}

bool is_web_address(std::string_view link) {
    if (!link.starts_with("https://") && !link.starts_with("http://")) return false;
    const std::string_view rest = link.substr(link.find("//") + 2);
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
    return link.size() <= longest_link && !host.empty() && host.find_first_of("@\\") == std::string_view::npos &&
           std::none_of(link.begin(), link.end(), [](unsigned char c) { return c <= ' ' || c == 0x7F; });
}

} // namespace kunna::attachable
