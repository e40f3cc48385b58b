// Personas: the people whose accounts are shown on the sign-in page of the demonstration.
#pragma once

#include "demo/company.hpp"

namespace kunna::demo {

inline constexpr std::size_t persona_count = 8;
inline constexpr std::array personas{Persona::hr,       Persona::learning,  Persona::manager, Persona::upper_manager,
                                     Persona::employee, Persona::executive, Persona::auditor, Persona::administrator};

// Chooses the posts of the personas and keeps whoever holds them.
void choose_personas(Company& company);

// The fixed name of the persona that holds the post; none for everybody else.
std::optional<Name> persona_name(const Company& company, PostNumber post);
// The administrator is employed elsewhere.
Name administrator_name();

} // namespace kunna::demo
