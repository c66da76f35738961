package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trailproof.catalog.Binding;
import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a finding says helps is what {@code fix} does against it. */
final class FixHelpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Catalog CATALOG = BundledCatalog.read();

  /** What a policy lets somebody do. */
  private static final Pattern ACTION = Pattern.compile("`([a-z0-9]+:[a-z]+)\\*?`");

  @TestFactory
  Stream<DynamicTest> helpNamesWhatIsDone() throws IOException {
    return FixFixturesTest.failing()
        .map(input -> dynamicTest(FixFixturesTest.name(input), () -> agrees(input)));
  }

  private static void agrees(Path input) throws IOException {
    JsonNode fixed = JSON.readTree(FixFixturesTest.fix(input, "--format", "json").out());
    Map<String, List<JsonNode>> done = new HashMap<>();
    fixed
        .findValues("changes")
        .forEach(
            changes ->
                changes.forEach(
                    one ->
                        done.computeIfAbsent(
                                one.get("requirement").asText(), any -> new ArrayList<>())
                            .add(one)));
    String file = input.toString().replace('\\', '/');
    List<String> call = new ArrayList<>(List.of("check", "--format", "json"));
    call.addAll(FixFixturesTest.asked(input));
    call.add(file);
    JsonNode checked = JSON.readTree(Invocation.of(call.toArray(String[]::new)).out());
    for (JsonNode finding : checked.findParents("help")) {
      String code = finding.path("code").asText();
      List<JsonNode> changes = done.getOrDefault(code.substring(code.indexOf('/') + 1), List.of());
      String help = finding.get("help").toString().toLowerCase(Locale.ROOT);
      assertTrue(
          changes.isEmpty() || changes.stream().anyMatch(one -> isNamed(one, help)),
          () -> code + ": " + help + " is not " + changes);
    }
  }

  /**
   * A property by its name, what is added by its type or by what that is called, and a permission
   * by what it lets somebody do.
   */
  private static boolean isNamed(JsonNode change, String help) {
    if (ACTION.matcher(help).results().anyMatch(one -> isIn(change, one.group(1)))) {
      return true;
    }
    if (change.has("property")) {
      String property = change.get("property").asText();
      List<String> words = List.of(property.split("_|(?<=[a-z])(?=[A-Z])|\\[.*|\\.", -1));
      String last = String.join(" ", words.subList(Math.max(0, words.size() - 2), words.size()));
      return help.contains(property.toLowerCase(Locale.ROOT))
          || help.contains(last.toLowerCase(Locale.ROOT))
          || (property.toLowerCase(Locale.ROOT).endsWith("name")
              && (help.contains("name of its own") || help.contains("another name")));
    }
    String type = change.get("type").asText();
    Optional<Binding> binding = CATALOG.terraform(type).or(() -> CATALOG.cloudFormation(type));
    return help.contains(type.toLowerCase(Locale.ROOT))
        || binding
            .map(one -> one.type().title())
            .filter(title -> Stream.of(title.split(" ", -1)).anyMatch(help::contains))
            .isPresent();
  }

  private static boolean isIn(JsonNode change, String action) {
    return change.toString().toLowerCase(Locale.ROOT).contains(action);
  }
}
