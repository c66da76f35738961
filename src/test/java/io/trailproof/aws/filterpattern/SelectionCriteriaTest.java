package io.trailproof.aws.filterpattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.kleene.Truth;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionCriteriaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "@aws.region = \"us-east-1\" | YES",
        "@aws.region = \"eu-west-1\" | NO",
        "@aws.region != \"eu-west-1\" | YES",
        "@aws.region IN [\"eu-west-1\", \"us-east-1\"] | YES",
        "@aws.region NOT IN [\"us-east-1\"] | NO",
        "@aws.region = \"us-east-1\" AND @aws.account = \"111122223333\" | UNKNOWN",
        "@aws.region = \"eu-west-1\" AND @aws.account = \"111122223333\" | NO",
        "@aws.region = \"us-east-1\" OR @aws.account = \"111122223333\" | YES",
        "(@aws.region = \"eu-west-1\" OR @aws.region = \"us-east-1\") | YES",
        "@source.log = \"x\" | UNKNOWN",
        "@aws.region ~ \"x\" | UNKNOWN",
        "@aws.region = | UNKNOWN",
        "@aws.region = \"us-east-1\" ) | UNKNOWN",
        "everything | UNKNOWN"
      })
  void keepsWhatTheSystemFieldsSay(String criteria, Truth expected) {
    assertEquals(
        expected,
        SelectionCriteria.keep(
            criteria,
            Map.of("@aws.region", Optional.of("us-east-1"), "@aws.account", Optional.empty())));
  }
}
