package io.trailproof.cli;

import io.trailproof.document.Documents;
import io.trailproof.document.Node;
import io.trailproof.edit.EditedFile;
import io.trailproof.edit.Edits;
import io.trailproof.edit.UnifiedDiff;
import io.trailproof.input.cloudformation.template.WithheldText;
import io.trailproof.report.text.Style;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The differences that edits make, and why some of them are not shown. */
final class FixDiffs {
  private static final String QUOTES = "it quotes what is sensitive";

  private static final int LONGEST = 4000;

  private final Fixes fixes;
  private final Map<String, List<String>> hidden = new HashMap<>();

  FixDiffs(Fixes fixes) {
    this.fixes = fixes;
  }

  /**
   * A difference.
   *
   * @param withheld why nobody is shown it, to stand behind a colon
   */
  record Shown(UnifiedDiff diff, Optional<String> withheld) {}

  /** Those that all changes make. */
  List<Shown> all() {
    return between(Edits.NONE, fixes.together());
  }

  /** Those that the changes for a rule make, once those for the rules before it are made. */
  List<Shown> of(int rule) {
    return between(fixes.upTo(rule - 1), fixes.upTo(rule));
  }

  private List<Shown> between(Edits before, Edits after) {
    Map<String, String> was = new LinkedHashMap<>();
    EditedFile.of(before.edits()).forEach(one -> was.put(one.file().name(), one.text()));
    List<Shown> all = new ArrayList<>();
    for (EditedFile one : EditedFile.of(after.edits())) {
      String mark = new FileToWrite(one.file()).mark().orElse("");
      String old = was.getOrDefault(one.file().name(), one.file().text());
      UnifiedDiff diff = UnifiedDiff.between(one.file().name(), mark + old, mark + one.text());
      if (!diff.isEmpty()) {
        List<String> secrets = hidden.computeIfAbsent(one.file().name(), any -> hidden(one.file()));
        boolean isSecret =
            diff.any(line -> fixes.graph().secrets().areIn(line))
                || diff.any(line -> secrets.stream().anyMatch(line::contains));
        all.add(new Shown(diff, isSecret ? Optional.of(QUOTES) : Optional.empty()));
      }
    }
    return all;
  }

  /** The texts by which a template says what a parameter is whose value is not to be shown. */
  private static List<String> hidden(SourceFile file) {
    List<String> texts = new ArrayList<>();
    Documents.read(file)
        .value()
        .flatMap(Node::asMapping)
        .flatMap(root -> root.get("Parameters"))
        .flatMap(Node::asMapping)
        .ifPresent(
            all ->
                all.members().stream()
                    .filter(one -> WithheldText.isHidden(one.value()))
                    .flatMap(one -> one.value().asMapping().stream())
                    .flatMap(one -> one.get("Default").stream())
                    .flatMap(one -> one.asScalar().stream())
                    .flatMap(one -> one.span().text().lines())
                    .map(String::strip)
                    .filter(line -> line.length() > 1)
                    .forEach(texts::add));
    return texts;
  }

  /** False if a terminal that is shown a difference would obey something in it. */
  static boolean isHarmless(UnifiedDiff diff) {
    return plain(diff.name(), Style.SHOWN).equals(diff.name())
        && !diff.any(
            line -> !plain(line.stripTrailing(), Style.SHOWN).equals(line.stripTrailing()));
  }

  /** True if a difference has lines that nobody reads. */
  static boolean isLong(UnifiedDiff diff) {
    return diff.any(line -> line.length() > LONGEST);
  }

  /** A difference as a terminal is shown it. */
  static String plain(UnifiedDiff diff, Style style) {
    StringBuilder text = new StringBuilder();
    diff.text()
        .lines()
        .forEach(line -> text.append(plain(line.stripTrailing(), style)).append('\n'));
    return text.toString();
  }

  /** A line of which the tabs stay. */
  private static String plain(String line, Style style) {
    StringBuilder plain = new StringBuilder();
    int at = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', at)) {
      plain.append(style.plain(line.substring(at, tab))).append('\t');
      at = tab + 1;
    }
    return plain.append(style.plain(line.substring(at))).toString();
  }
}
