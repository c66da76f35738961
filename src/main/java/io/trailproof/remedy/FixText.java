package io.trailproof.remedy;

import io.trailproof.catalog.Catalog;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Verdict;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The remedies of a rule in words: what to change, what to add, and what comes of it. */
public final class FixText {
  private final Spellings spellings;
  private final UnaryOperator<String> plain;
  private final ResourceGraph graph;
  private final Set<Remedy.Ask> asked = new HashSet<>();

  /**
   * Words for the changes of a deployment.
   *
   * @param changes all of them, which may refer to each other
   * @param plain takes what a terminal would obey out of a text
   */
  public FixText(
      Catalog catalog, ResourceGraph graph, List<Alteration> changes, UnaryOperator<String> plain) {
    this.spellings = new Spellings(catalog, graph, changes);
    this.plain = plain;
    this.graph = graph;
  }

  /**
   * What the changes for a rule come to in files.
   *
   * @param differences of files, as they are shown
   * @param byHand what is left to do by hand, and why; an empty reason is not told
   * @param isConfirmed false if the files do not say with the changes what they should
   */
  public record InFiles(String differences, Map<Alteration, String> byHand, boolean isConfirmed) {
    public InFiles {
      byHand = Collections.unmodifiableMap(new LinkedHashMap<>(byHand));
    }
  }

  /** What can be done for a rule. */
  public String of(Fixed fixed, InFiles written) {
    StringBuilder text = new StringBuilder();
    text.append(fixed.before().rule().id()).append(": ").append(counted(fixed.before()));
    if (!written.differences().isEmpty()) {
      text.append('\n');
      written.differences().lines().forEach(line -> text.append("  ").append(line).append('\n'));
    }
    byHand(written.byHand(), text);
    if (!fixed.changes().isEmpty()) {
      text.append("\n  with this: ").append(outcome(fixed, written.isConfirmed()));
    } else if (fixed.asked().isEmpty()) {
      text.append("\n  nothing that is known helps\n");
    } else {
      text.append('\n');
    }
    for (Remedy.Ask ask : fixed.asked()) {
      text.append(asked.add(ask) ? "  say `--set " : "  waits for `--set ");
      text.append(ask.name()).append("=...`: ").append(ask.what());
      text.append(", which only you know\n");
    }
    return text.toString();
  }

  private void byHand(Map<Alteration, String> changes, StringBuilder text) {
    Set<String> reasons = new HashSet<>(changes.values());
    String common = reasons.size() == 1 ? reasons.iterator().next() : "";
    boolean isOneSet = false;
    for (Map.Entry<Alteration, String> one : changes.entrySet()) {
      if (!(one.getKey() instanceof Alteration.Add)) {
        text.append("\n  ").append(line(one.getKey())).append(why(one.getValue(), common));
        isOneSet = true;
      }
    }
    text.append(isOneSet ? "\n" : "");
    for (Map.Entry<Alteration, String> one : changes.entrySet()) {
      if (one.getKey() instanceof Alteration.Add add) {
        text.append("\n  add").append(place(add)).append(plain.apply(provider(add)));
        text.append(why(one.getValue(), common)).append("\n\n");
        text.append(indented(addition(add)));
      }
    }
    text.append(common.isEmpty() ? "" : "\n  by hand: " + plain.apply(common) + "\n");
  }

  /** Why it is left to do, unless that is said of all at once. */
  private String why(String reason, String common) {
    return reason.isEmpty() || reason.equals(common) ? "" : "\n    by hand: " + plain.apply(reason);
  }

  /** A change of what is there, on a line. */
  public String line(Alteration change) {
    return plain.apply(shown(edit(change), " to "));
  }

  /** What the changes cost. */
  public String of(Weakened weakened) {
    return "with this, "
        + weakened.rule()
        + " is "
        + weakened.after().word()
        + "; it was "
        + weakened.before().word()
        + "\n";
  }

  private static String counted(RuleResult result) {
    long passing = result.proofs().stream().filter(one -> one.verdict() == Verdict.PASS).count();
    return passing + " of " + result.proofs().size() + " events reach a subscriber\n";
  }

