package io.trailproof.aws.eventselector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrailReachTest {

  private static Partial<Boolean> flag(String text) {
    return text.equals("?") ? Partial.unknown("not known") : Partial.known(Boolean.valueOf(text));
  }

  private static Partial<String> region(String text) {
    return text.equals("?") ? Partial.unknown("not known") : Partial.known(text);
  }

  @ParameterizedTest
  @CsvSource({
    "true,  true,  us-west-2,     YES,     false",
    "true,  true,  ?,             YES,     false",
    "true,  false, us-east-1,     NO,      true",
    "true,  ?,     us-east-1,     UNKNOWN, false",
    "false, true,  us-east-1,     YES,     false",
    "false, true,  us-west-2,     NO,      false",
    "false, true,  ?,             UNKNOWN, false",
    "false, false, us-east-1,     NO,      false",
    "?,     true,  us-east-1,     YES,     false",
    "?,     true,  eu-central-1,  UNKNOWN, false",
    "?,     false, us-east-1,     NO,      false",
    "false, true,  cn-north-1,    YES,     false",
    "false, true,  cn-northwest-1,UNKNOWN, false",
    "false, true,  us-gov-west-1, YES,     false",
    "false, true,  eu-isoe-west-1,YES, false",
    "false, true,  xx-unheard-west-1,UNKNOWN, false",
  })
  void iamEventsReachTheTrail(
      String multi, String global, String home, Truth answer, boolean refused) {
    Recording recording =
        new TrailReach(flag(multi), flag(global), region(home))
            .records(ManagementEvent.write("iam.amazonaws.com", "CreatePolicy"));
    assertEquals(answer, recording.answer(), recording.explanation());
    assertEquals(refused, recording.refused() && !flag(multi).isUnknown());
  }

  @Test
  void whatIsNotSetIsFalse() {
    TrailReach reach = new TrailReach(Partial.known(true), Partial.unset(), Partial.unset());
    Recording recording = reach.records(ManagementEvent.write("iam.amazonaws.com", "CreatePolicy"));
    assertEquals(
        "a multi-Region trail must include global service events, the API will refuse it",
        recording.explanation());
  }

  @Test
  void eventsOfOneRegionAreNoGlobalServiceEvents() {
    TrailReach reach =
        new TrailReach(Partial.known(false), Partial.known(false), Partial.known("us-east-1"));
    assertEquals(
        Truth.YES,
        reach
            .records(ManagementEvent.write("organizations.amazonaws.com", "CreatePolicy"))
            .answer());
    assertEquals(
        Truth.NO,
        reach.records(ManagementEvent.write("ec2.amazonaws.com", "CreateRoute")).answer());
  }
}
