package io.trailproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalTest {
  @Test
  void numbersAreRead() {
    assertEquals(Optional.of(new BigDecimal("-1.50")), Decimal.read("-1.50"));
    assertEquals(Optional.of(new BigDecimal("1e9")), Decimal.read("1e9"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "+1", "-1", ".5", "-.5", "1.", "+1.e3", "\u0663", "-\u0967.5"})
  void whateverJavaTakesForANumberIsOne(String text) {
    assertEquals(Optional.of(new BigDecimal(text)), Decimal.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "e5",
        "-",
        ".",
        "1e999999999",
        "-1E-999999999",
        "1e99999999999",
        "0x10",
        "NaN"
      })
  void whatIsNoNumberOrWouldTakeGigabytesIsNot(String text) {
    assertEquals(Optional.empty(), Decimal.read(text));
  }

  @Test
  void aMillionDigitsAreNotRead() {
    assertEquals(Optional.empty(), Decimal.read("1".repeat(1_000_000)));
  }
}
