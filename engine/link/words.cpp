#include "link/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace factcheck::words {

namespace {

template <std::size_t N>
struct Text {
    char letters[N] = {};
    consteval Text(const char (&text)[N]) { std::copy_n(text, N, letters); }  // NOLINT: a literal is what it is made of
    [[nodiscard]] constexpr std::string_view view() const { return {letters, N - 1}; }
};

// Words in their order, and a bit for each pair of a length and a first letter: most words are refused by it.
template <std::size_t N>
struct List {
    std::array<std::string_view, N> sorted;
    std::array<std::uint32_t, 32> bits{};
};
constexpr std::size_t length_of(std::string_view word) { return std::min<std::size_t>(word.size(), 31); }
constexpr std::uint32_t letter_of(std::string_view word) {
    return word.empty() ? 0U : 1U << (static_cast<unsigned char>(word.front()) % 32U);
}

// The words of a text, parted by single spaces, sorted when it is compiled.
template <Text words>
constexpr auto list = [] {
    constexpr std::string_view text = words.view();
    List<static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1> out;
    std::size_t from = 0;
    for (std::string_view& word : out.sorted) {
        const std::size_t past = std::min(text.find(' ', from), text.size());
        word = text.substr(from, past - from);
        from = past + 1;
        out.bits[length_of(word)] |= letter_of(word);
    }
    std::sort(out.sorted.begin(), out.sorted.end());
    return out;
}();

template <std::size_t N>
bool in(const List<N>& words, std::string_view word) {
    return (words.bits[length_of(word)] & letter_of(word)) != 0 &&
           std::binary_search(words.sorted.begin(), words.sorted.end(), word);
}

constexpr auto prepositions = list<"to from by with in for of into among between at on against towards toward via across within">;
constexpr auto determiners = list<"the a an both neighbouring neighboring mainland nearby its their">;
constexpr auto openers =
    list<"and but while whereas with which who where although though when as after before because since or followed">;
constexpr auto parters = list<"while whereas but although though">;
constexpr auto comparers = list<"compared against than versus vs">;
constexpr auto functions = list<
    "the a an and or but of in to from by for with on at as that this these those its their his her our is are was "
    "were be been has have had will would which who while whereas when where during over under after before since "
    "until till between than then also still just only up down per compared against versus worth last next so because "
    "although though if it they he she not no some about around nearly almost into out through respectively alone "
    "annually yearly total more less there">;
constexpr auto plain_before = list<
    "total overall annual monthly yearly quarterly merchandise goods combined aggregate national country's bilateral "
    "its their the all of in and that with as while whereas but when where which for from to by on than saw seen said "
    "show shows showed shown see sees higher lower strong stronger weak weaker robust record rising falling growing "
    "declining increased increasing reduced surging soaring dwindling country nation government took take takes "
    "pushed push pushing lifted lifting boosted boost boosting helped kept made makes make had has have having "
    "recorded posted registered received cumulative provisional actual headline current recent new drove driving "
    "drive brought bringing sent left putting put although though because since after before however meanwhile "
    "year-on-year inward workers s this these those a an outbound direct official worth meant annualised annualized key "
    "benchmark main if whether was were is are or at cut raised held lowered hiked slashed maintained slowed largest "
    "biggest physical outward inflation-adjusted">;
constexpr auto plain_of = list<"goods merchandise products commodities all its the some about over more nearly around">;
constexpr auto past = list<
    "heard was were had did stood reached came totalled totaled amounted hit touched rose fell grew dropped increased "
    "decreased declined climbed surged jumped exported imported sold bought shipped recorded posted clocked eased "
    "slowed accelerated received sent held kept cut raised said announced hosted agreed killed died lasted became "
    "remained ranked spoke met crossed went flowed arrived headed struck began took gave made saw led lost won left "
    "launched visited withdrew reopened ended started">;
constexpr auto present = list<
    "is are stands remains has have stand remain amounts totals exports imports holds keeps ranks runs buys sells "
    "speak speaks view views say opens starts begins">;
constexpr auto future = list<"will shall going tomorrow">;
constexpr auto forecasters = list<
    "urged urges demanded demands asked asks wants want recommended recommends suggested lobbied pressed expected expects expect "
    "forecast forecasts forecasted projected projects projection target targets targeted aims "
    "aim aiming plans planned estimate hopes hoped predicted predicts likely will goal set seeks">;
constexpr auto prospective = list<"potential proposed planned budgeted envisaged prospective hoped-for">;
constexpr auto settings = list<"after following since before amid during despite until">;
constexpr auto conditioners = list<"if unless would could might may should can whether">;
constexpr auto deniers = list<"not never denied denies wrongly falsely incorrectly untrue false n't neither nor">;
constexpr auto attributers = list<"said says according claimed claims told stated argued insisted">;
constexpr auto lasting = list<"lasted lasting lasts long continued ran raged dragged went">;
constexpr auto happenings = list<
    "agree agreed reach reached sign signed conclude concluded seal sealed clinched inked broker brokered broke "
    "mediated declare declared announce announced unveiled hold held hosted host hosts received receive met spoke "
    "talked took take came come began begin begun started start ended end erupted occurred happened launched carried "
    "killed completed complete withdrew opened imposed paused suspended finalised finalized entered secured lasted "
    "raged fought taken struck left made done closed finished ceased halted">;
constexpr auto auxiliaries = list<"was were is are has have had been be being did do does also then">;
constexpr auto namers = list<"called dubbed termed described named hailed">;
constexpr auto announced_kinds = list<"agreement ceasefire tariff appointment meeting">;
constexpr auto overtakers = list<"overtaken overtook replaced replacing displaced surpassed passed dethroned overtaking">;
constexpr auto excepters = list<"after behind besides except excluding outside apart barring following">;
constexpr auto movers =
    list<"reaching totalling totaling hitting amounting climbing jumping touching standing crossing worth rising falling">;
constexpr auto includers = list<"including includes include included comprising comprised excluding">;
constexpr auto ups = list<
    "up rise rises rose risen rising increase increases increased increasing grew grow grown growing growth climb climbed "
    "climbing jump jumped jumping surge surged surging soared soaring gained gaining higher more raised raising "
    "hiked advance advanced expanded expanding widened swelled greater larger bigger improvement accelerated quickened edged "
    "rebounded boosted lifted">;
constexpr auto downs = list<
    "down fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining drop "
    "drops dropped dropping slip slipped slid slide plunge plunged plunging plummeted tumble tumbled tumbling sank shrank "
    "shrunk slump slumped dip dipped lower less fewer cut cutting reduced reducing reduction narrowed eased slowed lowered "
    "contracted contraction smaller trimmed slashed weakened">;
// Words that point to a time or a thing and change nothing in how two figures stand to each other.
constexpr auto pointers = list<
    "the a an its their his her same this that these those last previous prior year years quarter month months period week "
    "weeks day ago earlier before during for in as it was were had been is are with revised level levels figure figures "
    "corresponding comparable preceding preliminary total around about some then just already year-earlier year-ago "
    "month-earlier month-ago first second third fourth half nine six three 's seen record recorded reported posted still "
    "also mln bln dlrs pct percent cent per seasonally adjusted unadjusted provisional calendar fiscal annual average">;
constexpr auto period_parts = list<
    "half quarter quarters third thirds months month weeks week days part most much end start beginning middle rest "
    "remainder">;

}  // namespace

