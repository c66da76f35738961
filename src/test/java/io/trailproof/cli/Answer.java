package io.trailproof.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trailproof.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an input is told, names and places left out.
 *
 * @param verdict the verdict of each deployment
 * @param events the verdict of each event, of every deployment
 * @param codes the codes of the findings
 * @param assumptions the codes of what it rests on
 */
public record Answer(
    List<String> verdict, Map<String, String> events, List<String> codes, Set<String> assumptions) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> VERDICTS = List.of("fail", "unknown", "pass");

  /** How many inputs are tried for each law. */
  static final int INPUTS = Integer.getInteger("trailproof.laws", 16);

  /** What an input comes to, which is written to a file in a folder. */
  static Answer of(Path folder, String name, JsonNode input, String... more) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, JSON.writeValueAsBytes(input));
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add(file.toString());
    return of(Checked.of(arguments.toArray(String[]::new)));
  }

  /** What came of a run. */
  public static Answer of(Checked checked) {
    List<String> verdict = new ArrayList<>();
    Map<String, String> events = new TreeMap<>();
    List<String> codes = new ArrayList<>();
    Set<String> assumptions = new TreeSet<>();
    int deployment = 0;
    for (JsonNode one : checked.json().get("deployments")) {
      String prefix = deployment++ + " ";
      for (JsonNode rule : one.get("rules")) {
        verdict.add(rule.get("verdict").asText());
        rule.get("events")
            .forEach(
                event ->
                    events.put(
                        prefix + event.get("event").asText(), event.get("verdict").asText()));
        rule.get("findings").forEach(finding -> codes.add(finding.get("code").asText()));
        rule.findValues("assumptions")
            .forEach(list -> list.forEach(each -> assumptions.add(each.get("code").asText())));
      }
    }
    Collections.sort(codes);
    return new Answer(List.copyOf(verdict), events, List.copyOf(codes), assumptions);
  }

  /** True if the same is told, whatever the reasons. */
  public boolean agrees(Answer other) {
    return verdict.equals(other.verdict) && events.equals(other.events);
  }

  /** True if the same is told for the same reasons. */
  boolean same(Answer other) {
    return agrees(other) && codes.equals(other.codes);
  }

  /**
   * The events of which this says for certain what the other denies; a pass for which this assumes
   * what the other knows is none.
   */
  public List<String> contradicts(Answer other) {
    List<String> against = new ArrayList<>();
    boolean assumes = !other.assumptions.containsAll(assumptions);
    events.forEach(
        (event, here) -> {
          String there = other.events.getOrDefault(event, here);
          if ((here.equals("pass") && there.equals("fail") && !assumes)
              || (here.equals("fail") && there.equals("pass"))) {
            against.add(event + ": " + there + " becomes " + here);
          }
        });
    return against;
  }

  /** The verdict of each event over all deployments: the worst counts. */
  Map<String, String> worst() {
    Map<String, String> worst = new TreeMap<>();
    events.forEach(
        (event, verdict) ->
            worst.merge(
                event.substring(event.indexOf(' ') + 1),
                verdict,
                (one, other) -> VERDICTS.indexOf(one) < VERDICTS.indexOf(other) ? one : other));
    return worst;
  }

  /** True if this says something for certain of every event. */
  boolean isCertain() {
    return !events.isEmpty() && !events.containsValue("unknown");
  }

  /**
   * What knowing more turned round: the events of which this is certain and the other, which knows
   * more, says the contrary.
   *
   * @param disproved the codes of the assumptions that what is known may disprove; a pass that
   *     lists one of them may fail where the other lists it no longer
   */
  List<String> turns(Answer known, Set<String> disproved) {
    boolean falls =
        assumptions.stream()
            .anyMatch(code -> disproved.contains(code) && !known.assumptions.contains(code));
    Map<String, String> after = known.worst();
    List<String> turned = new ArrayList<>();
    worst()
        .forEach(
            (event, here) -> {
              String there = after.getOrDefault(event, here);
              if ((here.equals("pass") && there.equals("fail") && !falls)
                  || (here.equals("fail") && there.equals("pass"))) {
                turned.add(event + ": " + here + " becomes " + there);
              }
            });
    return turned;
  }

  /** The inputs of a format among the fixtures, and some of those of the corpora. */
  static List<Path> inputs(String format, Set<String> names, Random random) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path input : FixturesTest.inputs()) {
      if (input.startsWith(Path.of("fixtures", format))
          && names.contains(input.getFileName().toString())) {
        found.add(input);
      }
    }
    Collections.shuffle(found, random);
    List<Path> others = new ArrayList<>();
    if (Corpus.folder().isPresent()) {
      try (Stream<Path> files = Files.walk(Corpus.folder().get().resolve("attacks"), 4)) {
        files
            .filter(file -> names.contains(file.getFileName().toString()))
            .filter(Answer::isSmall)
            .sorted()
            .forEach(others::add);
      }
    }
    Collections.shuffle(others, random);
    // Fixtures take the places that no corpus takes.
    int ours = INPUTS - Math.min(others.size(), INPUTS / 2);
    List<Path> some = new ArrayList<>(found.subList(0, Math.min(found.size(), ours)));
    some.addAll(others.subList(0, Math.min(others.size(), INPUTS - some.size())));
    return some;
  }

  static boolean isSmall(Path file) {
    try {
      return Files.size(file) < 200_000;
    } catch (IOException e) {
      return false;
    }
  }
}
