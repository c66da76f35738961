package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code trailproof test}, over a copy of a bundled test file that others could have written. */
final class TestCommandTest {
  private static final Path BUNDLED = Path.of("rules/monitoring/kms-key-deletion.test.yaml");

  private static final String RULE =
      """
      id: own-keys
      title: a key is on its way out
      claim: fires
      severity: high
      chain: cloudtrail-alarm
      events: { source: kms.amazonaws.com, names: [DisableKey, ScheduleKeyDeletion] }
      """;

  @TempDir Path folder = Path.of("");
  private String cases = "";

  @BeforeEach
  void read() throws IOException {
    cases = Files.readString(BUNDLED);
  }

  private String put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private static String lastLine(Invocation.Ended ended) {
    String[] lines = ended.out().split("\n", -1);
    return lines[lines.length - 2];
  }

  private String own(String more) throws IOException {
    put("own/keys.yaml", RULE);
    put("own/keys.test.yaml", cases.replace("rule: kms-key-deletion", "rule: own-keys") + more);
    return folder.resolve("own").toString();
  }

  @Test
  void casesOfBundledRulesAndOfRulesBesideThemAreRun() throws IOException {
    Invocation.Ended ended = Invocation.of("test", own(""), put("k.test.yaml", cases));
    assertEquals(0, ended.status(), ended.out());
    assertEquals("20 cases hold", lastLine(ended));
    assertTrue(ended.out().startsWith("✓ " + folder.resolve("own/keys.test.yaml") + ": 10 cases"));
  }

  @Test
  void fileFindsItsRuleByTheOption() throws IOException {
    own("");
    String test = folder.resolve("own/keys.test.yaml").toString();
    Invocation.Ended alone = Invocation.of("test", test);
    assertEquals(3, alone.status());
    assertTrue(alone.out().contains("error[invalid-test]: there is no rule `own-keys`"));
    assertTrue(alone.out().contains("keys.test.yaml:5:7\n"), alone.out());
    String rule = folder.resolve("own/keys.yaml").toString();
    assertEquals(0, Invocation.of("test", test, "--rules", rule).status());
    assertEquals(0, Invocation.of("test", test, rule).status());
    assertEquals(0, Invocation.of("test", test, folder + "/own", "--rules", rule).status());
  }

  @Test
  void whatDiffersIsShownAsAPathThroughTheChain() throws IOException {
    Invocation.Ended ended =
        Invocation.of(
            "test",
            own(
                """
                  - name: nobody subscribes
                    remove: [mail]
                    expect: { verdict: pass, broken: trail, missing: [DisableKey] }
                """));
    assertEquals(1, ended.status());
    assertEquals("10 cases hold, 1 failure", lastLine(ended));
    assertTrue(
        ended
            .out()
            .contains(
                """
                  = expected `pass`, found `fail`
                  = expected `trail` to break, found `sns-subscription`
                  = expected `DisableKey` to get away, found `DisableKey`, `ScheduleKeyDeletion`

                  trail ✓ ─▶ log group ✓ ─▶ metric filter ✓ ─▶ alarm ✓ ─▶ topic ✓ ─▶ subscription ✗
                  2 of 2 events get away
                """),
        ended.out());
    assertTrue(ended.out().contains("  fail[own-keys/sns-subscription]: "), ended.out());
    assertTrue(
        ended.out().contains("differs: nobody subscribes\n  --> ")
            && ended.out().contains("keys.test.yaml:105:5\n"),
        ended.out());
  }

  @Test
  void junitHasASuiteForAFileAndACaseForACase() throws IOException {
    Path report = folder.resolve("report.xml");
    String bad = "  - { name: \"<b>\\u001b[31m\", remove: [mail], expect: { verdict: pass } }\n";
    Invocation.Ended ended = Invocation.of("test", own(bad), "-q", "-f", "junit=" + report);
    assertEquals(1, ended.status());
    String xml = Files.readString(report);
    assertTrue(xml.contains("keys.test.yaml\" tests=\"11\" failures=\"1\" errors=\"0\""), xml);
    assertTrue(xml.contains("<testcase name=\"a whole chain\" classname=\"own-keys\""), xml);
    assertTrue(xml.contains("name=\"&lt;b&gt;\\u001b[31m\""), xml);
    assertFalse(ended.out().contains("\u001b"), ended.out());
    assertEquals(2, Invocation.of("test", own(""), "-f", "json").status());
    String test = folder.resolve("own/keys.test.yaml").toString();
    assertEquals(2, Invocation.of("test", own(""), "-f", "junit=" + test).status());
  }

  @Test
  void whatIsWrongWithATestHasItsPlace() throws IOException {
    String more =
        """
          - name: slips
            change:
              trail: { loging: true, bucket: !ref buckt }
            remove: [mial]
            expect: { verdict: fail, missing: [DisableKeys], reason: none }
        """;
    Invocation.Ended ended = Invocation.of("test", own(more));
    assertEquals(3, ended.status());
    for (String place :
        new String[] {
          "has no property `loging`\n  --> HERE:107:24",
          "the case has no resource `buckt`\n  --> HERE:107:38",
          "the case has no resource `mial`\n  --> HERE:108:14",
          "rule `own-keys` has no event `DisableKeys`\n  --> HERE:109:40",
          "unknown key `reason`\n  --> HERE:109:54"
        }) {
      String here = folder.resolve("own/keys.test.yaml").toString();
      assertTrue(ended.out().contains(place.replace("HERE", here)), place + "\n" + ended.out());
    }
    assertEquals("0 cases hold, 1 error", lastLine(ended));
    put("own/keys.test.yaml", "rule: own-keys\nbase: {}\ncases: []\n");
    assertTrue(
        Invocation.of("test", folder.resolve("own").toString()).out().contains("test.yaml:3:8\n"),
        "what the schema alone refuses has its place as well");
  }

  @Test
  void nothingToTestIsNoPass() throws IOException {
    own("");
    assertEquals(3, Invocation.of("test", folder + "/own/keys.yaml").status());
    assertEquals(3, Invocation.of("test", folder + "/nowhere").status());
    assertEquals(2, Invocation.of("test").status());
  }
}
