// Certifying: a solved plan as a certificate, with the names by which people know what is in it.
#pragma once

#include "planning/certificate.hpp"
#include "plans/solving.hpp"

namespace kunna::plans {

// People by number of their row, not by name: who they are is looked up by those who may.
planning::Names names_of(const Given& given, const Model& model, std::string_view language);

} // namespace kunna::plans
