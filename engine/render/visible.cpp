#include "render/columns.hpp"
#include "render/render.hpp"

namespace factcheck {

std::string visible(std::string_view text) {
    std::string out;
    for (const Cell& cell : cells_of(text)) out += cell.shown;
    return out;
}

}  // namespace factcheck
