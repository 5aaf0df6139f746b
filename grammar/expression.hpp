// The expression language of the rules. Every choice is made by its first token, so nothing is ever taken back: must<> is right
// here, and actions may build as they go. Only brackets nest, and who parses counts them first (limits::grammar_depth).
//
//   disjunction = conjunction { "or" conjunction }             negation = [ "not" ] relation
//   conjunction = negation { "and" negation }                  relation = sum [ relator sum ]
//   sum         = product { ( "+" | "-" ) product }            product  = unary { ( "*" | "/" ) unary }
//   unary       = [ "-" ] primary                              primary  = "(" disjunction ")" | number [ unit ] | named
//   named       = name [ "(" [ disjunction { keyword [ disjunction ] } ] ")"     change(to since from)
//                      | "[" place { "," place } "]"                             exports[reporter, *, period]
//                      | "." name ]                                              parts.value
//   place       = "*" [ name ] | disjunction
//
// A keyword without an argument stands for the name that it is: difference(to from). A unit is any word behind a number that is
// no keyword, so that "3 of them" is not three ofs.
#pragma once

#include <tao/pegtl/ascii.hpp>
#include <tao/pegtl/rules.hpp>

namespace factcheck::grammar::expression {

namespace pegtl = tao::pegtl;

struct space : pegtl::star<pegtl::one<' ', '\t', '\r', '\n'>> {};

template <char... Letters>
struct word : pegtl::seq<pegtl::string<Letters...>, pegtl::not_at<pegtl::identifier_other>> {};

struct and_word : word<'a', 'n', 'd'> {};
struct or_word : word<'o', 'r'> {};
struct not_word : word<'n', 'o', 't'> {};
struct relating_word
    : pegtl::sor<word<'i', 'n'>, word<'b', 'e', 'f', 'o', 'r', 'e'>, word<'d', 'u', 'r', 'i', 'n', 'g'>, word<'i', 's'>> {};
struct reserved : pegtl::sor<and_word, or_word, not_word, relating_word> {};
// Keywords of functions, which are names elsewhere.
struct argument_word : pegtl::sor<word<'s', 'i', 'n', 'c', 'e'>, word<'f', 'r', 'o', 'm'>, word<'o', 'f'>,
                                  word<'a', 'm', 'o', 'n', 'g'>, word<'p', 'e', 'r'>, word<'t', 'o'>, word<'a', 't'>> {};

struct name : pegtl::seq<pegtl::not_at<reserved>, pegtl::identifier> {};
struct keyword : pegtl::seq<pegtl::not_at<reserved>, pegtl::identifier> {};
struct member_name : pegtl::identifier {};

struct digits : pegtl::plus<pegtl::digit> {};
struct number : pegtl::seq<digits, pegtl::opt<pegtl::seq<pegtl::one<'.'>, digits>>> {};
struct unit : pegtl::sor<pegtl::one<'%'>, pegtl::seq<pegtl::not_at<pegtl::sor<reserved, argument_word>>, pegtl::identifier>> {};
struct quantity : pegtl::seq<number, pegtl::opt<pegtl::seq<space, unit>>> {};

struct disjunction;
struct value : pegtl::seq<disjunction> {};  // a disjunction that must be there

struct close_group : pegtl::one<')'> {};
struct group : pegtl::if_must<pegtl::one<'('>, space, value, space, close_group> {};

struct open_call : pegtl::one<'('> {};
struct close_call : pegtl::one<')'> {};
struct keyword_argument : pegtl::seq<keyword, space, pegtl::opt<disjunction>, space> {};
struct arguments : pegtl::seq<disjunction, space, pegtl::star<keyword_argument>> {};
struct call : pegtl::if_must<open_call, space, pegtl::opt<arguments>, close_call> {};

struct star_name : pegtl::seq<pegtl::not_at<reserved>, pegtl::identifier> {};
struct star : pegtl::one<'*'> {};
struct starred : pegtl::seq<star, pegtl::opt<star_name>> {};
struct place : pegtl::sor<starred, disjunction> {};
struct open_lookup : pegtl::one<'['> {};
struct close_lookup : pegtl::one<']'> {};
struct next_place : pegtl::if_must<pegtl::one<','>, space, place, space> {};
struct lookup : pegtl::if_must<open_lookup, space, place, space, pegtl::star<next_place>, close_lookup> {};

struct member : pegtl::if_must<pegtl::one<'.'>, member_name> {};
struct named : pegtl::seq<name, pegtl::opt<pegtl::sor<call, lookup, member>>> {};
struct primary : pegtl::sor<group, quantity, named> {};
struct operand : pegtl::seq<primary> {};  // a primary that must be there
struct negative : pegtl::if_must<pegtl::one<'-'>, space, operand> {};
struct unary : pegtl::sor<negative, primary> {};

struct product_sign : pegtl::one<'*', '/'> {};
struct factor : pegtl::seq<unary> {};
struct product_step : pegtl::if_must<pegtl::seq<space, product_sign>, space, factor> {};
struct product : pegtl::seq<unary, pegtl::star<product_step>> {};

struct sum_sign : pegtl::one<'+', '-'> {};
struct term : pegtl::seq<product> {};
struct sum_step : pegtl::if_must<pegtl::seq<space, sum_sign>, space, term> {};
struct sum : pegtl::seq<product, pegtl::star<sum_step>> {};

struct relator : pegtl::sor<pegtl::string<'!', '='>, pegtl::string<'<', '='>, pegtl::string<'>', '='>, pegtl::one<'=', '<', '>'>,
                            relating_word> {};
struct right_side : pegtl::seq<sum> {};
struct relation_step : pegtl::if_must<pegtl::seq<space, relator>, space, right_side> {};
struct relation : pegtl::seq<sum, pegtl::opt<relation_step>> {};

struct denied : pegtl::seq<relation> {};
struct negated : pegtl::if_must<not_word, space, denied> {};
struct negation : pegtl::sor<negated, relation> {};
struct and_side : pegtl::seq<negation> {};
struct and_step : pegtl::if_must<pegtl::seq<space, and_word>, space, and_side> {};
struct conjunction : pegtl::seq<negation, pegtl::star<and_step>> {};
struct or_side : pegtl::seq<conjunction> {};
struct or_step : pegtl::if_must<pegtl::seq<space, or_word>, space, or_side> {};
struct disjunction : pegtl::seq<conjunction, pegtl::star<or_step>> {};

struct end : pegtl::eof {};
struct whole : pegtl::must<space, value, space, end> {};

}  // namespace factcheck::grammar::expression