bool preposition(std::string_view word) { return in(prepositions, word); }
bool determiner(std::string_view word) { return in(determiners, word); }
bool opens_clause(std::string_view word) { return in(openers, word); }
bool parts_clause(std::string_view word) { return in(parters, word); }
bool compares(std::string_view word) { return in(comparers, word); }
bool function_word(std::string_view word) { return in(functions, word); }
bool plain_before_cue(std::string_view word) { return in(plain_before, word); }
bool plain_after_of(std::string_view word) { return in(plain_of, word); }
bool past_verb(std::string_view word) { return in(past, word); }
bool present_verb(std::string_view word) { return in(present, word); }
bool future_verb(std::string_view word) { return in(future, word); }
bool forecasts(std::string_view word) { return in(forecasters, word); }
bool prospects(std::string_view word) { return in(prospective, word); }
bool sets_a_scene(std::string_view word) { return in(settings, word); }
bool conditions(std::string_view word) { return in(conditioners, word); }
bool denies(std::string_view word) { return in(deniers, word); }
bool attributes(std::string_view word) { return in(attributers, word); }
bool lasts(std::string_view word) { return in(lasting, word); }
bool happens(std::string_view word) { return in(happenings, word); }
bool auxiliary(std::string_view word) { return in(auxiliaries, word); }
bool names_only(std::string_view word) { return in(namers, word); }
bool made_by_announcing(std::string_view word) { return in(announced_kinds, word); }
bool overtakes(std::string_view word) { return in(overtakers, word); }
bool excepts(std::string_view word) { return in(excepters, word); }
bool moves(std::string_view word) { return in(movers, word); }
bool includes(std::string_view word) { return in(includers, word); }
bool goes_up(std::string_view word) { return in(ups, word); }
bool goes_down(std::string_view word) { return in(downs, word); }
bool refers(std::string_view word) { return in(pointers, word); }
bool part_of_period(std::string_view word) { return in(period_parts, word); }

}  // namespace factcheck::words
