package io.trailproof.report.html;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.Gate;
import io.trailproof.check.result.InputFile;
import io.trailproof.report.summary.RulesSetWords;
import io.trailproof.report.summary.Words;
import io.trailproof.report.text.CleanText;
import io.trailproof.report.text.Markup;
import java.util.List;
import java.util.Locale;

/** What was asked of which bytes by which program, and what no report can show. */
final class PageEvidence {
  private static final int MOST_INPUTS = 50;

  private static final List<String> NOT_SHOWN =
      List.of(
          "what was changed by hand since the plan or template was made",
          "whether anybody reads the message, and what they do",
          "what another account holds, unless it is declared");

  private PageEvidence() {}

  static void into(CheckResult result, String version, int exitCode, Markup page) {
    page.open("section").element("h2", "Evidence").open("dl");
    entry("Tool", "trailproof " + version, page);
    entry("Exit code", exitCode + " (" + word(exitCode) + ")", page);
    entry("Gate", gate(result.gate()), page);
    result
        .basis()
        .configuration()
        .ifPresent(
            file -> {
              page.element("dt", "Configuration").open("dd");
              Html.address(file, page);
              page.text(
                  ", which declares "
                      + Words.counted(result.basis().declared(), "resource")
                      + RulesSetWords.after(result.basis().set()));
              page.close();
            });
    if (!result.basis().controls().isEmpty()) {
      entry("Asked for", CleanText.line(String.join(", ", result.basis().controls())), page);
    }
    if (!result.basis().stated().isEmpty()) {
      page.element("dt", "Stated by the caller").open("dd");
      result
          .basis()
          .stated()
          .forEach(
              (key, value) -> {
                page.text(CleanText.line(key) + " ");
                Html.code(value, page);
                page.text(" ");
              });
      page.close();
    }
    page.close();
    inputs(result, page);
    page.element("h3", "What this report cannot show").open("ul");
    NOT_SHOWN.forEach(line -> page.element("li", line));
    page.close();
    page.element(
        "p",
        "This page is made from the result alone, without clock or network: the same result gives"
            + " the same page. What the caller states was not checked.",
        "class",
        "small");
    page.close().line();
  }

  private static void entry(String title, String text, Markup page) {
    page.element("dt", title).element("dd", text);
  }

  private static String word(int exitCode) {
    return switch (exitCode) {
      case 0 -> "proven";
      case 1 -> "findings";
      case 3 -> "incomplete";
      case 70 -> "a fault of ours";
      default -> "other";
    };
  }

  private static String gate(Gate gate) {
    String fails =
        gate.failOn()
            .map(severity -> "fails on findings of severity " + severity.word() + " and above")
            .orElse("never fails");
    String only = gate.regression() ? ", if it was proven before" : "";
    return fails
        + only
        + ", unknown counts as "
        + switch (gate.unknown()) {
          case FAIL -> "a failure";
          case WARN -> "a warning";
          case PASS -> "a pass";
        };
  }

  private static void inputs(CheckResult result, Markup page) {
    List<InputFile> inputs = result.files();
    if (inputs.isEmpty()) {
      return;
    }
    page.open("table", "border", "1", "cellpadding", "4", "cellspacing", "0");
    page.element("caption", "Inputs");
    page.open("thead").open("tr");
    for (String title : new String[] {"file and its SHA-256", "kind", "bytes"}) {
      page.element("th", title, "scope", "col");
    }
    page.close().close();
    for (InputFile input : inputs.subList(0, Math.min(MOST_INPUTS, inputs.size()))) {
      page.open("tr").open("td");
      Html.address(input.path(), page);
      page.empty("br").open("small").element("code", input.sha256()).close().close();
      page.element("td", input.kind());
      page.element("td", String.format(Locale.ROOT, "%,d", input.bytes())).close();
    }
    page.close();
    if (inputs.size() > MOST_INPUTS) {
      page.element("p", "and " + (inputs.size() - MOST_INPUTS) + " more in the JSON result");
    }
  }
}
