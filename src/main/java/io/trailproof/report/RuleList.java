package io.trailproof.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.trailproof.report.text.Style;
import io.trailproof.rule.Chain;
import io.trailproof.rule.Rule;
import io.trailproof.rule.control.Control;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules that there are, as {@code trailproof rules} prints them. */
public final class RuleList {
  private final List<Rule> rules;

  /** A list of some rules. */
  public RuleList(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** A line for each: id, severity, whether a run checks it that names none, and title. */
  public void text(Style style, Appendable out) throws IOException {
    int longest = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    for (Rule rule : rules) {
      out.append(padded(rule.id(), longest))
          .append("  ")
          .append(padded(rule.severity().word(), "critical".length()))
          .append("  ")
          .append(rule.byDefault() ? "on " : "off")
          .append("  ")
          .append(style.plain(rule.title()))
          .append('\n');
    }
  }

  /**
   * Each framework with its versions, and for each control the rules that serve it; where some are
   * asked for, these alone.
   */
  public void byFramework(Style style, Appendable out) throws IOException {
    Map<String, Map<String, Set<String>>> frameworks = new LinkedHashMap<>();
    for (Rule rule : rules) {
      for (Control control : rule.asked().isEmpty() ? rule.controls() : rule.asked()) {
        String version = (control.framework() + " " + control.version()).strip();
        String id = control.id().isEmpty() ? "—" : control.id();
        frameworks
            .computeIfAbsent(version, any -> new LinkedHashMap<>())
            .computeIfAbsent(id, any -> new LinkedHashSet<>())
            .add(
                rule.id()
                    + " ("
                    + control.relation().word()
                    + ", "
                    + control.certainty().word()
                    + ")");
      }
    }
    for (Map.Entry<String, Map<String, Set<String>>> framework : frameworks.entrySet()) {
      out.append(style.plain(framework.getKey())).append('\n');
      int longest = framework.getValue().keySet().stream().mapToInt(String::length).max().orElse(0);
      for (Map.Entry<String, Set<String>> control : framework.getValue().entrySet()) {
        out.append("  ")
            .append(style.plain(padded(control.getKey(), longest)))
            .append("  ")
            .append(String.join(", ", control.getValue()))
            .append('\n');
      }
    }
  }

  /** A list of objects. */
  public void json(Appendable out) throws IOException {
    PrettyJson.writeList(
        out,
        json -> {
          for (Rule rule : rules) {
            json.writeStartObject();
            rule(rule, json);
            json.writeEndObject();
          }
        });
  }

  private static void rule(Rule rule, JsonGenerator json) throws IOException {
    json.writeStringField("id", rule.id());
    json.writeStringField("title", rule.title());
    json.writeStringField("claim", rule.claim());
    json.writeStringField("severity", rule.severity().word());
    json.writeBooleanField("default", rule.byDefault());
    json.writeStringField("way", rule.chain().way());
    PrettyJson.strings("ways", rule.ways().besides().stream().map(Chain::way).toList(), json);
    json.writeArrayFieldStart("controls");
    for (Control control : rule.controls()) {
      json.writeStartObject();
      JsonControl.fields(control, json);
      json.writeStringField("source", control.source());
      json.writeStringField("note", control.note());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String padded(String text, int length) {
    return text + " ".repeat(Math.max(0, length - text.length()));
  }
}
