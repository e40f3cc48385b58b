// The OpenAPI text of a small router, word by word where it matters.
#include "base/json_write.hpp"
#include "http/openapi.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kunna::http::test {
namespace {

using access::Permission;
using testing::HasSubstr;

BOOST_DEFINE_ENUM_CLASS(Size, small, large)

struct Branch {
    std::string name;
    std::vector<Branch> below{};
};
BOOST_DESCRIBE_STRUCT(Branch, (), (name, below))

struct Tree {
    std::int64_t id = 0;
    std::int64_t version = 0;
    Size size = Size::small;
    std::optional<Size> wanted{};
    std::optional<Date> felled{};
    Instant planted{};
    std::vector<Branch> branches{};
    std::map<std::string, double> metres{};
    PersonId owner{};
};
BOOST_DESCRIBE_STRUCT(Tree, (), (id, version, size, wanted, felled, planted, branches, metres, owner))

struct TreePath {
    std::int64_t tree = 0;
};
BOOST_DESCRIBE_STRUCT(TreePath, (), (tree))

void declare(Router& api) {
    api.get("/trees/{tree}", {.summary = "One tree", .needs = Permission::view_people},
            [](const TreePath&) -> Result<Tree> { return Tree{}; });
    api.get("/trees", {.summary = "Trees", .needs = Needs::nothing()},
            [](const PageAsked&) -> Result<Page<Tree>> { return Page<Tree>{}; });
    api.post("/trees", {.summary = "Plant", .needs = {Permission::edit_people, Permission::edit_roles}},
             [](const Tree& tree) -> Result<Created<Tree>> {
                 return Created<Tree>{"/trees/1", tree};
             });
    api.put("/trees/{tree}", {.summary = "Change", .needs = Permission::edit_people},
            [](const TreePath&, const Tree& tree, IfMatch) -> Result<Tree> { return tree; });
    api.get("/trees.csv",
            {.summary = "Trees as CSV or XLSX", .needs = Permission::export_files, .produces = table_files},
            []() -> Result<File> {
                return File{"text/csv", "trees.csv"};
            });
}

const json::Node& at(const json::Node& node, std::initializer_list<std::string_view> path) {
    const json::Node* found = &node;
    for (const std::string_view key : path) {
        found = found->find(key);
        if (found == nullptr) throw std::runtime_error{"no " + std::string{key}};
    }
    return *found;
}

std::string written(const json::Node& node) {
    std::string out;
    json::write_node(out, node);
    return out;
}

TEST(OpenApi, TypesBecomeComponentsByTheirName) {
    Router api;
    declare(api);
    const auto document = json::parse(openapi(api, "1.2.3"));
    ASSERT_TRUE(document.ok());
    EXPECT_EQ(
        written(at(*document, {"components", "schemas", "Tree"})),
        R"({"type":"object","properties":{"id":{"type":"integer","minimum":-9007199254740991,"maximum":9007199254740991},)"
        R"("version":{"type":"integer","minimum":-9007199254740991,"maximum":9007199254740991},)"
        R"("size":{"$ref":"#/components/schemas/Size"},)"
        R"("wanted":{"anyOf":[{"$ref":"#/components/schemas/Size"},{"type":"null"}]},)"
        R"("felled":{"type":["string","null"],"format":"date"},"planted":{"type":"string","format":"date-time"},)"
        R"("branches":{"type":"array","items":{"$ref":"#/components/schemas/Branch"}},)"
        R"("metres":{"type":"object","additionalProperties":{"type":"number"}},)"
        R"("owner":{"type":"integer","minimum":0,"maximum":9007199254740991}},)"
        R"("required":["id","version","size","planted","owner"],"additionalProperties":false})");
    EXPECT_EQ(written(at(*document, {"components", "schemas", "Size"})),
              R"({"type":"string","enum":["small","large"]})");
    // A type that contains itself is a reference to itself.
    EXPECT_THAT(written(at(*document, {"components", "schemas", "Branch"})),
                HasSubstr(R"("items":{"$ref":"#/components/schemas/Branch"})"));
    // What is only answered always says its lists; a body may leave them out, as Tree shows.
    EXPECT_EQ(written(at(*document, {"components", "schemas", "PageOfTree", "required"})), R"(["items"])");
}

TEST(OpenApi, AnOperationSaysWhatItNeedsAndAnswers) {
    Router api;
    declare(api);
    const auto document = json::parse(openapi(api, "1.2.3"));
    ASSERT_TRUE(document.ok());
    const json::Node& put = at(*document, {"paths", "/trees/{tree}", "put"});
    EXPECT_EQ(written(at(put, {"operationId"})), R"("put_trees_tree")");
    EXPECT_EQ(written(at(put, {"tags"})), R"(["http"])"); // the folder this file lies in
    EXPECT_EQ(written(at(put, {"x-permission"})), R"(["edit_people"])");
    EXPECT_THAT(written(at(put, {"parameters"})), HasSubstr(R"({"name":"If-Match","in":"header")"));
    EXPECT_THAT(written(at(put, {"parameters"})), HasSubstr(R"({"name":"tree","in":"path","required":true)"));
    EXPECT_NE(at(put, {"responses"}).find("412"), nullptr);
    EXPECT_NE(at(put, {"responses"}).find("428"), nullptr);
    EXPECT_NE(at(put, {"responses", "200", "headers"}).find("ETag"), nullptr);
    const json::Node& list = at(*document, {"paths", "/trees", "get"});
    EXPECT_EQ(written(at(list, {"security"})), "[]");
    EXPECT_THAT(written(at(list, {"parameters"})),
                HasSubstr(R"({"name":"cursor","in":"query","schema":{"type":"string"}})"));
    EXPECT_EQ(written(at(*document, {"paths", "/trees", "post", "x-permission"})), R"(["edit_people","edit_roles"])");
    EXPECT_NE(at(*document, {"paths", "/trees", "post", "responses"}).find("201"), nullptr);
    const json::Node& files = at(*document, {"paths", "/trees.csv", "get", "responses", "200", "content"});
    EXPECT_NE(files.find("text/csv"), nullptr);
    EXPECT_NE(files.find("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), nullptr);
}

TEST(OpenApi, IsTheSameWhateverTheOrderOfDeclaration) {
    Router one;
    declare(one);
    one.get("/a", {.summary = "A", .needs = Needs::nothing()}, []() -> Result<void> { return {}; });
    Router other;
    other.get("/a", {.summary = "A", .needs = Needs::nothing()}, []() -> Result<void> { return {}; });
    declare(other);
    EXPECT_EQ(openapi(one, "1"), openapi(other, "1"));
    EXPECT_EQ(permissions_table(one), permissions_table(other));
}

TEST(PermissionsTable, TicksTheRolesThatHoldTheVerb) {
    Router api;
    declare(api);
    const std::string table = permissions_table(api);
    EXPECT_THAT(table, HasSubstr("| operation | needs | employee | manager | hr |"));
    EXPECT_THAT(table, HasSubstr("| `GET /api/v1/trees` | nothing | ✓ | ✓ | ✓ |"));
    EXPECT_THAT(table, HasSubstr("| `POST /api/v1/trees` | edit_people or edit_roles | | | ✓ |"));
}

} // namespace
} // namespace kunna::http::test
