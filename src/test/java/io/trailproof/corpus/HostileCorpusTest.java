package io.trailproof.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Hostile inputs and the habits of newcomers, run as the {@code expect.json} of each says in words.
 */
final class HostileCorpusTest {
  /** What no line of a text report may be, since a CI system would carry it out. */
  private static final Pattern COMMAND = Pattern.compile("(?mi)^\\s*::|##\\[|##vso\\[");

  private static final String SECRET = "HUNTER2";

  /** What takes a shell, another rule or a generator, and is held by the tests that are named. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "hostile/fifo-loses-4-bytes", "OpeningTest",
          "hostile/report-lost", "LostReportTest",
          "hostile/quadratic", "no file, but programs that write large ones",
          "workflow/help-breaks-other-rule", "SharedFilterTest");

  /** How a case is run, and what has to hold. */
  private record Case(List<String> arguments, Consumer<Invocation.Ended> holds) {
    Case(Consumer<Invocation.Ended> holds, String... arguments) {
      this(List.of(arguments), holds);
    }
  }

  private static final Map<String, List<Case>> CASES = cases();

  private static Map<String, List<Case>> cases() {
    Map<String, List<Case>> all = new LinkedHashMap<>();
    all.put(
        "hostile/ci-commands",
        List.of(
            new Case(exits(1), "::error title=forged::all proven.json"),
            new Case(exits(1), "--each", "./::error title=forged::all proven.json")));
    all.put(
        "hostile/cond-unknown-to-fail",
        List.of(
            new Case(exits(1), "template.json"),
            new Case(exits(1), "cond-only.json"),
            new Case(exits(1), "topic-only.json")));
    all.put(
        "hostile/config-autopickup",
        List.of(
            new Case(exits(1), "--no-config", "plan.json"),
            new Case(
                says("with 6 declared resources"), "--config", "trailproof.yaml", "plan.json")));
    all.put(
        "hostile/declared-short-arn",
        List.of(
            new Case(
                exits(3).andThen(says("trailproof.yaml:2:")),
                "--config",
                "trailproof.yaml",
                "plan.json")));
    all.put(
        "hostile/include-any-file",
        List.of(new Case(exits(1).andThen(hides("ghs_")), "template.yaml")));
    all.put(
        "hostile/latin1-skip",
        List.of(
            new Case(exits(3), "template.yaml"),
            new Case(exits(3), "--skip-unrecognised", "template.yaml"),
            new Case(exits(3), "--each", "--skip-unrecognised", "template.yaml"),
            new Case(exits(3), ".")));
    all.put("hostile/nul-templateurl", List.of(new Case(exits(1), "template.json")));
    all.put("hostile/role-config-type", List.of(new Case(exits(1, 3), "plan.json")));
    all.put(
        "hostile/secret-findinmap",
        List.of(
            new Case(
                exits(1, 3).andThen(hides(SECRET)),
                "--parameter",
                "Key=" + SECRET,
                "template.yaml")));
    all.put(
        "hostile/secret-parse-error",
        List.of(
            new Case(
                exits(3).andThen(hides(SECRET)).andThen(says("p.json:1:")),
                "--parameters",
                "p.json",
                "n2.yaml"),
            new Case(exits(1, 3).andThen(hides(SECRET)), "--parameter", "Ns=" + SECRET, "n2.yaml"),
            new Case(
                exits(1, 3).andThen(hides(SECRET)), "--parameter", "Num=" + SECRET, "n2.yaml")));
    all.put(
        "hostile/yaml-flow-after-comment",
        List.of(
            new Case(exits(1).andThen(says("alarm-threshold")), "template.yaml"),
            new Case(
                exits(1).andThen(says("alarm-threshold")), "--skip-unrecognised", "template.yaml"),
            new Case(exits(1).andThen(says("alarm-threshold")), ".")));
    all.put(
        "workflow/lambda-app",
        List.of(
            new Case(exits(0), "--each", "--skip-unrecognised", "lambda-app.yaml", "sns-app.yaml"),
            new Case(exits(0), "--each", "--skip-unrecognised", "lambda-app.yaml"),
            new Case(exits(0), "--each", "--skip-unrecognised", "sns-app.yaml")));
    all.put(
        "workflow/prod-staging",
        List.of(new Case(exits(1).andThen(says("broken iam-policy-changes")), ".")));
    all.put(
        "workflow/self-declared",
        List.of(
            new Case(exits(1), "--config", "trailproof.yaml", "template.yaml"),
            new Case(exits(1), "--config", "trailproof.yaml", "e/plan.json")));
    all.put(
        "workflow/stale-plan",
        List.of(
            new Case(exits(1), "plan.json"),
            new Case(exits(1), "."),
            new Case(
                exits(1).andThen(says("plan.json` both plan")), "plan-old.json", "plan.json")));
    return all;
  }

  private static Consumer<Invocation.Ended> exits(Integer... allowed) {
    return ended ->
        assertTrue(
            Set.of(allowed).contains(ended.status()),
            () -> ended.status() + "\n" + ended.out() + ended.err());
  }

  private static Consumer<Invocation.Ended> says(String text) {
    return ended -> assertTrue(isJson(ended) || printed(ended).contains(text), printed(ended));
  }

  private static Consumer<Invocation.Ended> hides(String text) {
    return ended -> assertFalse(printed(ended).contains(text), () -> printed(ended));
  }

  private static boolean isJson(Invocation.Ended ended) {
    return ended.out().startsWith("{");
  }

  private static String printed(Invocation.Ended ended) {
    return ended.out() + ended.err();
  }

  @TestFactory
  List<DynamicTest> everyCaseEndsAsItsWordsSay() throws IOException {
    assumeTrue(Corpus.folder().isPresent(), "no corpus here");
    Path corpus = Corpus.folder().orElseThrow();
    List<DynamicTest> tests = new ArrayList<>();
    for (String set : List.of("hostile", "workflow")) {
      assumeTrue(Files.isDirectory(corpus.resolve(set)), "no such cases here");
      try (Stream<Path> folders = Files.list(corpus.resolve(set))) {
        for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
          String name = set + "/" + folder.getFileName();
          if (!ELSEWHERE.containsKey(name)) {
            tests.add(dynamicTest(name, () -> run(name, folder)));
          }
        }
      }
    }
    return tests;
  }

  private static void run(String name, Path folder) {
    List<Case> cases = CASES.getOrDefault(name, List.of());
    assertFalse(cases.isEmpty(), "nothing is known of how " + name + " is run");
    for (Case one : cases) {
      for (String format : List.of("text", "json")) {
        List<String> call = new ArrayList<>(List.of("check", "--rule", "iam-policy-changes"));
        call.addAll(List.of("--format", format));
        one.arguments().forEach(argument -> call.add(placed(argument, folder)));
        Invocation.Ended ended = Invocation.of(call.toArray(String[]::new));
        one.holds().accept(ended);
        if (format.equals("text")) {
          assertEquals(
              List.of(),
              COMMAND.matcher(printed(ended)).results().map(any -> any.group()).toList());
        }
      }
    }
  }

  private static String placed(String argument, Path folder) {
    Path file = folder.resolve(argument);
    return !argument.startsWith("-") && Files.exists(file) ? file.toString() : argument;
  }
}
