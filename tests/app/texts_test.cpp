// Every action of the trail has a text, found in the sources themselves.
#include "base/texts.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <regex>

namespace kunna {
namespace {

TEST(Texts, EveryActionOfTheTrailHasOne) {
    const std::regex append{R"(append\(\s*tx,\s*[^,]+,\s*"([a-z_]+\.[a-z_]+)\")"};
    int found = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator{KUNNA_SOURCE_DIR "/src"}) {
        if (file.path().extension() != ".cpp") continue;
        std::ifstream in{file.path()};
        const std::string text{std::istreambuf_iterator<char>{in}, {}};
        for (std::sregex_iterator at{text.begin(), text.end(), append}, end; at != end; ++at) {
            EXPECT_TRUE(texts::known("trail." + (*at)[1].str())) << (*at)[1] << " in " << file.path();
            ++found;
        }
    }
    EXPECT_GT(found, 25);
}

} // namespace
} // namespace kunna
