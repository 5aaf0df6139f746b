// Prose in another language is set aside; names, tables and headlines without function words are not taken for it.
#include "read/language.hpp"

#include "mentions.hpp"
#include "read/read.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace factcheck;

TEST_CASE("prose of other languages and scripts is told from English") {
    for (const char* row :
         {"Die Ausfuhren stiegen im Juni um 7 Prozent auf 4 Milliarden Euro.",
          "Im zweiten Quartal wurden 900 Fahrzeuge verkauft.", "Les ventes ont reculé de 3 % en juin, selon le ministère.",
          "Las ventas bajaron un 3 por ciento en junio, hasta los 400 millones.",
          "As vendas caíram 3% em junho, para 400 milhões de reais.", "Le vendite sono calate del 3 per cento a giugno.",
          "De verkoop daalde in juni met 3 procent tot 400 miljoen euro.",
          "Penjualan turun 3 persen pada bulan Juni menjadi 400 juta dolar.", "جون میں فروخت تین فیصد کم ہوئی۔",
          "जून में बिक्री 3 प्रतिशत घटी।", "六月份销售额下降3%。", "В июне продажи упали на 3 процента.",
          "تراجعت المبيعات 3 في المئة في يونيو."}) {
        INFO(row);
        CHECK(language_of(row) == Language::other);
    }
}

TEST_CASE("names, tables and headlines are not taken for another language") {
    for (const char* row : {"Sales fell 3 percent in June to 400 million euros.", "Banco de la Nacion de Colombia lifts rate",
                            "Los Angeles 5, San Diego 3; Las Vegas 2", "Shr 5 cts vs 4 cts Net 3.2 mln vs 2.1 mln",
                            "GDP 5.4 5.6 5.7 5.8 Exports 3 4 5", "Société Générale and Crédit Agricole rose 5 percent in Paris",
                            "Dos Santos, da Silva win in Rio de Janeiro", "La Paz, Bolivia: 5 dead", "3 5 7 9", ""}) {
        INFO(row);
        CHECK(language_of(row) != Language::other);
    }
}

TEST_CASE("a text that is not English gives one note and no mentions") {
    ReadOptions options;
    options.input_format = "text";
    const Text text = read_text("Umsatz 2024\n\nDer Umsatz stieg im Mai um 5 Prozent auf 3 Milliarden Euro.\n", options);
    CHECK(mentions_of(text).empty());
    REQUIRE(text.notes.size() == 1);
    CHECK(text.notes.front() == "the text is not English and was not read");
    CHECK(text.partly_read);
}

TEST_CASE("a paragraph that is not English is left out of an English text") {
    ReadOptions options;
    options.input_format = "text";
    const Text text = read_text(
        "Sales rose by 5 percent, and that was what they had said.\n\n"
        "Der Umsatz stieg im Mai um 7 Prozent auf 3 Milliarden Euro.\n",
        options);
    REQUIRE(text.notes.size() == 1);
    CHECK(text.notes.front() == "1 paragraph is not English and not read");
    CHECK_FALSE(text.partly_read);
    REQUIRE(mentions_of(text).size() == 1);
    CHECK(mentions_of(text).front().text == "5 percent");
}
