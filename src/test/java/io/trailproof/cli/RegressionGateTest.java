package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code --gate regression} only what was proven before fails a run. */
final class RegressionGateTest {
  private static final Path GOOD = Path.of("fixtures/cloudformation/compliant/template.yaml");

  private static int gated(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "check";
    arguments[1] = "--gate";
    arguments[2] = "regression";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Invocation.of(arguments).status();
  }

  @Test
  void planThatBreaksWhatWasProvenFails() {
    assertEquals(1, gated("fixtures/terraform/replaced-under-same-name/plan.json"));
  }

  @Test
  void planThatStartsFromNothingBreaksNothing() {
    String plan = "fixtures/terraform/threshold-100/plan.json";
    assertEquals(1, Invocation.of("check", plan).status());
    Invocation.Ended ended = Invocation.of("check", "--gate", "regression", plan);
    assertEquals(0, ended.status(), ended.out());
    assertTrue(ended.out().contains("broken iam-policy-changes"), "it is reported all the same");
  }

  @Test
  void ofATemplateNobodyKnowsWhatWasUnlessItIsSaid(@TempDir Path folder) throws IOException {
    String good = Files.readString(GOOD);
    String bad = good.replaceFirst("(?m)^( +)Threshold: .*$", "$1Threshold: 100");
    assertTrue(!bad.equals(good), "the fixture has a threshold");
    Path now = Files.createDirectories(folder.resolve("now"));
    Path was = Files.createDirectories(folder.resolve("was"));
    Path template = now.resolve("template.yaml");
    Files.writeString(template, bad);
    assertEquals(1, gated(template.toString()), "nobody knows what was before");
    Path before = Path.of(was.toString(), template.toString().substring(1));
    Files.createDirectories(before.getParent());
    Files.writeString(before, bad);
    // A path from the root is outside of the folder: relative ones are what a checkout has.
    assertEquals(0, gated("--before", was.toString(), template.toString()), "it was not there");
  }

  @Test
  void templatesAreHeldAgainstTheSamePathsBefore(@TempDir Path folder) throws IOException {
    Path was = folder.resolve("was").resolve(GOOD);
    Files.createDirectories(was.getParent());
    Files.copy(GOOD, was);
    String before = folder.resolve("was").toString();
    assertEquals(0, gated("--before", before, GOOD.toString()));
    String wrong = "fixtures/cloudformation/wrong-namespace/template.yaml";
    Path broken = folder.resolve("was").resolve(wrong);
    Files.createDirectories(broken.getParent());
    Files.copy(Path.of(wrong), broken);
    assertEquals(0, gated("--before", before, wrong), "it was broken before");
    Files.writeString(
        broken, Files.readString(GOOD)); // as it was, it was whole under the same name
    Invocation.Ended ended =
        Invocation.of("check", "--gate", "regression", "--before", before, wrong);
    assertEquals(1, ended.status(), ended.out());
  }

  @Test
  void nothingIsAssumedWhereOneSaysSo() {
    String plan = "fixtures/terraform/compliant/plan.json";
    Invocation.Ended ended = Invocation.of("check", "--strict", plan);
    assertEquals(1, ended.status(), ended.out());
    assertTrue(ended.out().contains("unknown iam-policy-changes"), ended.out());
    assertTrue(ended.out().contains("iam-policy-changes/assumption"), ended.out());
    assertTrue(ended.out().contains("the subscriber confirms the subscription"), ended.out());
    assertEquals(0, Invocation.of("check", "--strict", "--unknown", "pass", plan).status());
  }

  @Test
  void whatIsStatedIsShownAndNoMore() {
    String plan = "fixtures/terraform/compliant/plan.json";
    Invocation.Ended ended =
        Invocation.of("check", "-f", "json", "--stated", "commit=3f9c2d1", plan);
    assertTrue(ended.out().contains("\"commit\" : \"3f9c2d1\""), ended.out());
    assertEquals(2, Invocation.of("check", "--stated", "nothing", plan).status());
  }

  @Test
  void severalReportsAreWrittenInOneRun(@TempDir Path folder) throws IOException {
    Path json = folder.resolve("result.json");
    Path html = folder.resolve("proof.html");
    String plan = "fixtures/terraform/compliant/plan.json";
    Invocation.Ended ended =
        Invocation.of("check", "-f", "json=" + json, "-f", "html=" + html, plan);
    assertEquals(0, ended.status(), ended.err());
    assertTrue(ended.out().startsWith("proven"), "text beside them");
    assertEquals(Invocation.of("check", "-f", "json", plan).out(), Files.readString(json));
    assertTrue(Files.readString(html).startsWith("<!DOCTYPE html>"));
    for (String[] wrong :
        new String[][] {
          {"-f", "json", "-f", "sarif"},
          {"-f", "json=" + json, "-f", "sarif=" + json},
          {"-f", "json="},
          {"-f", "jsn"}
        }) {
      String[] arguments = new String[wrong.length + 2];
      arguments[0] = "check";
      System.arraycopy(wrong, 0, arguments, 1, wrong.length);
      arguments[wrong.length + 1] = plan;
      assertEquals(2, Invocation.of(arguments).status(), String.join(" ", wrong));
    }
    assertEquals(2, Invocation.of("check", "-f", "json=" + plan, plan).status(), "it is read");
  }
}
