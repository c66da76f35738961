package io.trailproof.cli;

import io.trailproof.catalog.Catalog;
import io.trailproof.check.result.RuleResult;
import io.trailproof.edit.Unwritten;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import io.trailproof.remedy.Alteration;
import io.trailproof.remedy.FixText;
import io.trailproof.remedy.Fixed;
import io.trailproof.remedy.Remedy;
import io.trailproof.remedy.Spellings;
import io.trailproof.remedy.TemplateJson;
import io.trailproof.remedy.Weakened;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What can be done for deployments, for programs. */
final class FixJson {
  private static final String SCHEMA = "trailproof-fix/1";

  private final Catalog catalog;

  FixJson(Catalog catalog) {
    this.catalog = catalog;
  }

  /** All of it. */
  String written(List<Fixes> all, FixWriting writing, ExitCode exit) {
    Map<String, Json> root = new LinkedHashMap<>();
    root.put("format", text(SCHEMA));
    Map<String, Json> tool = new LinkedHashMap<>();
    tool.put("name", text("trailproof"));
    tool.put("version", text(Version.current()));
    root.put("tool", new Json.Obj(tool));
    root.put("deployments", new Json.Arr(all.stream().map(this::deployment).toList()));
    root.put("written", texts(writing.files()));
    writing.refusal().ifPresent(why -> root.put("notWritten", text(why)));
    root.put("exitCode", new Json.Num(String.valueOf(exit.status())));
    return ascii(TemplateJson.PLAIN.value(new Json.Obj(root), "")) + "\n";
  }

  private Json deployment(Fixes fixes) {
    Map<String, Json> deployment = new LinkedHashMap<>();
    deployment.put("name", text(fixes.deployment().name()));
    deployment.put("inputs", texts(fixes.deployment().inputs()));
    deployment.put("proven", new Json.Bool(fixes.isProven()));
    deployment.put("confirmed", new Json.Bool(fixes.isConfirmed()));
    List<Json> rules = new ArrayList<>();
    for (int i = 0; i < fixes.fixed().rules().size(); i++) {
      rules.add(rule(fixes, i));
    }
    deployment.put("rules", new Json.Arr(rules));
    deployment.put(
        "weakened",
        new Json.Arr(fixes.fixed().weakened().stream().map(FixJson::weakened).toList()));
    deployment.put(
        "files", new Json.Arr(new FixDiffs(fixes).all().stream().map(FixJson::file).toList()));
    return new Json.Obj(deployment);
  }

  private Json rule(Fixes fixes, int at) {
    Fixed fixed = fixes.fixed().rules().get(at);
    Map<String, Json> rule = new LinkedHashMap<>();
    rule.put("id", text(fixed.before().rule().id()));
    rule.put("before", result(fixed.before(), true));
    rule.put("after", result(fixed.after(), fixes.isConfirmed()));
    List<Json> changes = new ArrayList<>();
    for (Remedy remedy : fixed.remedies()) {
      for (Alteration one : remedy.changes()) {
        changes.add(change(one, remedy.requirement(), fixes, fixes.edits().get(at).unwritten()));
      }
    }
    rule.put("changes", new Json.Arr(changes));
    rule.put("asked", new Json.Arr(fixed.asked().stream().map(FixJson::asked).toList()));
    return new Json.Obj(rule);
  }

  private static Json result(RuleResult result, boolean isConfirmed) {
    long proven = result.proofs().stream().filter(one -> one.verdict() == Verdict.PASS).count();
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put("verdict", text((isConfirmed ? result.verdict() : Verdict.UNKNOWN).word()));
    fields.put("provenEvents", new Json.Num(String.valueOf(isConfirmed ? proven : 0)));
    fields.put("events", new Json.Num(String.valueOf(result.proofs().size())));
    return new Json.Obj(fields);
  }

  private Json change(
      Alteration change, String requirement, Fixes fixes, List<Unwritten> unwritten) {
    FixText words =
        new FixText(catalog, fixes.graph(), fixes.fixed().changes(), UnaryOperator.identity());
    Spellings spellings = new Spellings(catalog, fixes.graph(), fixes.fixed().changes());
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put("action", text(change.getClass().getSimpleName().toLowerCase(Locale.ROOT)));
    fields.put("requirement", text(requirement));
    fields.put("address", text(change.resource().address()));
    fields.put("input", text(change.resource().input()));
    if (change instanceof Alteration.Add add) {
      fields.put(
          "type",
          text(spellings.binding(add.resource()).map(one -> one.spelling()).orElse(add.type())));
      fields.put("text", text(words.shownAddition(add)));
    } else if (change instanceof Alteration.Set set) {
      fields.put("property", text(spellings.property(set.resource(), set.property())));
      boolean isSensitive = isSensitive(set, fixes, words);
      fields.put("value", isSensitive ? Json.Null.NULL : text(words.value(set)));
      fields.put("sensitive", new Json.Bool(isSensitive));
    } else if (change instanceof Alteration.Unset unset) {
      fields.put("property", text(spellings.property(unset.resource(), unset.property())));
    }
    unwritten.stream()
        .filter(one -> FixReport.isOf(change, one))
        .findFirst()
        .ifPresent(one -> fields.put("byHand", text(one.why())));
    return new Json.Obj(fields);
  }

  private static boolean isSensitive(Alteration.Set set, Fixes fixes, FixText words) {
    boolean wasSo =
        fixes
            .graph()
            .find(set.resource())
            .map((Resource one) -> one.property(set.property()))
            .filter(Value::isSensitive)
            .isPresent();
    return wasSo || set.written().isSensitive() || fixes.graph().secrets().areIn(words.value(set));
  }

  private static Json asked(Remedy.Ask ask) {
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put("name", text(ask.name()));
    fields.put("what", text(ask.what()));
    return new Json.Obj(fields);
  }

  private static Json weakened(Weakened weakened) {
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put("rule", text(weakened.rule()));
    fields.put("before", text(weakened.before().word()));
    fields.put("after", text(weakened.after().word()));
    return new Json.Obj(fields);
  }

  private static Json file(FixDiffs.Shown shown) {
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put("file", text(shown.diff().name()));
    fields.put("diff", shown.withheld().isPresent() ? Json.Null.NULL : text(shown.diff().text()));
    shown.withheld().ifPresent(why -> fields.put("withheld", text(why)));
    return new Json.Obj(fields);
  }

  private static Json text(String text) {
    return new Json.Str(text);
  }

  private static Json texts(List<String> texts) {
    return new Json.Arr(texts.stream().map(FixJson::text).toList());
  }

  /** The same JSON in ASCII, of which no terminal obeys anything. */
  private static String ascii(String json) {
    StringBuilder all = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c < 0x7F) {
        all.append(c);
      } else {
        all.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return all.toString();
  }
}
