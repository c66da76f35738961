package io.trailproof.aws.alarm.composite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.alarm.AlarmState;
import io.trailproof.kleene.Truth;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public final class CompositeRuleTest {

  private static CompositeRule rule(String text) {
    return CompositeRule.parse(text).rule().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALARM(x) | YES",
        "ALARM(\"x\") | YES",
        "ALARM( x ) OR ALARM(y) | YES",
        "ALARM(x) AND ALARM(y) | NO",
        "ALARM(x) AND NOT ALARM(y) | YES",
        "ALARM(x) AND OK(y) | YES",
        "NOT ALARM(x) | NO",
        "ALARM(y) | NO",
        "TRUE | NO",
        "FALSE | NO",
        "ALARM(x) OR TRUE | NO",
        "ALARM(x) AND FALSE OR ALARM(x) | YES",
        "NOT (NOT ALARM(x)) | YES",
        "OK(x) | NO",
        "NOT OK(x) | UNKNOWN",
        "ALARM(later) | UNKNOWN",
        "ALARM(later) OR ALARM(x) | YES",
        "ALARM(later) AND ALARM(y) | NO",
        "alarm(x) | UNKNOWN",
        "ALARM(x) or ALARM(y) | UNKNOWN",
      })
  void firesWhenTheChildAloneMakesItTrue(String text, Truth fires) {
    CompositeRule.Following following = following(text);
    assertEquals(fires, following.follows(), following.explanation());
  }

  /** The child is `x`, `later` may be it, and every other alarm is OK. */
  private static CompositeRule.Following following(String text) {
    return rule(text)
        .following(
            List.of(in(AlarmState.OK), in(AlarmState.INSUFFICIENT_DATA)), in(AlarmState.ALARM));
  }

  private static CompositeRule.States in(AlarmState state) {
    return name ->
        switch (name) {
          case "x" -> Set.of(state);
          case "later" -> EnumSet.of(AlarmState.OK, state);
          default -> Set.of(AlarmState.OK);
        };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AT_LEAST(1, ALARM, (x, y)) | YES",
        "AT_LEAST(1, ALARM, (\"x\", \"y\")) | YES",
        "AT_LEAST(2, ALARM, (x, y)) | NO",
        "AT_LEAST(50%, ALARM, (x, y)) | YES",
        "AT_LEAST(60%, ALARM, (x, y)) | UNKNOWN",
        "AT_LEAST(100%, ALARM, (x, y)) | NO",
        "AT_LEAST(1, NOT OK, (x, y)) | UNKNOWN",
        "AT_LEAST(1, ALARM, (later, y)) | UNKNOWN",
        "NOT AT_LEAST(2, OK, (x, y)) | UNKNOWN",
      })
  void countsAlarms(String text, Truth fires) {
    assertEquals(fires, following(text).follows(), text);
  }

  @Test
  void aFunctionThatIsNewIsNotRefused() {
    assertFalse(CompositeRule.parse("ANY_OF(x, y)").refused());
    assertTrue(CompositeRule.parse("AT_LEAST(3, ALARM, (x, y))").refused());
    assertTrue(CompositeRule.parse("ALARM(x").refused());
  }

  @Test
  void namesAreReadInOrderAndUnescaped() {
    assertEquals(
        List.of("arn:aws:cloudwatch:us-east-1:111122223333:alarm:a b", "say \"x\"", "y"),
        List.copyOf(
            rule("ALARM(arn:aws:cloudwatch:us-east-1:111122223333:alarm:a b) OR OK(\"say"
                    + " \\\"x\\\"\") OR ALARM(y)")
                .names()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 0",
        "ALARM(x | 7",
        "ALARM() | 6",
        "ALARM x | 6",
        "ALARM(x) ALARM(y) | 9",
        "ALARM(x) AND | 12",
        "(ALARM(x) | 9",
        "ALARM(\"x) | 6",
        "XALARM(x) | 0",
        "ALARMED(x) | 0",
      })
  void whatIsNoRuleSaysWhere(String text, int offset) {
    CompositeRule.Parsed parsed = CompositeRule.parse(text);
    assertTrue(parsed.rule().isEmpty());
    assertEquals(OptionalInt.of(offset), parsed.offset(), parsed.problem());
  }

  @Test
  void limitsOfTheApiAreKept() {
    assertTrue(CompositeRule.parse("ALARM(" + "x".repeat(11_000) + ")").rule().isEmpty());
    assertTrue(CompositeRule.parse("TRUE" + " OR TRUE".repeat(600)).rule().isEmpty());
    assertTrue(CompositeRule.parse("(".repeat(5000) + "TRUE" + ")".repeat(5000)).rule().isEmpty());
  }
}
