package io.trailproof.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.catalog.Schemas;
import io.trailproof.document.Knowledge;
import io.trailproof.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;

/** What is told without Java's expressions is what they tell. */
final class ShortRegexProperties {
  private static final String LETTERS = "aZ0-_.:/\r\n \t+@*$#[](){}\\\"é";

  @Test
  void expressionsOfSchemasAreAnsweredAsJavaDoes() {
    Set<String> patterns = new TreeSet<>();
    for (String section : Knowledge.packed().sections()) {
      if (section.startsWith(Schemas.SCHEMA)) {
        collect(Knowledge.packed().section(section).orElseThrow(), patterns);
      }
    }
    assertTrue(patterns.size() > 100, patterns.toString());
    Random random = new Random(1);
    int told = 0;
    for (String pattern : patterns) {
      told += isSame(pattern, random, 400);
    }
    assertTrue(told > 400 * patterns.size() / 2, told + " of " + patterns.size());
  }

  private static void collect(Json tree, Set<String> into) {
    tree.asMembers()
        .map(members -> members.get("pattern"))
        .flatMap(Json::asText)
        .ifPresent(into::add);
    tree.children().forEach(child -> collect(child, into));
  }

  @Test
  void expressionsOfAnyKindAreAnsweredAsJavaDoes() {
    int told = 0;
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      told += isSame(expression(random, 3), random, 12);
    }
    assertTrue(told > 40_000, told + " told");
  }

  /** Holds both against texts, and says how many of them were told. */
  private static int isSame(String regex, Random random, int texts) {
    Pattern java;
    try {
      java = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      assertThrows(PatternSyntaxException.class, () -> new ShortRegex(regex).matches("é"), regex);
      assertNull(new ShortRegex(regex).tellFind("a"), regex);
      return 0;
    }
    int told = 0;
    ShortRegex ours = new ShortRegex(regex);
    for (int i = 0; i < texts; i++) {
      String text = text(random, regex);
      Boolean finds = ours.tellFind(text);
      String said = regex + " and " + text.replace("\n", "\\n").replace("\r", "\\r");
      if (finds != null) {
        assertEquals(java.matcher(text).find(), finds, said);
        told++;
      }
      Boolean matches = ours.tellMatch(text);
      if (matches != null) {
        assertEquals(java.matcher(text).matches(), matches, said);
      }
    }
    return told;
  }

  private static String text(Random random, String regex) {
    String letters = random.nextInt(3) == 0 ? regex + "\n" : LETTERS;
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private static String expression(Random random, int deep) {
    StringBuilder all = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      all.append(atom(random, deep));
      if (random.nextInt(3) == 0) {
        List<String> often = List.of("?", "*", "+", "{2}", "{1,}", "{0,2}", "{2,1}", "*?", "?+");
        all.append(often.get(random.nextInt(often.size())));
      }
      if (random.nextInt(6) == 0) {
        all.append('|');
      }
    }
    return all.toString();
  }

  private static String atom(Random random, int deep) {
    List<String> atoms =
        List.of(
            "a",
            "Z",
            "0",
            "\\.",
            ".",
            "^",
            "$",
            "\\Z",
            "\\d",
            "\\w",
            "\\s",
            "\\x61",
            "\\u0061",
            "[a-z]",
            "[^a]",
            "[\\w.-]",
            "[-a]",
            "[^\\s:]",
            "[\\x00-\\x7F]",
            "[a&&b]",
            "[[a]b]",
            "[a\\-Z]",
            "\\S",
            "é",
            "\\n",
            "\\r",
            "-",
            "[]a]",
            "[+-0]",
            "\\p{L}",
            "(?i)a",
            "{",
            "}",
            ")",
            "]",
            "[$.]",
            "[a^]");
    if (deep == 0 || random.nextInt(3) > 0) {
      return atoms.get(random.nextInt(atoms.size()));
    }
    List<String> groups = List.of("(", "(?:", "(?=", "(?!", "(?<=");
    return groups.get(random.nextInt(groups.size())) + expression(random, deep - 1) + ")";
  }

  @Test
  void whatTakesTooLongOrIsNoAsciiIsNotTold() {
    ShortRegex slow = new ShortRegex("(a*)*b");
    assertNull(slow.tellMatch("a".repeat(60)));
    assertFalse(new ShortRegex("(a|a)*b").matches("a".repeat(12)));
    assertNull(new ShortRegex("a").tellFind("é"));
    assertTrue(new ShortRegex("[^a]").finds("é"));
    assertEquals(Optional.of(true), Optional.ofNullable(new ShortRegex("a{2,3}").tellMatch("aaa")));
    assertEquals(Map.of(true, 1), Map.of(new ShortRegex("").matches(""), 1));
  }
}
