package io.trailproof.aws.filterpattern.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingTest {
  @Test
  void slipsAreCounted() {
    assertEquals(0, Spelling.distance("abc", "abc"));
    assertEquals(3, Spelling.distance("", "abc"));
    assertEquals(1, Spelling.distance("abc", "abxc"));
    assertEquals(1, Spelling.distance("abc", "ac"));
    assertEquals(1, Spelling.distance("abc", "axc"));
    assertEquals(1, Spelling.distance("abcd", "acbd"));
    assertEquals(1, Spelling.distance("ba", "ab"));
    assertEquals(2, Spelling.distance("ab", "cb".replace('b', 'd')));
    assertEquals(2, Spelling.distance("abca", "acab"));
  }

  @Test
  void theFirstOfTheNearestIsTaken() {
    assertEquals(
        Optional.of("abd"), Spelling.nearest("abc", List.of("xbd", "abd", "abe", "ab"), 2));
    assertEquals(Optional.of("abcde"), Spelling.nearest("abc", List.of("abcde"), 2));
    assertEquals(Optional.empty(), Spelling.nearest("abc", List.of("abcdef"), 2));
    assertEquals(Optional.empty(), Spelling.nearest("abc", List.of("xyz"), 2));
  }
}
