package io.trailproof.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code trailproof check --format json} says of some inputs, in this process. */
public record Checked(int status, String text, String errors) {
  /** What comes of the rule on by default. */
  public static Checked of(String... arguments) {
    return ofRule("iam-policy-changes", arguments);
  }

  static Checked ofRule(String rule, String... arguments) {
    List<String> all = new ArrayList<>(List.of("check", "--rule", rule, "--format", "json"));
    all.addAll(List.of(arguments));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            Map.of());
    int status = CommandLine.run(all.toArray(String[]::new), terminal);
    return new Checked(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  JsonNode json() {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  private JsonNode rule() {
    return json().at("/deployments/0/rules/0");
  }

  String verdict() {
    return rule().get("verdict").asText();
  }

  /** The codes of the findings, without the rule's name. */
  List<String> findings() {
    List<String> codes = new ArrayList<>();
    rule()
        .get("findings")
        .forEach(one -> codes.add(one.get("code").asText().replaceFirst(".*/", "")));
    return codes;
  }

  /** The messages of the findings. */
  List<String> messages() {
    List<String> messages = new ArrayList<>();
    rule().get("findings").forEach(one -> messages.add(one.get("message").asText()));
    return messages;
  }

  /** The events that certainly get away. */
  List<String> missing() {
    List<String> names = new ArrayList<>();
    for (JsonNode event : rule().get("events")) {
      if (event.get("verdict").asText().equals("fail")) {
        names.add(event.get("event").asText());
      }
    }
    return names;
  }

  /** Code and first place of each diagnostic. */
  List<String> diagnostics() {
    List<String> all = new ArrayList<>();
    json()
        .get("diagnostics")
        .forEach(
            one ->
                all.add(
                    one.get("code").asText()
                        + " "
                        + one.at("/location/line").asText()
                        + ":"
                        + one.at("/location/column").asText()));
    return all;
  }
}
