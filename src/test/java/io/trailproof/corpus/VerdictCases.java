package io.trailproof.corpus;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trailproof.cli.Invocation;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * Cases with an {@code expect.json} that says how to call the program and which verdicts are
 * allowed, run as a user would run them, and counted by how they differ.
 */
final class VerdictCases {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Worst first: what several deployments come to. */
  private static final List<String> VERDICTS = List.of("fail", "unknown", "pass", "not-applicable");

  /** How an outcome differs from the truth. */
  enum Difference {
    RIGHT("right"),
    FALSE_PASS("false pass"),
    FALSE_FAIL("false fail"),
    NEEDLESS_UNKNOWN("needless unknown"),
    OTHER_EVENTS("other events"),
    NOT_JUDGED("read or left out wrongly");

    private final String words;

    Difference(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * What came of one case.
   *
   * @param name the folder below the set, such as {@code terraform/dup-alarm-name}
   */
  record Ended(String name, Difference difference, String told) {}

  private VerdictCases() {}

  /** The cases below a folder whose names are wanted, in order, each with what came of it. */
  static List<Ended> run(Path folder, Predicate<String> wanted) {
    List<Ended> all = new ArrayList<>();
    collect(folder, folder, wanted, all);
    return all;
  }

  private static void collect(Path root, Path folder, Predicate<String> wanted, List<Ended> into) {
    if (!Files.exists(folder.resolve("expect.json"))) {
      Corpus.folders(folder).forEach(below -> collect(root, below, wanted, into));
    } else if (wanted.test(root.relativize(folder).toString())) {
      into.add(run(root, folder));
    }
  }

  private static Ended run(Path root, Path folder) {
    JsonNode expected = Corpus.json(folder.resolve("expect.json"));
    List<String> call = new ArrayList<>(List.of("check", "--format", "json"));
    Set<String> asked = new TreeSet<>();
    for (JsonNode argument : expected.get("arguments")) {
      String text = argument.asText();
      asked.add(text);
      Path named = folder.resolve(text.isEmpty() ? "." : text);
      call.add(!text.startsWith("-") && Files.exists(named) ? named.toString() : text);
    }
    if (!asked.contains("--rule") && !asked.contains("--control")) {
      call.addAll(1, List.of("--rule", "iam-policy-changes"));
    }
    Invocation.Ended ended = Invocation.of(call.toArray(String[]::new));
    String name = root.relativize(folder).toString();
    Set<String> allowed = texts(expected.get("verdict"));
    String got = verdict(ended);
    Set<String> missing = missing(ended);
    Difference difference = difference(got, allowed);
    if (difference == Difference.RIGHT
        && got.equals("fail")
        && expected.path("missing").isArray()
        && !texts(expected.get("missing")).equals(missing)) {
      difference = Difference.OTHER_EVENTS;
    }
    return new Ended(
        name,
        difference,
        "expected %s%s, got %s%s: %s"
            .formatted(
                allowed,
                expected.path("missing").isArray() ? " " + expected.get("missing").size() : "",
                got,
                got.equals("fail") ? " " + missing.size() : "",
                said(ended)));
  }

  private static Difference difference(String got, Set<String> allowed) {
    if (allowed.contains(got)) {
      return Difference.RIGHT;
    }
    return switch (got) {
      case "pass" -> Difference.FALSE_PASS;
      case "fail" -> Difference.FALSE_FAIL;
      case "unknown" -> Difference.NEEDLESS_UNKNOWN;
      default -> Difference.NOT_JUDGED;
    };
  }

  private static String verdict(Invocation.Ended ended) {
    if (ended.status() == 3) {
      return "unreadable";
    }
    if (ended.status() > 3) {
      return "exit " + ended.status();
    }
    Set<String> verdicts = new TreeSet<>();
    rules(ended).forEach(rule -> verdicts.add(rule.get("verdict").asText()));
    return VERDICTS.stream().filter(verdicts::contains).findFirst().orElse("left-out");
  }

  private static Set<String> missing(Invocation.Ended ended) {
    Set<String> names = new TreeSet<>();
    rules(ended)
        .forEach(
            rule ->
                rule.get("events")
                    .forEach(
                        event -> {
                          if (event.get("verdict").asText().equals("fail")) {
                            names.add(event.get("event").asText());
                          }
                        }));
    return names;
  }

  private static String said(Invocation.Ended ended) {
    if (ended.status() > 1) {
      return ended.err().lines().limit(1).findFirst().orElse("");
    }
    List<String> said = new ArrayList<>();
    rules(ended)
        .forEach(
            rule ->
                rule.get("findings")
                    .forEach(
                        one ->
                            said.add(
                                one.get("code").asText().replaceFirst(".*/", "")
                                    + ": "
                                    + one.get("message").asText())));
    return String.join("; ", said);
  }

  private static List<JsonNode> rules(Invocation.Ended ended) {
    if (ended.out().isBlank()) {
      return List.of();
    }
    try {
      List<JsonNode> all = new ArrayList<>();
      JSON.readTree(ended.out())
          .get("deployments")
          .forEach(one -> one.get("rules").forEach(all::add));
      return all;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(toCollection(TreeSet::new));
  }
}
