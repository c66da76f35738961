package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.Corpus;
import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.Golden;
import io.trailproof.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Patterns for IAM policy changes seen in public repositories, and what each covers; reviewed by
 * hand.
 */
class VariantsTest {
  @Test
  void everyVariantHasItsReviewedVerdict() throws NoSuchAlgorithmException {
    StringBuilder actual =
        new StringBuilder(
            """
            # One line a pattern of filter-patterns/iam-variants.json: index, hash of its text, verdict.
            # "covers all" means each of the 16 CIS events, whoever makes the call and however; a miss names the event
            # and, where it is not simply left out, why. The patterns themselves stay with their authors.
            """);
    List<Map<String, Json>> variants = Corpus.read("filter-patterns/iam-variants.json");
    for (int i = 0; i < variants.size(); i++) {
      String text = Corpus.text(variants.get(i), "pattern");
      actual
          .append(i)
          .append(' ')
          .append(hash(text))
          .append(' ')
          .append(verdict(text))
          .append('\n');
    }
    Golden.assertGolden("iam-variants.golden.txt", actual.toString());
  }

  private static String verdict(String text) {
    return FilterPattern.parse(text)
        .match(
            accepted -> verdict(accepted.pattern()),
            rejected ->
                "rejected: "
                    + rejected.rejections().get(0).start()
                    + " "
                    + rejected.rejections().get(0).message());
  }

  private static String verdict(FilterPattern pattern) {
    List<String> missed = new ArrayList<>();
    for (String event : CoverageTest.CIS_EVENTS) {
      Coverage.of(List.of(pattern), Scenario.event("iam.amazonaws.com", event))
          .match(
              complete -> false,
              misses -> missed.add(missed(event, misses.witness())),
              undecided -> missed.add(event + " undecided (" + undecided.why() + ")"));
    }
    return missed.isEmpty()
        ? "covers all"
        : "misses " + missed.size() + ": " + String.join(", ", missed);
  }

  private static String missed(String event, Witness witness) {
    boolean named = witness.clauses().equals(List.of("`$.eventName` is `" + event + "`"));
    return named ? event : event + " (" + String.join("; ", witness.clauses()) + ")";
  }

  private static String hash(String text) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 4);
  }
}
