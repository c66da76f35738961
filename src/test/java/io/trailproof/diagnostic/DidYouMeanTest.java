package io.trailproof.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DidYouMeanTest {
  private static final List<String> KNOWN = List.of("threshold", "period", "statistic", "id");

  @Test
  void aSlipIsFound() {
    assertEquals(Optional.of("threshold"), DidYouMean.nearest("treshold", KNOWN));
    assertEquals(Optional.of("period"), DidYouMean.nearest("perriod", KNOWN));
  }

  @Test
  void lettersCountWhateverTheirCase() {
    assertEquals(Optional.of("threshold"), DidYouMean.nearest("THRESHOLD", KNOWN));
  }

  @Test
  void aWordThatIsFarFromAllIsNoSlip() {
    assertEquals(Optional.empty(), DidYouMean.nearest("namespace", KNOWN));
    assertEquals(Optional.empty(), DidYouMean.nearest("x", List.of()));
  }

  @Test
  void ofTwoTheNearerIsMeant() {
    assertEquals(
        Optional.of("aws.sns.Topic"),
        DidYouMean.nearest("aws.sns.Topics", List.of("aws.sns.TopicPolicy", "aws.sns.Topic")));
  }

  @Test
  void helpAsksOrListsWhatThereIs() {
    assertEquals("did you mean `period`?", DidYouMean.help("perod", KNOWN));
    assertEquals("known: id, period, statistic, threshold", DidYouMean.help("namespace", KNOWN));
  }
}
