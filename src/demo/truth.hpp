// The hidden truth of a company, for tests and for judging analyses: what people truly can, how raters err, what was
// planted. The product never reads it.
#pragma once

#include "demo/company.hpp"

#include <iosfwd>

namespace kunna::demo {

// CSV: fact,person,object,value. Facts: seed, today, effect (object names it), bias (levels above the truth),
// leads_well, trained and lectured (value: month), left (value: last day), planted (object: the story), level (object:
// the skill's key; as of today, of everybody employed). Persons are employee numbers.
void write_truth(const Company& company, std::ostream& out);

} // namespace kunna::demo
