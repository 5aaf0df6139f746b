// Laws: properties that hold for any values, tried on many by RapidCheck. Quiet unless one fails. The seed is fixed, so that a
// run says the same twice; RC_PARAMS="seed=..." tries others.
#pragma once

#include "model/decimal.hpp"
#include "model/interval.hpp"
#include "model/period.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>

namespace factcheck::testing {

template <typename Property>
void law(const std::string& name, Property&& property) {
    rc::detail::TestMetadata metadata;
    metadata.description = name;
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    if (std::getenv("RC_PARAMS") == nullptr) {
        params.seed = 20250804;
        params.maxSuccess = 300;
    }
    const auto result = rc::detail::checkTestable(std::forward<Property>(property), metadata, params);
    std::ostringstream message;
    rc::detail::printResultMessage(result, message);
    INFO(name << ": " << message.str());
    CHECK(result.template is<rc::detail::SuccessResult>());
}

// Small numbers with small denominators: ends of intervals that often coincide.
inline rc::Gen<Rational> any_rational() {
    return rc::gen::map(rc::gen::pair(rc::gen::inRange<std::int64_t>(-60, 61), rc::gen::element<std::int64_t>(1, 2, 3, 10, 100)),
                        [](const std::pair<std::int64_t, std::int64_t>& p) { return Rational(p.first, p.second); });
}

inline rc::Gen<std::optional<Bound>> any_bound() {
    return rc::gen::map(rc::gen::tuple(rc::gen::inRange(0, 5), any_rational(), rc::gen::arbitrary<bool>()), [](const auto& t) {
        return std::get<0>(t) == 0 ? std::optional<Bound>() : std::optional(Bound{std::get<1>(t), std::get<2>(t)});
    });
}

// Empty ones among them.
inline rc::Gen<Interval> any_interval() {
    return rc::gen::map(rc::gen::pair(any_bound(), any_bound()), [](const auto& p) {
        Interval out{p.first, p.second};
        if (out.low && out.high && out.low->value > out.high->value && out.low->closed) std::swap(out.low, out.high);
        return out;
    });
}

inline rc::Gen<Day> any_day() {
    return rc::gen::map(rc::gen::inRange<std::int64_t>(-719162, 2932897),
                        [](std::int64_t n) { return Day{std::chrono::days{n}}; });
}

}  // namespace factcheck::testing
