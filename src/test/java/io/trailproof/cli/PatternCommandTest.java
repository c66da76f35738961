package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.cli.Invocation.Ended;
import io.trailproof.pattern.PatternStudy;
import io.trailproof.rule.Event;
import io.trailproof.rule.RulesFolder;
import io.trailproof.rule.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code trailproof pattern} as people and scripts run it. */
class PatternCommandTest {
  private static final String PUT = "{ $.eventName = PutRolePolicy }";

  @TempDir Path folder;

  private static Ended pattern(String... arguments) {
    return new Invocation().run(arguments(arguments));
  }

  private static Ended reading(String input, String... arguments) {
    return new Invocation().reading(input).run(arguments(arguments));
  }

  private static String[] arguments(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "pattern";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static void assertEnds(int status, String last, Ended ended) {
    assertEquals(status, ended.status(), ended.out() + ended.err());
    assertTrue(ended.out().endsWith(last + "\n"), ended.out());
  }

  @Test
  void theExitCodeIsThatOfTheEvents() {
    assertEnds(1, "1 of 16 events covered, 15 failures", pattern(PUT));
    assertEnds(0, "16 of 16 events covered", pattern("{ $.eventSource = iam.amazonaws.com }"));
    assertEnds(1, "0 of 16 events covered, 16 failures (16 unknown)", pattern("{}"));
    assertEnds(1, "refused by the service, 1 failure", pattern("{ $.a == 1 }"));
    assertEquals(2, pattern().status());
    assertEquals(2, pattern(PUT, "--rule", "nope").status());
    assertEquals(2, pattern(PUT, "--format", "xml").status());
  }

  @Test
  void theRefusalIsUnderlinedHoweverTheTextIsShown() {
    assertEquals(
        """
        error[bad-value]: `\\u001b` cannot stand in a value without quotes
          { $.e = "é" && $.a = 😀\\u001b }
                                ^^^^^^
          = help: expected a text in `"`

        refused by the service, 1 failure
        """,
        pattern("{ $.e = \"é\" && $.a = 😀\u001b }").out());
    assertEquals(
        """
        error[field-name]: a field's name starts with a letter or `_`, not with `😀`
          [😀]
           ^
          = help: expected a name, `...`, `,`

        refused by the service, 1 failure
        """,
        pattern("[😀]").out());
  }

  @Test
  void aWindowOfALongPatternCutsNoCharacterInTwo() {
    String emoji = "😀".repeat(100);
    for (String shift : List.of("", "x")) {
      String out =
          pattern("{ $.a = \"" + shift + emoji + "\" == 1 || $.b = \"" + emoji + "\" }").out();
      assertTrue(out.contains("  …"), out);
      assertFalse(out.contains("\\ud83d") || out.contains("\\ude00"), out);
    }
  }

  @Test
  void standardInputHoldsThePattern() {
    assertEnds(1, "1 of 16 events covered, 15 failures", reading(PUT + "\r\n", "-"));
    assertEnds(1, "1 of 16 events covered, 15 failures", reading("\ufeff" + PUT + "\n", "-"));
    assertEnds(0, "16 of 16 events covered", reading("\n", "-"));
    assertEquals(3, reading("", "-").status());
    Ended broken =
        new Invocation()
            .reading(new ByteArrayInputStream(new byte[] {'{', (byte) 0xff, '}'}))
            .run("pattern", "-");
    assertEquals(3, broken.status());
    assertTrue(broken.err().contains("UTF-8"), broken.err());
  }

  @Test
  void recordsAreTriedOneByOne() throws IOException {
    String put = "{\"eventName\":\"PutRolePolicy\"}";
    String other = "{\"eventName\":\"Other\"}";
    List<String> answers = List.of("  line 1: matches", "  line 2: does not match");
    String lines = put + "\n" + other + "\n\nno JSON\n";
    String tried = pattern(PUT, "--record", file("lines", lines)).out();
    assertTrue(tried.contains(String.join("\n", answers)), tried);
    assertTrue(tried.contains("  line 4: does not match\n"), tried);
    assertEquals(tried, reading(lines, PUT, "--record", "-").out());
    String both = "  line 1: matches\n  line 1: does not match\n";
    for (String text :
        List.of("{\"Records\":[" + put + "," + other + "]}", "[" + put + ",\n" + other + "]")) {
      String out = pattern(PUT, "--record", file("whole", text)).out();
      assertTrue(out.contains("records\n" + both), out);
    }
    String json = pattern(PUT, "--format", "json", "--record", file("lines", lines)).out();
    assertTrue(json.contains("\"line\" : 4,\n      \"answer\" : \"does not match\""), json);
    assertEquals(2, reading(put, "-", "--record", "-").status());
    assertEquals(3, pattern(PUT, "--record", folder.resolve("none").toString()).status());
  }

  @Test
  void vectorsAreCounted() throws IOException {
    String right = "{\"id\":\"r\",\"pattern\":\"{$.a=1}\",\"event\":{\"a\":1},\"matches\":true}";
    String invalid = "{\"id\":\"i\",\"pattern\":\"{$.a\",\"event\":\"\",\"matches\":\"invalid\"}";
    String wrong = "{\"id\":\"w\",\"pattern\":\"{$.a=1}\",\"event\":\"\",\"matches\":true}";
    Ended all = pattern("--vectors", file("v", "[" + right + "," + invalid + "]"));
    assertEquals(0, all.status());
    assertEquals("{\"total\":2,\"right\":2,\"wrong\":[]}", all.out().replaceAll("\\s", ""));
    Ended some = pattern("--vectors", file("v", "[" + right + "," + wrong + "]"));
    assertEquals(1, some.status());
    assertEquals("{\"total\":2,\"right\":1,\"wrong\":[\"w\"]}", some.out().replaceAll("\\s", ""));
    for (String text : List.of("[", "{}", "[{\"id\":\"x\"}]")) {
      Ended unreadable = pattern("--vectors", file("v", text));
      assertEquals(3, unreadable.status(), text);
      assertTrue(unreadable.err().contains("v:1:"), unreadable.err());
    }
  }

  @Test
  void theSuggestionCoversItsRule() {
    Ended suggested = pattern("--suggest");
    assertEquals(0, suggested.status());
    String text = suggested.out().strip();
    assertTrue(text.length() <= 1_024 && !text.contains("\n"), text);
    assertEnds(0, "16 of 16 events covered", pattern(text));
  }

  /** One line covers a rule whatever its events are, as long as that fits into a pattern. */
  @TestFactory
  Stream<DynamicTest> theSuggestionCoversEveryRule() {
    return RulesFolder.RULES.stream()
        .filter(rule -> !rule.isAboutWords())
        .map(
            rule ->
                dynamicTest(
                    rule.id(),
                    () -> {
                      List<String> patterns = rule.suggestedPatterns();
                      Set<String> covered = new TreeSet<>();
                      for (String one : patterns) {
                        assertTrue(one.length() <= 1_024, one);
                        PatternStudy.of(one, rule.events(), List.of()).events().stream()
                            .filter(cover -> cover.verdict() == Verdict.PASS)
                            .forEach(cover -> covered.add(cover.event()));
                      }
                      assertEquals(
                          new TreeSet<>(rule.events().stream().map(Event::name).toList()), covered);
                      int events = rule.events().size();
                      assertEquals(events > 20 ? 2 : 1, patterns.size(), patterns.toString());
                    }));
  }

  @Test
  void severalRulesShareWhatIsSuggested() {
    Ended both = pattern("--suggest", "--rule", "kms-key-deletion", "--rule", "root-usage");
    assertEquals(
        "{($.eventName=DisableKey)||($.eventName=ScheduleKeyDeletion)||($.userIdentity.type ="
            + " \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="
            + " \"AwsServiceEvent\")}\n",
        both.out());
    assertEquals(2, pattern("{ $.a = b }", "--rule", "root-usage", "--rule", "x").status());
    assertEquals(
        2, pattern("{ $.a = b }", "--rule", "root-usage", "--rule", "vpc-changes").status());
  }

  @Test
  void recordsAreTakenOutOfWhatAwsHandsThemOutIn() throws IOException {
    String put = "{\"eventName\":\"PutRolePolicy\"}";
    String quoted = "{\\\"eventName\\\":\\\"PutRolePolicy\\\"}";
    for (String whole :
        List.of(
            "{\"Records\":[" + put + "]}",
            "{\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":" + put + "}",
            "{\"events\":[{\"message\":\"" + quoted + "\",\"eventId\":\"1\"}]}",
            "{\"Events\":[{\"EventId\":\"1\",\"CloudTrailEvent\":\"" + quoted + "\"}]}")) {
      String out = pattern(PUT, "--record", file("whole", whole)).out();
      assertTrue(out.contains("records\n  line 1: matches\n"), whole + out);
      out = pattern(PUT, "--record", file("lines", "{}\n" + whole + "\n")).out();
      assertTrue(out.contains("line 1: does not match\n  line 2: matches\n"), whole + out);
    }
    String several = "[{\"detail-type\":\"x\",\"detail\":" + put + "},\n{\"detail-type\":\"x\"}]";
    assertTrue(
        pattern(PUT, "--record", file("whole", several))
            .out()
            .contains("line 1: matches\n  line 1: does not match\n"));
    String others = "{\"events\":[{\"eventName\":\"PutRolePolicy\"}]}";
    assertTrue(
        pattern(PUT, "--record", file("whole", others)).out().contains("line 1: does not match"));
  }

