package io.trailproof.input.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "plan.json,          plan.json,            true",
    "plan.json,          planxjson,            false",
    "plan.json,          a/plan.json,          false",
    "*.json,             plan.json,            true",
    "*.json,             a/plan.json,          false",
    "*/plan.json,        a/plan.json,          true",
    "*/plan.json,        a/b/plan.json,        false",
    "**/plan.json,       plan.json,            true",
    "**/plan.json,       a/b/plan.json,        true",
    "**/plan.json,       a/b/xplan.json,       false",
    "a/**,               a/b/c.json,           true",
    "a/**,               a,                    false",
    "a/**/c.json,        a/c.json,             true",
    "a/**/c.json,        a/b/b/c.json,         true",
    "a/**/c.json,        ab/c.json,            false",
    "a**/c.json,         ab/c.json,            true",
    "a**/c.json,         a/b/c.json,           false",
    "a/b**,              a/bc,                 true",
    "a/b**,              a/bc/d,               false",
    "pla?.json,          plan.json,            true",
    "pla?.json,          pla/.json,            false",
    "p[kl]an.json,       plan.json,            true",
    "p[!l]an.json,       plan.json,            false",
    "p[^l]an.json,       pkan.json,            true",
    "p[^l]an.json,       p/an.json,            false",
    "p[a-m]an.json,      plan.json,            true",
    "p[m-z]an.json,      plan.json,            false",
    "p[]l]an.json,       plan.json,            true",
    "p[]l]an.json,       p]an.json,            true",
    "p[a&&l]an.json,     plan.json,            true",
    "p[[:alpha:]]an,     plan,                 true",
    "p[[:digit:]x]an,    plan,                 false",
    "p[l-]an,            p-an,                 true",
    "p[\\]]an,           p]an,                 true",
    "\\*.json,           *.json,               true",
    "\\*.json,           a.json,               false",
    "a+(b).json,         a+(b).json,           true",
    "$.json,             $.json,               true"
  })
  void starsStopAtSlashes(String glob, String path, boolean matches) {
    assertEquals(matches, Glob.pattern(glob).matcher(path).matches(), glob + " " + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a[bc", "a[", "a[!", "a\\", "a[[:nothing:]]", "a[]"})
  void whatHasNoEndMatchesNothing(String glob) {
    assertThrows(PatternSyntaxException.class, () -> Glob.pattern(glob));
  }

  @Test
  void theFoldersThatItBeginsWith() {
    assertEquals("a/b", Glob.start("a/b/*.json"));
    assertEquals("", Glob.start("*.json"));
    assertEquals("", Glob.start("**/plan.json"));
    assertEquals("a", Glob.start("a/plan.json"));
    assertEquals("/a", Glob.start("/a/*/b"));
  }
}
