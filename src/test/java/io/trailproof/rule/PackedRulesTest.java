package io.trailproof.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.rule.predicate.Predicates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is packed of rules says what their files say. */
class PackedRulesTest {
  private final List<Rule> read = BundledRules.read(BundledCatalog.read(), Predicates.ALL);

  @Test
  void everyRuleComesOutAsItWasRead() {
    List<Rule> withoutOtherWays = new ArrayList<>();
    Set<String> ofOtherWays = new HashSet<>();
    for (Rule rule : read) {
      if (!ofOtherWays.contains(rule.id())) {
        withoutOtherWays.add(rule);
      }
      rule.ofOtherWays().forEach(other -> ofOtherWays.add(other.id()));
    }
    assertEquals(
        withoutOtherWays,
        PackedRules.unpack(PackedRules.pack(withoutOtherWays).reader(), Predicates.ALL));
  }

  @Test
  void aStartReadsThoseThatAreOnWithWhatTheyAreComparedWith() {
    List<Rule> on = BundledRules.readOn(Predicates.ALL);
    assertFalse(on.isEmpty());
    Set<String> ids = new HashSet<>();
    on.forEach(rule -> ids.add(rule.id()));
    assertEquals(read.stream().filter(rule -> ids.contains(rule.id())).toList(), on);
    for (Rule rule : read) {
      if (rule.byDefault()) {
        assertEquals(true, ids.contains(rule.id()), rule.id());
        rule.comparedWith()
            .ifPresent(other -> assertEquals(true, ids.contains(other.id()), rule.id()));
      }
    }
  }
}
