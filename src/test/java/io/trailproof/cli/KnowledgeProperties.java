package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.corpus.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The first law of verdicts: a Region, an account, Terraform's files, a parameter or another
 * template that an input is given moves nothing but what was unknown; only a pass that lists the
 * very assumption may fall with it.
 */
final class KnowledgeProperties {
  /** How many inputs are tried; {@code -Dtrailproof.laws=100000} tries all. */
  private static final int INPUTS = Integer.getInteger("trailproof.laws", 16);

  /** Which inputs are tried, by hand. */
  private static final Pattern ONLY =
      Pattern.compile(System.getProperty("trailproof.laws.only", ""));

  private static final Set<String> NAMES =
      Set.of("plan.json", "state.json", "template.yaml", "template.json", "template.yml");

  private static final Pattern ACCOUNT = Pattern.compile("(?<![\\w.-])(\\d{12})(?![\\w.-])");

  private static final Pattern REGION =
      Pattern.compile("\\b((?:us|eu|ap|sa|ca|me|af|cn)(?:-gov)?-[a-z]+-\\d)\\b");

  /** What is told where the input names none. */
  private static final String SOME_ACCOUNT = "123456789012";

  private static final String SOME_REGION = "us-east-1";

  /** What is told beside an input, and the codes of the assumptions that it may disprove. */
  private record More(List<String> arguments, Set<String> disproves) {
    static More of(Set<String> disproves, String... arguments) {
      return new More(List.of(arguments), disproves);
    }

    More and(More other) {
      List<String> both = new ArrayList<>(arguments);
      both.addAll(other.arguments);
      Set<String> all = new TreeSet<>(disproves);
      all.addAll(other.disproves);
      return new More(both, all);
    }
  }

  @Test
  void whatIsGivenMovesNothingButUnknown() throws IOException {
    Random random = new Random(23);
    List<String> broken = new ArrayList<>();
    int moved = 0;
    int certain = 0;
    List<Path> inputs = inputs(random);
    for (Path input : inputs) {
      Answer open = Answer.of(Checked.of(input.toString()));
      for (More more : mores(input, random)) {
        List<String> arguments = new ArrayList<>(more.arguments());
        arguments.add(input.toString());
        Answer known = Answer.of(Checked.of(arguments.toArray(String[]::new)));
        List<String> turned = open.turns(known, more.disproves());
        if (!turned.isEmpty()) {
          broken.add(
              input
                  + " "
                  + more.arguments()
                  + ": "
                  + turned
                  + " "
                  + open.codes()
                  + " "
                  + known.codes()
                  + " "
                  + open.assumptions());
        }
        certain += open.isCertain() ? 1 : 0;
        moved += open.worst().equals(known.worst()) ? 0 : 1;
      }
    }
    assertTrue(moved > 0 || INPUTS < 1000, "nothing was told that matters");
    assertEquals(List.of(), broken, () -> String.join("\n", broken));
    assertTrue(certain > 5 || !ONLY.pattern().isEmpty(), "only " + certain + " were certain");
  }

  /** What may be told beside an input that leaves it open. */
  private static List<More> mores(Path input, Random random) throws IOException {
    String text = Files.readString(input, StandardCharsets.ISO_8859_1);
    More account =
        More.of(
            Set.of("literal-account", "told-apart"),
            "--account",
            named(ACCOUNT, text, SOME_ACCOUNT));
    More region =
        More.of(
            Set.of("literal-account", "told-apart"), "--region", named(REGION, text, SOME_REGION));
    List<More> all = new ArrayList<>(List.of(account, region, account.and(region)));
    if (INPUTS > 1000) {
      for (String other : few(ACCOUNT, text)) {
        More one = More.of(Set.of("literal-account", "told-apart"), "--account", other);
        all.add(one);
        all.add(one.and(region));
      }
      for (String other : few(REGION, text)) {
        More one = More.of(Set.of("literal-account", "told-apart"), "--region", other);
        all.add(one);
        all.add(one.and(account));
      }
    }
    boolean isPlan = input.getFileName().toString().matches("(plan|state)\\.json");
    Path folder = Objects.requireNonNull(input.toAbsolutePath().getParent());
    if (isPlan) {
      if (holds(folder, ".*\\.(tf|tofu|tf\\.json)")) {
        More sources =
            More.of(
                Set.of("reference-is-whole", "index-as-written", "default-is-kept"),
                "--source",
                folder.toString());
        all.add(sources);
        all.add(sources.and(account).and(region));
      }
    } else {
      List<TemplateParameters.Open> open = TemplateParameters.open(text);
      for (TemplateParameters.Open parameter : open) {
        for (String value : parameter.values()) {
          all.add(More.of(Set.of("told-apart"), "--parameter", parameter.name() + "=" + value));
        }
      }
      for (Path other : others(folder, input)) {
        all.add(More.of(Set.of(), other.toString()));
      }
    }
    Collections.shuffle(all, random);
    return INPUTS > 1000 ? all : all.subList(0, Math.min(2, all.size()));
  }

  /** The first that the input names, else another. */
  private static String named(Pattern pattern, String text, String other) {
    Set<String> found = found(pattern, text);
    return found.isEmpty() ? other : found.iterator().next();
  }

  /** Some of the others that the input names. */
  private static List<String> few(Pattern pattern, String text) {
    return found(pattern, text).stream().skip(1).limit(3).toList();
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static boolean holds(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.getFileName().toString().matches(name));
    }
  }

  private static List<Path> others(Path folder, Path input) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(".*\\.(ya?ml|template)"))
          .filter(file -> !file.getFileName().equals(input.getFileName()))
          .sorted()
          .toList();
    }
  }

  private static List<Path> inputs(Random random) throws IOException {
    List<Path> own = new ArrayList<>(FixturesTest.inputs());
    List<Path> others = new ArrayList<>();
    if (Corpus.folder().isPresent()) {
      for (String part :
          Arrays.asList(
              "attacks",
              "new-aws",
              "engines",
              "terraform",
              "terraform-modules",
              "workflow",
              "cloudformation")) {
        try (Stream<Path> files = Files.walk(Corpus.folder().get().resolve(part), 6)) {
          files
              .filter(
                  file ->
                      NAMES.contains(file.getFileName().toString())
                          || (part.equals("cloudformation")
                              && file.toString().matches(".*\\.(ya?ml|template)")))
              .filter(Answer::isSmall)
              .sorted()
              .forEach(others::add);
        }
      }
    }
    own.removeIf(one -> !ONLY.matcher(one.toString()).find());
    others.removeIf(one -> !ONLY.matcher(one.toString()).find());
    Collections.shuffle(own, random);
    Collections.shuffle(others, random);
    List<Path> some = new ArrayList<>(own.subList(0, Math.min(own.size(), INPUTS / 2)));
    some.addAll(others.subList(0, Math.min(others.size(), INPUTS - some.size())));
    return some;
  }
}
