// What the screens say in words has its words, found in the sources themselves.
#include "access/permission.hpp"
#include "base/text.hpp"
#include "base/texts.hpp"
#include "notices/mail_settings.hpp"
#include "notices/notice.hpp"
#include "settings/settings.hpp"

#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <regex>

namespace kunna {
namespace {

// take(match, file) for every place in the sources where the pattern is met; how many there were.
template <class F>
int each_in_sources(const std::regex& pattern, F&& take) {
    int found = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator{KUNNA_SOURCE_DIR "/src"}) {
        if (file.path().extension() != ".cpp") continue;
        std::ifstream in{file.path()};
        const std::string text{std::istreambuf_iterator<char>{in}, {}};
        for (std::sregex_iterator at{text.begin(), text.end(), pattern}, end; at != end; ++at, ++found)
            take(*at, file.path());
    }
    return found;
}

TEST(Texts, EveryActionOfTheTrailHasOne) {
    const std::regex append{R"(append\(\s*tx_?,\s*[^,]+,\s*"([a-z_]+\.[a-z_]+)\")"};
    EXPECT_GT(each_in_sources(append,
                              [](const std::smatch& at, const auto& file) {
                                  EXPECT_TRUE(texts::known("trail." + at[1].str())) << at[1] << " in " << file;
                              }),
              25);
}

TEST(Texts, EveryFieldNamedInTheTrailHasOne) {
    const auto has_one = [](std::string_view field, const auto& file) {
        EXPECT_TRUE(texts::known("trail.field." + std::string{field})) << field << " in " << file;
    };
    const std::regex literal{R"re(append\(\s*tx,\s*[^,]+,\s*"[a-z_.]+",\s*[^,;]+,\s*"([a-z_,]+)"\))re"};
    const auto each_has_one = [&](const std::smatch& at, const auto& file) {
        const std::string fields = at[1];
        for (const std::string_view field : text::split(fields, ',')) has_one(field, file);
    };
    EXPECT_GT(each_in_sources(literal, each_has_one), 10);
    const std::regex noted{R"re(note\([^;]*"([a-z_]+)"\);)re"};
    EXPECT_GT(each_in_sources(noted, [&](const std::smatch& at, const auto& file) { has_one(at[1].str(), file); }), 10);
}

TEST(Texts, EverySettingHasOneInTheTrail) {
    boost::mp11::mp_for_each<boost::describe::describe_members<settings::Wanted, boost::describe::mod_public>>(
        [](auto member) { EXPECT_TRUE(texts::known(std::string{"trail.field."} + member.name)) << member.name; });
    boost::mp11::mp_for_each<boost::describe::describe_members<notices::WantedMail, boost::describe::mod_public>>(
        [](auto member) { EXPECT_TRUE(texts::known(std::string{"trail.field."} + member.name)) << member.name; });
}

TEST(Texts, EveryKindOfNoticeHasThem) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<notices::NoticeKind>>([](auto kind) {
        for (const char* part : {".title", ".text", ".one"})
            EXPECT_TRUE(texts::known(std::string{"notice."} + kind.name + part)) << kind.name << part;
    });
}

TEST(Texts, EveryPermissionHasOne) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<access::Permission>>([](auto permission) {
        EXPECT_TRUE(texts::known(std::string{"permission."} + permission.name)) << permission.name;
    });
}

} // namespace
} // namespace kunna