  @Test
  void hostilePatternsAreAnswered() {
    List<String> hostile =
        List.of(
            "{" + "(".repeat(510) + "$.a=1" + ")".repeat(508) + "}",
            "{" + "(".repeat(1_023),
            "{$" + ".a".repeat(509) + "=1}",
            "{$.a" + "[0]".repeat(339) + "=1}",
            "{$.a[99999999999999999999]=1}",
            "(".repeat(1_000_000),
            "{" + "$.a=1||".repeat(200_000) + "}",
            "%" + "a?".repeat(500) + "%",
            "\ud800",
            "{ $.a = \"\udc00\ud800\" }",
            "{ $.\ud800 = 1 }",
            "[\udc00]",
            "%\ud800%",
            "\u0000",
            "\u001b]0;x\u0007",
            "{ $.a = \"\u001b[31m\u202e\u009b1m\" }");
    for (String text : hostile) {
      for (String format : List.of("text", "json")) {
        Ended ended = pattern(text, "--format", format);
        assertTrue(ended.status() == 0 || ended.status() == 1, ended.err());
        assertEquals("", ended.err());
        assertFalse(ended.out().chars().anyMatch(c -> c < ' ' && c != '\n'), ended.out());
        assertFalse(ended.out().codePoints().anyMatch(PatternCommandTest::steers), ended.out());
      }
    }
  }

