package io.trailproof.cli;

import io.trailproof.catalog.Catalog;
import io.trailproof.edit.Edits;
import io.trailproof.edit.Unwritten;
import io.trailproof.remedy.Alteration;
import io.trailproof.remedy.FixText;
import io.trailproof.remedy.Fixed;
import io.trailproof.report.text.Style;
import io.trailproof.rule.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be done for a deployment, for people: differences of files, and words for the rest. */
final class FixReport {
  private final Fixes fixes;
  private final FixDiffs diffs;
  private final FixText text;
  private final Style style;

  FixReport(Fixes fixes, Catalog catalog, Style style) {
    this.fixes = fixes;
    this.diffs = new FixDiffs(fixes);
    this.text = new FixText(catalog, fixes.graph(), fixes.fixed().changes(), style::plain);
    this.style = style;
  }

  /** All of it. */
  String written() {
    StringBuilder said = new StringBuilder();
    List<Fixed> rules = fixes.fixed().rules();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).before().verdict() != Verdict.PASS) {
        said.append(said.length() > 0 ? "\n" : "").append(text.of(rules.get(i), outcome(i)));
      }
    }
    fixes.fixed().weakened().forEach(one -> said.append(text.of(one)));
    if (said.length() == 0 && fixes.isProven()) {
      said.append("nothing to do: everything that was asked for is proven\n");
    }
    return said.toString();
  }

  private FixText.InFiles outcome(int rule) {
    StringBuilder shown = new StringBuilder();
    boolean inWords = false;
    for (FixDiffs.Shown one : diffs.of(rule)) {
      if (one.withheld().isPresent() || FixDiffs.isLong(one.diff())) {
        inWords = true;
        shown
            .append("(what changes in `")
            .append(style.plain(one.diff().name()))
            .append("` is told in words: ")
            .append(one.withheld().orElse("its lines are too long"))
            .append("; `--write` writes it)\n");
      } else {
        shown.append(FixDiffs.plain(one.diff(), style));
      }
    }
    List<Alteration> changes = fixes.fixed().rules().get(rule).changes();
    return new FixText.InFiles(
        shown.toString(), byHand(changes, fixes.edits().get(rule), inWords), fixes.isConfirmed());
  }

  /** What no difference shows. */
  private Map<Alteration, String> byHand(List<Alteration> changes, Edits edits, boolean inWords) {
    Map<Alteration, String> byHand = new LinkedHashMap<>();
    for (Alteration change : changes) {
      String why =
          edits.unwritten().stream()
              .filter(one -> isOf(change, one))
              .map(Unwritten::why)
              .findFirst()
              .orElse(null);
      if (why != null) {
        byHand.put(change, why);
      } else if (inWords || !fixes.isConfirmed()) {
        byHand.put(change, "");
      }
    }
    return byHand;
  }

  /** True if a change is what is left to do, or a part of it. */
  static boolean isOf(Alteration change, Unwritten unwritten) {
    Alteration other = unwritten.change();
    return change.resource().equals(other.resource())
        && (other instanceof Alteration.Add || property(change).equals(property(other)));
  }

  private static String property(Alteration change) {
    if (change instanceof Alteration.Set set) {
      return set.property();
    }
    return change instanceof Alteration.Unset unset ? unset.property() : "";
  }
}
