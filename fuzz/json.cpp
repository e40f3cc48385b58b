// JSON: never crashes, and what it accepts it writes and reads back as the same.
#include "base/json_read.hpp"
#include "base/json_write.hpp"

#include <boost/describe.hpp>
#include <cstdlib>

namespace {

BOOST_DEFINE_ENUM_CLASS(Word, one, two)

struct Leaf {
    std::int16_t small = 0;
    std::optional<double> real{};
    Word word = Word::one;
};
BOOST_DESCRIBE_STRUCT(Leaf, (), (small, real, word))

struct Root {
    std::string text{};
    std::vector<Leaf> leaves{};
    std::map<std::string, kunna::Date> days{};
    kunna::Instant at{};
    kunna::PersonId person{};
    kunna::json::Node any{};
};
BOOST_DESCRIBE_STRUCT(Root, (), (text, leaves, days, at, person, any))

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto node = kunna::json::parse(text);
    if (!node.ok()) return 0;
    std::string written;
    try {
        kunna::json::write_node(written, *node);
    } catch (const std::domain_error&) {
        return 0; // 1e999 is infinity, which has no JSON form
    }
    const auto again = kunna::json::parse(written);
    if (!again.ok()) std::abort();
    std::string rewritten;
    kunna::json::write_node(rewritten, *again);
    if (written != rewritten) std::abort();
    const auto root = kunna::json::from_node<Root>(*node);
    if (root.ok()) {
        const auto reread = kunna::json::from_text<Root>(kunna::json::to_text(*root));
        if (!reread.ok()) std::abort();
    }
    return 0;
}
