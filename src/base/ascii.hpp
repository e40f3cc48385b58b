// ASCII alone: names of files and of headers, where no language has a say.
#pragma once

#include <string>
#include <string_view>

namespace kunna::ascii {

inline std::string lower(std::string_view text) {
    std::string out{text};
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

} // namespace kunna::ascii
