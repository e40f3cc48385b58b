// What several operations ask of an assessment. Private to assessments.
#pragma once

#include "access/actor.hpp"
#include "assessments/store.hpp"

namespace kunna::assessments {

inline constexpr std::size_t longest_text = 4000;
inline constexpr std::size_t longest_name = 200;

// The statement, when the actor may know of it: the person, the assessor, and whoever may see the person's levels.
// The same 404 (assessment.not_found) for a missing and an invisible one; HR is asked for a reason first.
Result<store::AssessmentFlat> visible_assessment(db::Tx& tx, const access::Actor& actor, AssessmentId assessment);
// Squeezed at both ends; refuses an empty or too long one at the place given.
Result<std::string> said(const std::string& text, const std::string& where);

} // namespace kunna::assessments
