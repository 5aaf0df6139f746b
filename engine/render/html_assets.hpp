// The page's style and script: engine/render/html/, put into the program by the build.
#pragma once

#include <string_view>

namespace factcheck {

extern const std::string_view html_style;
extern const std::string_view html_script;

}  // namespace factcheck
