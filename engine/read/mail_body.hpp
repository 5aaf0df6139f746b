// The parts of a mail: transfer encodings undone, with the map back.
#pragma once

#include "model/span.hpp"
#include "read/decoding.hpp"

#include <string>
#include <string_view>

namespace factcheck {

struct MailPart {
    Span body;             // in the mail
    std::string type;      // "text/plain", in small letters
    std::string charset;   // as declared; empty: US-ASCII
    std::string transfer;  // "quoted-printable", "base64", else as it is; in small letters
};

// Appends the part's words to `out`. `quotes`: lines that begin with `>` are what somebody else wrote, and left out.
void decode_part(std::string_view mail, const MailPart& part, bool leave_out_quotes, Decoding& out);

// The words of a header (RFC 2047: "=?utf-8?Q?Caf=C3=A9?="), with those that are not encoded in their place.
void decode_header(std::string_view mail, Span value, Decoding& out);

}  // namespace factcheck
