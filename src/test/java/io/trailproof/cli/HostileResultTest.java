package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trailproof.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result is a stranger's: what it says steers nothing, opens nothing, and breaks nothing. */
final class HostileResultTest {
  private static final String HOSTILE =
      "x\u001b[31m\u0007\n::error::pwned\r##vso[task]\u202e\u2066\u009b1m\u2028::error::\u0085end";

  private static final String BROKEN = "fixtures/terraform/threshold-100/plan.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What may stand where something else should. */
  private static final List<String> OTHERS =
      List.of("\"\"", "\" \"", "-1", "1e9", "999999999999999999", "null", "[]", "{}", "true");

  @TempDir private Path folder;

  private static JsonNode result(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("check", "-f", "json"));
    all.addAll(List.of(arguments));
    return JSON.readTree(Invocation.of(all.toArray(String[]::new)).out());
  }

  @Test
  void noTextOfAResultSteersWhatShowsIt() throws IOException {
    JsonNode whole = result("--rule", "iam-policy-changes", BROKEN);
    for (String key : keys(whole)) {
      JsonNode planted = whole.deepCopy();
      change(planted, "", key, text -> text + HOSTILE);
      Invocation.Ended ended = report(planted);
      assertEquals(Optional.empty(), Harmless.harm(ended.out() + "\n" + ended.err()), key);
      assertNotEquals(ExitCode.INTERNAL.status(), ended.status(), key + ended.err());
    }
  }

  @Test
  void theWordsOfAStrangerAreShownWhereTheyMayBeAnything() throws IOException {
    for (String key : List.of("message", "address", "file", "before", "said", "help", "inputs")) {
      JsonNode planted = result("--rule", "iam-policy-changes", BROKEN);
      change(planted, "", key, text -> text + HOSTILE);
      assertEquals(ExitCode.FINDINGS.status(), report(planted).status(), key);
    }
  }

  @Test
  void nothingThatStandsWhereSomethingElseShouldIsAFaultOfOurs() throws IOException {
    JsonNode whole = result("--rule", "iam-policy-changes", BROKEN);
    for (String key : keys(whole)) {
      for (String other : OTHERS) {
        for (boolean everywhere : new boolean[] {true, false}) {
          JsonNode planted = whole.deepCopy();
          replace(planted, key, JSON.readTree(other), everywhere);
          Invocation.Ended ended = report(planted);
          assertNotEquals(ExitCode.INTERNAL.status(), ended.status(), key + other + ended.err());
        }
      }
    }
  }

  @Test
  void noFileThatAResultNamesIsOpened() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "TOPSECRET\n".repeat(50));
    JsonNode planted = result("--rule", "iam-policy-changes", BROKEN);
    for (String key : List.of("file", "input", "inputs", "path", "name")) {
      change(planted, "", key, text -> secret.toString());
    }
    String shown = report(planted).out();
    assertTrue(shown.contains("secret.txt"), "the name is shown");
    assertFalse(shown.contains("TOPSECRET"), "and nothing of what is in it");
  }

  /** What is printed of a result, in every format. */
  private Invocation.Ended report(JsonNode result) throws IOException {
    String file = Files.writeString(folder.resolve("result.json"), text(result)).toString();
    List<String> arguments = new ArrayList<>(List.of("report", file));
    for (Format format : Format.values()) {
      arguments.addAll(List.of("-f", format.word() + "=" + folder.resolve(format.word())));
    }
    Invocation.Ended ended = Invocation.of(arguments.toArray(String[]::new));
    StringBuilder all = new StringBuilder(ended.out());
    for (Format format : Format.values()) {
      if (Files.exists(folder.resolve(format.word()))) {
        all.append(Files.readString(folder.resolve(format.word())));
        Files.delete(folder.resolve(format.word()));
      }
    }
    return new Invocation.Ended(ended.status(), all.toString(), ended.err());
  }

  private static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> keys(JsonNode node) {
    Set<String> keys = new TreeSet<>();
    node.fieldNames().forEachRemaining(keys::add);
    node.forEach(child -> keys.addAll(keys(child)));
    return keys;
  }

  /** Changes every text below a key, those in its list among them. */
  private static void change(JsonNode node, String at, String key, UnaryOperator<String> change) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode value = object.get(name);
        if (value.isTextual() && name.equals(key)) {
          object.put(name, change.apply(value.asText()));
        } else {
          change(value, name, key, change);
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isTextual() && at.equals(key)) {
          array.set(i, array.textNode(change.apply(array.get(i).asText())));
        } else {
          change(array.get(i), at, key, change);
        }
      }
    }
  }

  /** Puts something else where a key stands, everywhere or there where it stands first. */
  private static boolean replace(JsonNode node, String key, JsonNode other, boolean everywhere) {
    if (node instanceof ObjectNode object && object.has(key)) {
      object.set(key, other);
      if (!everywhere) {
        return true;
      }
    }
    for (JsonNode child : node) {
      if (replace(child, key, other, everywhere) && !everywhere) {
        return true;
      }
    }
    return false;
  }
}
