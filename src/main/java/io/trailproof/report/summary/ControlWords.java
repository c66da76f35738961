package io.trailproof.report.summary;

import io.trailproof.rule.Rule;
import io.trailproof.rule.control.Certainty;
import io.trailproof.rule.control.Control;
import io.trailproof.rule.control.Tie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Controls as sentences have them. */
public final class ControlWords {
  private static final int MOST_ASKED = 4;

  private ControlWords() {}

  /**
   * What a rule is to its controls, in a sentence after a blank; empty for a rule that serves none.
   */
  public static String sentence(List<Control> controls) {
    List<String> parts = new ArrayList<>();
    List<Control> same = of(controls, Tie.SAME);
    List<Control> supported = of(controls, Tie.SUPPORTS);
    if (!same.isEmpty()) {
      parts.add("is what is asked for by " + listed(same));
    }
    if (!supported.isEmpty()) {
      parts.add("supports " + listed(supported));
    }
    return parts.isEmpty() ? "" : " It " + String.join("; it ", parts) + ".";
  }

  /**
   * The controls that a run asks a rule for, the first few, with what the rule is to them: {@code
   * for SOC 2 2017 CC7.2 (supports, likely)}; empty where it asks for none.
   */
  public static String asked(Rule rule) {
    List<String> words =
        rule.asked().stream()
            .map(
                one ->
                    one.words()
                        + " ("
                        + one.relation().word()
                        + ", "
                        + one.certainty().word()
                        + ")")
            .toList();
    return words.isEmpty() ? "" : "for " + Words.few(words, MOST_ASKED);
  }

  /** The newest control that asks for this very alarm, where it is certain that it does. */
  public static Optional<Control> newest(List<Control> controls) {
    List<Control> same =
        of(controls, Tie.SAME).stream()
            .filter(one -> one.certainty() == Certainty.CERTAIN)
            .toList();
    return same.stream()
        .filter(one -> one.framework().equals(same.get(0).framework()))
        .reduce((one, next) -> next); // those of a framework are listed by version
  }

  private static List<Control> of(List<Control> controls, Tie relation) {
    return controls.stream().filter(one -> one.relation() == relation).toList();
  }

  /** Each control of a framework once, with the versions that have it. */
  private static String listed(List<Control> controls) {
    Map<String, List<String>> versions = new LinkedHashMap<>();
    for (Control one : controls) {
      versions
          .computeIfAbsent((one.framework() + " " + one.id()).strip(), any -> new ArrayList<>())
          .add(one.version());
    }
    List<String> words = new ArrayList<>();
    versions.forEach(
        (name, some) -> {
          String all = String.join(", ", some);
          words.add(all.isEmpty() ? name : name + " (" + all + ")");
        });
    return String.join(", ", words);
  }
}
