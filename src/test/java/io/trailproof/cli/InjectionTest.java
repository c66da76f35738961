package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trailproof.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger wrote into an input steers neither the terminal nor the log that shows it. */
final class InjectionTest {
  /** Colour, a bell, a command to a CI system on a line of its own, and writing turned around. */
  private static final String HOSTILE =
      "x\u001b[31m\u0007\n::error::pwned\r##vso[task]\u202e\u2066\u009b1m\u2028::error::\u0085end";

  private static void assertHarmless(String printed) {
    assertEquals(Optional.empty(), Harmless.harm(printed));
  }

  @TestFactory
  List<DynamicTest> noValueOfAnyFixtureSteersTheOutput() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path plan : FixturesTest.inputs()) {
      if (plan.endsWith("plan.json")) {
        tests.add(
            dynamicTest(
                plan.toString(),
                () -> {
                  Planted planted = Planted.in(plan);
                  planted.values().forEach(leaf -> leaf.change(text -> text + HOSTILE));
                  assertHarmless(planted.printed());
                }));
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> noAddressSteersTheOutput() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path plan : FixturesTest.inputs()) {
      if (plan.endsWith("plan.json")) {
        tests.add(
            dynamicTest(
                plan.toString(),
                () -> {
                  Planted planted = Planted.in(plan);
                  rename(planted.root());
                  assertHarmless(planted.printed());
                }));
      }
    }
    return tests;
  }

  /** Gives every address a hostile key, as {@code for_each} over hostile input would. */
  private static void rename(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("address").isTextual()) {
      object.put("address", object.get("address").asText() + "[\"" + HOSTILE + "\"]");
      object.put("index", HOSTILE);
    }
    node.forEach(InjectionTest::rename);
  }

  @Test
  void noTextOfATemplateSteersTheOutput() throws IOException {
    Planted template = Planted.in(Path.of("fixtures/cloudformation/compliant-json/template.json"));
    int leaves = template.leaves("Resources").size();
    for (int i = 0; i < leaves; i++) {
      Planted one = template.copy();
      one.leaves("Resources").get(i).change(text -> text + HOSTILE);
      assertHarmless(one.printed());
    }
  }

  @Test
  void noNameOfATemplateSteersTheOutput() throws IOException {
    String template =
        Planted.in(Path.of("fixtures/cloudformation/compliant-json/template.json")).text();
    String escaped =
        "x\\u001b[31m\\u0007\\n::error::\\r##vso[task]\\u202e\\u2066\\u009b1m\\u2028::\\u0085";
    for (String name :
        List.of(
            "TrailLogGroup",
            "IamPolicyAlarm",
            "IamPolicyChanges",
            "Alerts",
            "AlertAddress",
            "KeepsLogs",
            "IsLogging",
            "Threshold",
            "FilterPattern",
            "AWS::StackName")) {
      String hostile = template.replace("\"" + name + "\"", "\"" + name + escaped + "\"");
      assertHarmless(Planted.printed(hostile));
    }
  }

  @Test
  void noArgumentSteersTheOutput() {
    for (String argument : List.of(HOSTILE, "--" + HOSTILE, "--rule=" + HOSTILE, "-f" + HOSTILE)) {
      Invocation.Ended ended = Invocation.of("check", argument, "README.md");
      assertHarmless(ended.out() + "\n" + ended.err());
    }
    assertHarmless(Invocation.of(HOSTILE).err());
  }

  @Test
  void nothingButAsciiReachesATerminalThatShowsNoMore() throws IOException {
    for (Path input : FixturesTest.inputs()) {
      Invocation.Ended ended =
          new Invocation().with("LC_ALL", "C").run("check", "--color", "always", input.toString());
      assertEquals(0, ended.out().chars().filter(c -> c > '~').count(), ended.out());
    }
  }

  @Test
  void noNameOfAFileSteersTheOutput(@TempDir Path folder) throws IOException {
    for (String name :
        List.of(
            "::error title=forged::all proven.json",
            "  ::warning::x.json",
            "##[error]forged.json",
            "x ##vso[task.complete result=Succeeded].json",
            "@octocat #1 <b>x [y](http:z) `| .json")) {
      Path file = folder.resolve(name);
      Files.copy(Path.of("fixtures/terraform/threshold-100/plan.json"), file);
      for (Format format : Format.values()) {
        String printed = Invocation.of("check", "-f", format.word(), file.toString()).out();
        assertHarmless(printed);
        assertFalse(printed.contains("##[") || printed.contains("##vso["), printed);
        if (Set.of(Format.HTML, Format.JUNIT).contains(format)) {
          assertFalse(printed.contains("<b>x"), printed);
        }
      }
    }
  }

  /** What is marked in a pattern cuts a command in two, and the parts stand beside each other. */
  @Test
  void noPatternSteersTheOutput() {
    for (String pattern :
        List.of(
            "##vso[task.complete result=Succeeded]",
            "x ##[error]forged",
            "{ $.a = .c && $.b ##vso[task.setvariable variable=a]b }",
            "{ $.a = 1 } ##[group]x")) {
      String printed = Invocation.of("pattern", "--", pattern).out();
      assertHarmless(printed);
      assertTrue(printed.contains("\\u0023"), printed);
      assertFalse(printed.contains("##[") || printed.contains("##vso["), printed);
    }
  }
}
