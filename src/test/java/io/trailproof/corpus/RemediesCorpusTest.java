package io.trailproof.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.trailproof.cli.Invocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Of what fails in the corpus, {@code fix} mends nineteen of twenty, and proves that it does. */
final class RemediesCorpusTest {
  private static final String REFUSED = "AWS refuses what its author has to mend";

  /** Why some of the cases stay broken. */
  private static final Map<String, String> OPEN =
      Map.ofEntries(
          Map.entry("acct-trail-vs-lg", "nobody knows in which account the trail is"),
          Map.entry("bad-destroy", "the plan destroys all of it"),
          Map.entry("d46-six-actions", "which of the actions goes, its author has to say"),
          Map.entry("e32-foreach-no-transform", REFUSED),
          Map.entry("e42-account-mapping-unquoted", REFUSED),
          Map.entry("f19-unknown-property", REFUSED),
          Map.entry("f20-unknown-property2", REFUSED),
          Map.entry("f21-lowercase-type", REFUSED),
          Map.entry("g06-foreach-alarms-no-transform", REFUSED),
          Map.entry("sh-show-json-no-plan", "there is no plan in it, and so no file"),
          Map.entry("st-topic-replaced-sub-literal", "it takes an option of the run, no change"),
          Map.entry("tf-cross-account-assume-both", "each of two accounts needs a chain"));

  private int failing;
  private final Set<String> broken = new TreeSet<>();

  @Test
  void whatFailsGetsARemedyThatProves() {
    Optional<Path> corpus = Corpus.folder();
    assumeTrue(corpus.isPresent(), "no corpus here");
    for (String set : List.of("terraform", "attacks")) {
      collect(corpus.get().resolve(set));
    }
    System.out.printf(
        "corpus remedies: %d of %d proven, open %s%n", failing - broken.size(), failing, broken);
    assertTrue(failing > 200, failing + " cases fail");
    assertEquals(new TreeSet<>(OPEN.keySet()), broken, "what stays broken");
    assertTrue(broken.size() * 20 <= failing, broken.size() + " of " + failing);
  }

  private void collect(Path folder) {
    if (!Files.exists(folder.resolve("expect.json"))) {
      Corpus.folders(folder).forEach(this::collect);
      return;
    }
    JsonNode expected = Corpus.json(folder.resolve("expect.json"));
    boolean mayFail =
        expected.path("iamPolicyChanges").asText().equals("fail")
            || expected.path("verdict").toString().contains("\"fail\"");
    List<String> inputs = inputs(folder, expected);
    if (!mayFail || inputs.isEmpty()) {
      return;
    }
    Invocation.Ended checked = run("check", inputs);
    if (checked.status() != 1 || !checked.out().contains("broken ")) {
      return;
    }
    failing++;
    List<String> wishes =
        new ArrayList<>(
            List.of(
                "--set", "email=soc@corp.test", "--set", "owner=arn:aws:iam::111122223333:root"));
    wishes.addAll(inputs);
    Invocation.Ended fixed = run("fix", wishes);
    assertFalse(fixed.status() == 70, fixed.err());
    if (fixed.status() != 0) {
      broken.add(String.valueOf(folder.getFileName()));
    }
  }

  private static Invocation.Ended run(String command, List<String> more) {
    List<String> call = new ArrayList<>(List.of(command, "--no-config"));
    if (!more.contains("--rule")) {
      call.addAll(List.of("--rule", "iam-policy-changes"));
    }
    call.addAll(more);
    return Invocation.of(call.toArray(String[]::new));
  }

  private static List<String> inputs(Path folder, JsonNode expected) {
    List<String> inputs = new ArrayList<>();
    if (!expected.has("arguments")) {
      for (String name : List.of("plan.json", "state.json")) {
        if (inputs.isEmpty() && Files.exists(folder.resolve(name))) {
          inputs.add(folder.resolve(name).toString());
        }
      }
      return inputs;
    }
    for (JsonNode argument : expected.get("arguments")) {
      String text = argument.asText();
      Path named = folder.resolve(text.isEmpty() ? "." : text);
      inputs.add(!text.startsWith("-") && Files.exists(named) ? named.toString() : text);
    }
    return inputs;
  }
}
