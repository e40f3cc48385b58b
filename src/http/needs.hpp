// Needs: what a route asks of the actor. There is no default, so a route without a permission does not compile.
#pragma once

#include "access/actor.hpp"

#include <initializer_list>
#include <vector>

namespace kunna::http {

class Needs {
public:
    Needs(access::Permission one) : any_of_{one} {}
    // Any one of them is enough.
    Needs(std::initializer_list<access::Permission> any_of) : any_of_(any_of) {}
    // Everybody, signed in or not.
    static Needs nothing() { return Needs{false}; }
    // Whoever is signed in.
    static Needs sign_in() { return Needs{true}; }

    [[nodiscard]] bool needs_actor() const { return signed_in_; }
    [[nodiscard]] const std::vector<access::Permission>& any_of() const { return any_of_; }
    [[nodiscard]] bool met_by(const access::Actor& actor) const;

private:
    explicit Needs(bool signed_in) : signed_in_(signed_in) {}

    std::vector<access::Permission> any_of_{};
    bool signed_in_ = true;
};

} // namespace kunna::http
