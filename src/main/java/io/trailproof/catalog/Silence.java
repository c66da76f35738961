package io.trailproof.catalog;

import io.trailproof.document.Decimal;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import java.math.BigDecimal;
import java.util.Optional;

/** Whether a value of a property that may silence does. */
final class Silence {
  private static final String EQUAL = " = ";
  private static final String BELOW = " < ";

  private Silence() {}

  /** True for the word of a property that may silence. */
  static boolean isOne(Json word) {
    return word.asText().filter(text -> text.startsWith(Classification.SILENCING)).isPresent();
  }

  /** True if a property with such a word may silence by its value; what is not known may. */
  static boolean may(Json word, Value value) {
    if (!isOne(word)) {
      return false;
    }
    String text = word.asText().orElseThrow();
    Optional<BigDecimal> known = value.asText().flatMap(Decimal::read);
    if (known.isEmpty()) {
      return true;
    }
    return limit(text, EQUAL)
        .map(limit -> known.get().compareTo(limit) == 0)
        .or(() -> limit(text, BELOW).map(limit -> known.get().compareTo(limit) < 0))
        .orElse(true);
  }

  /** The path of a property, without the values that are said of it. */
  static String path(String written) {
    return written.split("[ ][=<][ ]", -1)[0];
  }

  /** The word of a property, with the values that are said of it. */
  static String word(String word, String written) {
    return word + written.substring(path(written).length());
  }

  private static Optional<BigDecimal> limit(String text, String sign) {
    int at = text.indexOf(sign);
    return at < 0 ? Optional.empty() : Decimal.read(text.substring(at + sign.length()));
  }
}
