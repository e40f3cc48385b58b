// Reads XML piece by piece, in bounded memory, and only the harmless part of it: a DTD, an entity of the document's
// own, or an encoding other than UTF-8 is refused. (A tree of a 100 MiB sheet would take a gigabyte, hence no tree.)
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kunna::tabular {

class Xml {
public:
    // Up to `most` bytes into `into`; 0 at the end.
    using Pull = std::function<Result<std::size_t>(char* into, std::size_t most)>;
    enum class Token : std::uint8_t { open, close, text, end };

    // `part` names the document in refusals: xml.broken, xml.dtd, xml.entity, xml.encoding.
    Xml(std::string part, Pull pull) : part_(std::move(part)), pull_(std::move(pull)) {}

    // An empty element is an open and a close. Text comes in pieces of at most 64 KiB, CDATA and entities resolved; it
    // may be cut inside a UTF-8 character, and is not checked to be valid UTF-8.
    Result<Token> next();
    // Of the element just opened or closed, without its prefix; valid until the next call, as all below.
    [[nodiscard]] std::string_view name() const { return name_; }
    // By its name without prefix; empty when it is not there.
    [[nodiscard]] std::string_view attribute(std::string_view local) const;
    [[nodiscard]] std::string_view text() const { return text_; }
    // Past the close of the element just opened.
    Result<void> skip();
    [[nodiscard]] Error broken() const;

private:
    struct Attribute {
        std::string_view name;
        std::string value;
    };

    Result<bool> fill();
    Result<bool> have(std::size_t count);
    Result<std::size_t> find(std::string_view stop, std::size_t most);
    Result<void> skip_past(std::string_view stop);
    Result<void> declaration();
    Result<void> open_tag();
    Result<void> close_tag();
    Result<bool> characters();
    Result<bool> cdata();
    Result<void> decode(std::string_view raw, std::string& out) const;
    void push(std::string_view qualified);
    void pop();
    [[nodiscard]] std::string_view top() const;
    [[nodiscard]] Error refused(std::string code) const;

    std::string part_;
    Pull pull_;
    std::string buffer_; // at_ to end_ is read and not yet used
    std::size_t at_ = 0;
    std::size_t end_ = 0;
    bool ended_ = false;
    bool begun_ = false;
    bool rooted_ = false;
    bool empty_element_ = false;
    bool in_cdata_ = false;
    std::string open_names_; // of the elements that are open, one after the other
    std::vector<std::size_t> open_at_;
    std::string closed_;
    std::string_view name_;
    std::string text_;
    std::vector<Attribute> attributes_; // the first attribute_count_ are the element's; the rest keep their memory
    std::size_t attribute_count_ = 0;
};

} // namespace kunna::tabular
