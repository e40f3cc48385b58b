// Gender: for statistics over many alone; it is no input of anything.
#pragma once

#include <boost/describe.hpp>

namespace kunna::people {

BOOST_DEFINE_ENUM_CLASS(Gender, unstated, woman, man, other)

} // namespace kunna::people
