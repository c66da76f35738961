package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every fixture that fails gets changes that prove, but for those that AWS refuses as they are. */
final class FixFixturesTest {
  private static final List<String> INPUTS =
      List.of("plan.json", "state.json", "template.yaml", "template.json");

  /** What AWS refuses before any of the chain comes to be, which only its author can mend. */
  private static final Set<String> REFUSED =
      Set.of(
          "cloudformation/alarm-actions-no-list",
          "cloudformation/alarm-warm-up-too-long",
          "cloudformation/depends-on-nothing",
          "cloudformation/mapping-key-number",
          "cloudformation/nested-undeclared-parameter",
          "cloudformation/output-without-attribute",
          "cloudformation/property-misspelt",
          "cloudformation/property-null",
          "cloudformation/queue-beside-refused",
          "cloudformation/section-misspelt",
          "cloudformation/type-misspelt",
          "terraform/role-path",
          "terraform/trail-bucket-name");

  static Stream<Path> failing() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("fixtures"), 3)) {
      return files
          .filter(one -> INPUTS.contains(one.getFileName().toString()))
          .filter(FixFixturesTest::isFailing)
          .sorted()
          .toList()
          .stream();
    }
  }

  /** True if the report beside an input says that a rule is broken there. */
  static boolean isFailing(Path input) {
    Path report = input.resolveSibling("expected.txt");
    try {
      return Files.exists(report)
          && Files.readString(report).lines().anyMatch(line -> line.startsWith("broken "));
    } catch (IOException e) {
      return false;
    }
  }

  static String name(Path input) {
    return input.subpath(1, 3).toString().replace('\\', '/');
  }

  /** How a fixture wants to be checked. */
  static List<String> asked(Path input) throws IOException {
    List<String> asked = new ArrayList<>();
    Path given = input.resolveSibling("arguments");
    if (Files.exists(given)) {
      List<String> words = List.of(Files.readString(given).strip().split(" ", -1));
      words.stream().filter(word -> !word.equals("--each")).forEach(asked::add);
    }
    if (!asked.contains("--rule")) {
      asked.addAll(List.of("--rule", "iam-policy-changes"));
    }
    return asked;
  }

  static Invocation.Ended fix(Path input, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("fix", "--set", "email=soc@corp.test"));
    arguments.addAll(asked(input));
    arguments.addAll(List.of(more));
    arguments.add(input.toString().replace('\\', '/'));
    return Invocation.of(arguments.toArray(String[]::new));
  }

  @TestFactory
  Stream<DynamicTest> everyFailureIsMended() throws IOException {
    return failing().map(input -> dynamicTest(name(input), () -> mends(input)));
  }

  /** True where no change proves. */
  static boolean isOpen(String name) {
    return REFUSED.contains(name);
  }

  private static void mends(Path input) throws IOException {
    Invocation.Ended ended = fix(input);
    boolean isMended = ended.out().contains("with this: proven, ");
    boolean isOpen = isOpen(name(input));
    assertEquals(!isOpen, isMended, ended.out() + ended.err());
    assertEquals(isMended ? 0 : ended.status(), ended.status());
    assertFalse(ended.status() == 70, ended.err());
  }

  @Test
  void whatIsNotMendedIsListed() throws IOException {
    Set<String> all = new TreeSet<>();
    failing().forEach(input -> all.add(name(input)));
    assertTrue(all.size() > 60 && all.containsAll(REFUSED), all::toString);
  }

  /** The other ways are whole ones as well: each is made from nothing where it can be written. */
  @Test
  void otherWaysAreMade() {
    for (List<String> one :
        List.of(
            List.of(
                "iam-policy-changes-eventbridge",
                "fixtures/terraform/compliant/plan.json",
                "aws_cloudwatch_event_target"),
            List.of(
                "iam-policy-changes-log-alarm",
                "fixtures/cloudformation/compliant/template.yaml",
                "AWS::CloudWatch::LogAlarm"))) {
      Invocation.Ended ended =
          Invocation.of("fix", "--region", "us-east-1", "--rule", one.get(0), one.get(1));
      assertEquals(0, ended.status(), ended.out() + ended.err());
      assertTrue(ended.out().contains(one.get(2)), ended.out());
      assertTrue(ended.out().contains("with this: proven, 16 of 16 events"), ended.out());
    }
  }

  @Test
  void aProofNeedsNothing() {
    Invocation.Ended ended = Invocation.of("fix", "fixtures/terraform/compliant/plan.json");
    assertEquals(0, ended.status());
    assertEquals("nothing to do: everything that was asked for is proven\n", ended.out());
  }

  @Test
  void somethingHasToBeNamed() {
    Invocation.Ended ended = Invocation.of("fix", "--no-config");
    assertEquals(2, ended.status());
    assertTrue(ended.err().contains("nothing to mend"), ended.err());
  }

  @Test
  void whatCannotBeReadIsNoProof() {
    assertEquals(3, Invocation.of("fix", "fixtures/none.json").status());
  }

  @Test
  void anAddressIsAskedForAndNeverMadeUp() {
    Invocation.Ended ended =
        Invocation.of(
            "fix",
            "--rule",
            "iam-policy-changes",
            "fixtures/terraform/topic-without-subscription/plan.json");
    assertEquals(1, ended.status());
    assertTrue(ended.out().contains("--set email="), ended.out());
    assertFalse(ended.out().contains("@"), ended.out());
  }

  @Test
  void whatATerminalWouldObeyIsTakenOutOfWhatIsGiven() {
    Invocation.Ended ended =
        Invocation.of(
            "fix",
            "--rule",
            "iam-policy-changes",
            "--set",
            "email=a\u001b[31m@corp.test",
            "fixtures/terraform/topic-without-subscription/plan.json");
    assertFalse(ended.out().contains("\u001b"), ended.out());
  }

  @Test
  void whatIsSensitiveIsNotShown(@TempDir Path folder) throws IOException {
    String template =
        Files.readString(Path.of("fixtures/cloudformation/no-global-events/template.yaml"));
    String namespace = "Zanzibar4711";
    String hidden =
        template
            .replaceFirst(
                "(?m)^(Parameters:)",
                "$1\n  Ns: {Type: String, NoEcho: true, Default: " + namespace + "}")
            .replaceFirst("(MetricNamespace: )[^\n]+", "$1!Ref Ns")
            .replaceFirst("(?m)^( +Namespace: )[^\n]+", "$1Elsewhere");
    Path file = Files.writeString(folder.resolve("t.yaml"), hidden);
    Invocation.Ended ended =
        Invocation.of("fix", "--rule", "iam-policy-changes", "--no-config", file.toString());
    assertTrue(ended.out().contains("(sensitive)"), ended.out() + ended.err());
    assertFalse(ended.out().contains(namespace), ended.out());
  }

  @Test
  void whereThereAreSeveralRegionsTheProviderIsNamed() throws IOException {
    Invocation.Ended ended = fix(Path.of("fixtures/terraform/topic-in-other-region/plan.json"));
    assertTrue(ended.out().contains("  add, with the provider of `"), ended.out());
  }

  @Test
  void whatHoldsNothingOfTheChainIsNoProof(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("t.yaml"), "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n");
    Invocation.Ended ended = Invocation.of("fix", "--no-config", file.toString());
    assertEquals(Invocation.of("check", "--no-config", file.toString()).status(), 1);
    assertEquals(1, Invocation.of("fix", "--no-config", file.toString()).status());
    assertFalse(ended.out().contains("nothing to do"), ended.out());
  }

  @Test
  void whatIsBrokenIsNotSaidToBeProven(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("t.yaml"), "Resources: {\n  a: [\n");
    Invocation.Ended ended = Invocation.of("fix", "--no-config", file.toString());
    assertEquals(3, ended.status());
    assertFalse(ended.out().contains("nothing to do"), ended.out());
  }
}