  /** What turns writing around or begins a command to the terminal. */
  private static boolean steers(int character) {
    int type = Character.getType(character);
    return type == Character.FORMAT || (type == Character.CONTROL && character != '\n');
  }

  private static Ended query(String text, String... more) {
    String[] all = new String[more.length + 3];
    System.arraycopy(new String[] {"--language", "insights", text}, 0, all, 0, 3);
    System.arraycopy(more, 0, all, 3, more.length);
    return pattern(all);
  }

  @Test
  void aQueryIsStudiedAsAPatternIs() {
    assertEnds(0, "16 of 16 events covered", query("filter eventSource = \"iam.amazonaws.com\""));
    assertEnds(
        1,
        "1 of 16 events covered, 15 failures",
        query("filter eventName in [\"PutRolePolicy\"] | limit 1"));
    assertEnds(
        1,
        "0 of 16 events covered, 16 failures (16 unknown)",
        query("filter eventName like 'Policy' | stats count(*)"));
    assertEnds(1, "0 of 16 events covered, 16 failures", query("filter eventName = '*Policy'"));
    assertEnds(1, "refused by the service, 1 failure", query(" ".repeat(10_001)));
    assertEquals(2, pattern(PUT, "--language", "sql").status());
    assertEquals(2, query("x", "--vectors", "none.json").status());
  }

  @Test
  void partsOfAQueryAreUnderlined() {
    assertEquals(
        """
        the query finds a record of which
          all of
            `eventSource` = "iam.amazonaws.com"
            `eventName` = "PutRolPolicy"
        """,
        query("filter eventSource = \"iam.amazonaws.com\" and eventName = \"PutRolPolicy\"")
            .out()
            .lines()
            .limit(4)
            .collect(Collectors.joining("\n", "", "\n")));
    assertTrue(
        query("filter eventName = 'PutRolPolicy'")
            .out()
            .contains(
                """
                note[unknown-event-name]: no service that is known here has an event `PutRolPolicy`
                  filter eventName = 'PutRolPolicy'
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: did you mean `PutRolePolicy`?
                """));
  }

  @Test
  void recordsAreTriedOnAQuery() throws IOException {
    String records =
        file("records.json", "{\"eventName\":\"PutRolePolicy\"}\n{\"eventName\":\"X\"}\n{}\n");
    Ended tried = query("filter eventName != 'X'", "--record", records);
    assertTrue(
        tried.out().contains("line 1: matches\n  line 2: does not match\n  line 3: cannot be told"),
        tried.out());
  }

  @Test
  void theSuggestedQueryCoversItsRule() {
    Ended suggested = pattern("--language", "insights", "--suggest");
    assertEnds(0, "16 of 16 events covered", query(suggested.out().strip()));
    assertTrue(
        query(suggested.out().strip(), "-f", "json").out().contains("\"language\" : \"insights\""));
  }
}
