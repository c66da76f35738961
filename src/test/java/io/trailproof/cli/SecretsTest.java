package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What an input marks as secret is never printed, whatever the verdict and the format. */
final class SecretsTest {
  private static final String SECRET = "S3CR3T";

  private static List<Path> plans() throws IOException {
    return FixturesTest.inputs().stream().filter(path -> path.endsWith("plan.json")).toList();
  }

  @TestFactory
  List<DynamicTest> noSensitiveValueOfAPlanIsPrinted() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path plan : plans()) {
      tests.add(dynamicTest(plan.toString(), () -> nothingLeaks(Planted.in(plan).sensitive())));
    }
    return tests;
  }

  private static void nothingLeaks(Planted plan) {
    List<String> secrets =
        plan.values().stream().map(Planted.Leaf::text).filter(SecretsTest::isTelling).toList();
    String printed = plan.printed();
    for (String secret : secrets) {
      assertFalse(printed.contains(secret), secret + " in\n" + printed);
    }
  }

  /** True for what nobody could know: no word of an API, no part of an address. */
  private static boolean isTelling(String value) {
    return value.matches(".*(acme|umbrella|initech|CISBenchmark|LogMetrics|eventName).*");
  }

  @TestFactory
  List<DynamicTest> noSensitiveValueIsPrintedWhereItMakesNoSense() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path plan : plans()) {
      tests.add(
          dynamicTest(
              plan.toString(),
              () -> {
                Planted planted = Planted.in(plan).sensitive();
                planted.values().forEach(leaf -> leaf.change(text -> text + SECRET));
                assertFalse(planted.printed().contains(SECRET), planted::printed);
              }));
    }
    return tests;
  }

  @Test
  void noSingleSensitiveValueIsPrinted() throws IOException {
    for (String name : List.of("compliant", "attach-role-policy-only", "role-trust")) {
      Planted plan = Planted.in(Path.of("fixtures/terraform", name, "plan.json")).sensitive();
      int leaves = plan.values().size();
      for (int i = 0; i < leaves; i++) {
        Planted one = plan.copy();
        String old = one.values().get(i).text();
        one.values().stream()
            .filter(leaf -> leaf.text().equals(old))
            .forEach(leaf -> leaf.change(text -> SECRET + text));
        assertFalse(one.printed().contains(SECRET), one::printed);
      }
    }
  }

  @Test
  void noParameterWithNoEchoIsPrinted() throws IOException {
    Planted template = Planted.in(Path.of("fixtures/cloudformation/compliant-json/template.json"));
    template.root().withObject("/Parameters/AlertAddress").put("NoEcho", true);
    int leaves = template.leaves("Resources").size();
    for (int i = 0; i < leaves; i++) {
      for (boolean asItWas : List.of(true, false)) {
        Planted one = template.copy();
        Planted.Leaf leaf = one.leaves("Resources").get(i);
        if (isName(one, leaf)) {
          continue;
        }
        String secret = asItWas ? leaf.text() : SECRET;
        ObjectNode parameter = one.root().withObject("/Parameters").putObject("Hidden");
        parameter.put("Type", "String").put("NoEcho", true).put("Default", secret);
        leaf.set(one.root().objectNode().set("Ref", TextNode.valueOf("Hidden")));
        String printed = one.printed();
        assertFalse(printed.contains(SECRET), printed);
        assertFalse(printed.contains("acme"), printed);
        assertFalse(printed.contains("$.eventName = DeleteGroupPolicy"), printed);
      }
    }
  }

  /** The template may say that a parameter is not to be shown; the configuration cannot know. */
  @Test
  void noParameterOfABrokenConfigurationIsPrinted(@TempDir Path folder) throws IOException {
    String whole = "deployments:\n  a:\n    inputs: t.yaml\n    parameters: { Key: S3CR3T }\n";
    Path config = folder.resolve("trailproof.yaml");
    for (String broken :
        List.of(
            whole.replace(" }", ""),
            whole.replace("parameters", "paramters"),
            whole.replace("parameters: {", "account: { parameters:"),
            whole.replace("Key", "Key: [x], Key"),
            whole.replace("deployments", "deploymets").replace("\n  ", " ").replace("a:", "a"),
            whole + "  b: { parameters: { Key: S3CR3T, inputs: [} }\n")) {
      Files.writeString(config, broken);
      Invocation.Ended ended = Invocation.of("check", "--config", config.toString());
      assertEquals(3, ended.status(), ended.out());
      assertTrue(ended.out().contains(config + ":"), ended.out());
      assertFalse(ended.out().contains(SECRET), ended.out());
    }
    Files.writeString(config, whole.replace("inputs", "inptus"));
    String slip = Invocation.of("check", "--config", config.toString()).out();
    assertFalse(slip.contains(SECRET), slip);
  }

  /** What is no input may be a file of secrets that was named by mistake. */
  @Test
  void nothingOfWhatIsNoInputIsPrinted(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("secrets.json");
    for (String text :
        List.of(
            "{\"password\": \"S3CR3T\"}",
            "{\"format_version\": \"1.0\", \"variables\": {\"x\": {\"value\": \"S3CR3T\"}}}",
            "password: S3CR3T\n")) {
      Files.writeString(file, text);
      Invocation.Ended ended = Invocation.of("check", "--no-config", file.toString());
      assertEquals(3, ended.status(), ended.out());
      assertTrue(ended.out().contains("error[unrecognised-input]"), ended.out());
      assertFalse(ended.out().contains(SECRET), ended.out());
    }
  }

  /** True for words of the template language and for names in it, which are no values. */
  private static boolean isName(Planted template, Planted.Leaf leaf) {
    return leaf.key().equals("Type")
        || leaf.key().startsWith("Fn::")
        || leaf.key().equals("Ref")
        || leaf.text().equals("Arn")
        || template.root().path("Resources").has(leaf.text());
  }
}