  private String outcome(Fixed fixed, boolean isConfirmed) {
    RuleResult after = fixed.after();
    if (!isConfirmed) {
      return "not proven, as the files do not say with it what they should; please report this\n";
    }
    if (after.verdict() == Verdict.PASS) {
      return "proven, " + counted(after);
    }
    return counted(after).strip()
        + after.findings().stream()
            .findFirst()
            .map(one -> "; next: " + plain.apply(one.message()))
            .orElse("")
        + "\n";
  }

  private String edit(Alteration change) {
    String address = change.resource().address();
    if (change instanceof Alteration.Set set) {
      return "set `"
          + spellings.property(set.resource(), set.property())
          + "` of `"
          + address
          + "` to "
          + value(set);
    }
    Alteration.Unset unset = (Alteration.Unset) change;
    return "leave `"
        + spellings.property(unset.resource(), unset.property())
        + "` of `"
        + address
        + "` out";
  }

  /** A value as the input would have it; it may be one that must not be shown. */
  public String value(Alteration.Set set) {
    return spellings.dialect(set.resource()) == Dialect.TERRAFORM
        ? new Hcl(spellings, FreshNames.module(set.resource().address()))
            .expression(set.written(), "  ")
        : inTemplate(set);
  }

  /** What is added, as the input would have it. */
  public String addition(Alteration.Add add) {
    return spellings.dialect(add.resource()) == Dialect.TERRAFORM
        ? new Hcl(spellings, FreshNames.module(add.resource().address())).block(add)
        : inTemplate(add);
  }

  /** What is added without what must not be shown. */
  public String shownAddition(Alteration.Add add) {
    StringBuilder all = new StringBuilder();
    addition(add).lines().forEach(line -> all.append(shownLine(line)).append('\n'));
    return all.toString();
  }

  private String inTemplate(Alteration.Set set) {
    Json value = new TemplateValues(spellings, set.resource()).of(set.written());
    return spellings.isJson(set.resource())
        ? TemplateJson.PLAIN.inline(value)
        : TemplateYaml.PLAIN.inline(value);
  }

  private String inTemplate(Alteration.Add add) {
    String name = TemplateValues.logicalId(add.resource());
    Json resource = new TemplateValues(spellings, add.resource()).resource(add);
    return spellings.isJson(add.resource())
        ? TemplateJson.PLAIN.member(name, resource, "")
        : TemplateYaml.PLAIN.member(name, resource, "");
  }

  private static String place(Alteration.Add add) {
    String module = FreshNames.module(add.resource().address());
    return module.isEmpty()
        ? ""
        : " in the module that `" + module.substring(0, module.length() - 1) + "` calls";
  }

  private String indented(String text) {
    StringBuilder all = new StringBuilder();
    text.lines()
        .forEach(
            line ->
                all.append(line.isEmpty() ? "" : "    ")
                    .append(plain.apply(shownLine(line)))
                    .append('\n'));
    return all.toString();
  }

  private String shownLine(String line) {
    return shown(line, line.contains(" = ") ? " = " : ": ");
  }

  /** A line without what stands behind a sign, where that quotes what must not be shown. */
  private String shown(String line, String sign) {
    if (!graph.secrets().areIn(line)) {
      return line;
    }
    int at = line.indexOf(sign);
    return (at < 0 ? "" : line.substring(0, at + sign.length())) + "(sensitive)";
  }

  /** What is made elsewhere where an input makes things in several places needs to be told so. */
  private String provider(Alteration.Add add) {
    if (spellings.dialect(add.resource()) != Dialect.TERRAFORM) {
      return "";
    }
    return graph
        .find(add.beside())
        .filter(this::isInOneOfSeveralPlaces)
        .map(beside -> ", with the provider of `" + beside.address() + "`")
        .orElse("");
  }

  private boolean isInOneOfSeveralPlaces(Resource resource) {
    return graph.resources().stream()
        .filter(one -> one.existence() == Existence.MANAGED)
        .anyMatch(one -> Place.same(graph, resource, one) == Truth.NO);
  }
}
