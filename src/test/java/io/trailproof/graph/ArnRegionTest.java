package io.trailproof.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ArnRegionTest {
  private static final List<String> PARTS =
      List.of("us", "a", "east", "-", "-", "-", "1", "12", "A", "_");

  @Test
  void aRegionIsWordsAndANumber() {
    Random random = new Random(1);
    int regions = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(7); left >= 0; left--) {
        text.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      boolean isRegion = text.toString().matches("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}");
      regions += isRegion ? 1 : 0;
      assertEquals(isRegion, Arn.isRegion(text.toString()), text.toString());
    }
    assertTrue(regions > 20, regions + " are");
    assertTrue(Arn.isRegion("us-gov-west-1"));
    assertFalse(Arn.isRegion("global-endpoint-1-"));
  }
}
