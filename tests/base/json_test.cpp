// JSON strictly read and quickly written.
#include "base/json_read.hpp"
#include "base/json_write.hpp"

#include <boost/describe.hpp>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

namespace kunna::json {
namespace {

using testing::ElementsAre;

BOOST_DEFINE_ENUM_CLASS(Colour, red, green, default_)

struct Inner {
    std::uint8_t small = 0;
    std::optional<double> ratio{};
};
BOOST_DESCRIBE_STRUCT(Inner, (), (small, ratio))

struct Base {
    PersonId person{};
};
BOOST_DESCRIBE_STRUCT(Base, (), (person))

struct Outer : Base {
    std::string text{};
    Colour colour = Colour::red;
    std::vector<Inner> list{};
    std::map<std::string, std::vector<bool>> map{};
    std::optional<Date> day{};
    Instant at{};
    std::int64_t big = 0;
    Node any{};
};
BOOST_DESCRIBE_STRUCT(Outer, (Base), (text, colour, list, map, day, at, big, any))

std::vector<std::string> wrong(std::string_view text) {
    const auto read = from_text<Outer>(text);
    std::vector<std::string> list;
    if (read.ok()) return list;
    for (const FieldError& field : read.error().fields) list.push_back(field.where + " " + field.code);
    if (list.empty()) list.push_back(read.error().code);
    return list;
}

const std::string whole =
    R"({"person":7,"text":"Åsa \"Ö\"\n","colour":"default","list":[{"small":255,"ratio":0.1},{"small":0,"ratio":null}],)"
    R"("map":{"a/b":[true,false]},"day":"2024-02-29","at":"2026-11-21T20:49:00.123Z","big":-9007199254740993,)"
    R"("any":{"x":[1,2.5,null,"y",18446744073709551615]}})";

TEST(Json, WhatIsWrittenIsReadBackTheSame) {
    const auto read = from_text<Outer>(whole);
    ASSERT_TRUE(read.ok()) << wrong(whole).front();
    EXPECT_EQ(to_text(*read), whole);
    EXPECT_EQ(read->person, PersonId{7});
    EXPECT_EQ(read->list[0].small, 255);
    EXPECT_EQ(read->colour, Colour::default_);
}

TEST(Json, EveryProblemIsNamedByItsPointerAtOnce) {
    EXPECT_THAT(
        wrong(R"({"person":0,"text":1,"colour":"blue","list":[{"small":256},{"ratio":"x"},7],"map":{"a/b":[1],"~":[]},)"
              R"("day":"2023-02-29","at":"now","big":1.5,"any":1,"more":1})"),
        ElementsAre("/person input.not_an_id", "/text input.not_a_text", "/colour input.not_one_of",
                    "/list/0/small input.out_of_range", "/list/1/ratio input.not_a_number",
                    "/list/1/small input.missing", "/list/2 input.not_an_object", "/map/a~1b/0 input.not_true_or_false",
                    "/day input.not_a_date", "/at input.not_a_time", "/big input.not_a_whole_number",
                    "/more input.unknown_member"));
}

TEST(Json, AMissingMemberIsNamedUnlessItMayBeAbsent) {
    EXPECT_THAT(wrong("{}"), ElementsAre("/person input.missing", "/text input.missing", "/colour input.missing",
                                         "/at input.missing", "/big input.missing", "/any input.missing"));
}

TEST(Json, NumbersKeepTheirRange) {
    EXPECT_EQ(*from_text<std::int64_t>("9223372036854775807"), std::numeric_limits<std::int64_t>::max());
    EXPECT_FALSE(from_text<std::int64_t>("9223372036854775808").ok());
    EXPECT_EQ(*from_text<std::uint64_t>("18446744073709551615"), std::numeric_limits<std::uint64_t>::max());
    EXPECT_FALSE(from_text<std::uint64_t>("-1").ok());
    EXPECT_EQ(*from_text<std::int32_t>("3.0"), 3); // a whole number to JSON Schema
    EXPECT_FALSE(from_text<std::int32_t>("1e300").ok());
    EXPECT_FALSE(from_text<double>("1e999").ok());
    EXPECT_EQ(to_text(0.1), "0.1");
    EXPECT_EQ(to_text(-0.0), "0");
    for (const char* text : {"0.3", "2.675", "1e23", "8.888888888888889e+43", "5e-324", "1.7976931348623157e+308"}) {
        EXPECT_EQ(to_text(*from_text<double>(text)), to_text(std::strtod(text, nullptr))) << text;
    }
    EXPECT_EQ(*from_text<double>("88888888888888888888888888888888808888808880"),
              88888888888888888888888888888888808888808880.0);
    EXPECT_EQ(to_text(1.0 / 3), "0.3333333333333333");
    EXPECT_THROW(to_text(std::numeric_limits<double>::quiet_NaN()), std::domain_error);
}

TEST(Json, WhatIsNotStrictlyJsonIsRefused) {
    for (const char* text : {"",
                             " ",
                             "{",
                             "[1,]",
                             "{\"a\":1,}",
                             "{a:1}",
                             "'a'",
                             "01",
                             "+1",
                             ".5",
                             "1.",
                             "nul",
                             "NaN",
                             "// c\n1",
                             "1 2",
                             "\"\t\"",
                             "\"\\x\"",
                             "\"\\ud800\"",
                             "\xEF\xBB\xBF"
                             "1",
                             "\"\xC3\"",
                             "\"\xED\xA0\x80\"",
                             "\"\xC0\xAF\""}) {
        EXPECT_FALSE(parse(text).ok()) << text;
    }
    EXPECT_EQ(parse("{\n  \"a\": x}").error().values[0].second, "2");
}

TEST(Json, AKeyThatStandsTwiceIsRefusedWithItsPlace) {
    EXPECT_THAT(wrong(R"({"list":[{},{"a":{"b":1,"c":2,"b":3}}]})"), ElementsAre("/list/1/a/b json.duplicate_key"));
    std::string many = "{";
    for (int i = 0; i < 100; ++i) many += "\"k" + std::to_string(i) + "\":0,";
    EXPECT_TRUE(parse(many + "\"last\":0}").ok());
    EXPECT_FALSE(parse(many + "\"k50\":0}").ok());
    // However it is written.
    EXPECT_FALSE(parse(R"({"a":1,"\u0061":2})").ok());
}

TEST(Json, DepthIsBounded) {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_TRUE(parse(nested(max_depth)).ok());
    EXPECT_EQ(parse(nested(max_depth + 1)).error().code, "json.too_deep");
    EXPECT_EQ(parse(nested(500'000)).error().code, "json.too_deep");
}

TEST(Json, ManyProblemsAreListedUpToALimit) {
    std::string list = "[1";
    for (int i = 0; i < 1000; ++i) list += ",1";
    const auto read = from_text<std::vector<std::string>>(list + "]");
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().fields.size(), max_problems);
}

TEST(Json, ATextWithANulIsRefused) {
    EXPECT_FALSE(from_text<std::string>(R"("a\u0000b")").ok());
}

} // namespace
} // namespace kunna::json
