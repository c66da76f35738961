package io.trailproof.cli;

import io.trailproof.catalog.Catalog;
import io.trailproof.input.terraform.sources.FileNames;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says what can be done for deployments, and what became of the files. */
final class FixOutput {
  private final Catalog catalog;
  private final Terminal terminal;

  FixOutput(Catalog catalog, Terminal terminal) {
    this.catalog = catalog;
    this.terminal = terminal;
  }

  /** Says it in a format. */
  void write(String format, List<Fixes> all, FixWriting writing, ExitCode exit) {
    switch (format) {
      case "json" -> terminal.out().append(new FixJson(catalog).written(all, writing, exit));
      case "diff" -> {
        Map<String, String> printed = new HashMap<>();
        all.forEach(one -> diff(one, printed));
      }
      default -> all.forEach(one -> text(one, all.size() > 1));
    }
    if (!format.equals("json")) {
      files(writing, format.equals("text"));
    }
  }

  private void text(Fixes fixes, boolean named) {
    String name = terminal.bare().plain(fixes.deployment().name());
    terminal
        .out()
        .append(named ? "deployment " + name + "\n\n" : "")
        .append(new FixReport(fixes, catalog, terminal.bare()).written())
        .append(named ? "\n" : "");
  }

  /**
   * What `patch` takes goes to standard output, all else to people.
   *
   * @param printed the differences so far, by file: each can be made once
   */
  private void diff(Fixes fixes, Map<String, String> printed) {
    for (FixDiffs.Shown one : new FixDiffs(fixes).all()) {
      if (one.withheld().isPresent()) {
        tell(one, one.withheld().get());
      } else if (!FixDiffs.isHarmless(one.diff())) {
        tell(one, "it holds what a terminal would obey");
      } else {
        String text = one.diff().text();
        String before = printed.putIfAbsent(one.diff().name(), text);
        if (before == null) {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          terminal.out().write(bytes, 0, bytes.length);
        } else if (!before.equals(text)) {
          say("`" + one.diff().name() + "` is of several deployments, which change it differently");
        }
      }
    }
    if (!fixes.isConfirmed()) {
      say("no difference is shown: the files would not say with it what they should");
    }
    int byHand = fixes.together().unwritten().size();
    if (byHand > 0) {
      say(byHand + " more to do by hand, as `--format text` tells");
    } else if (!fixes.isProven()) {
      say("with this, not everything is proven that was asked for");
    }
  }

  private void tell(FixDiffs.Shown one, String why) {
    say(
        "the difference of `"
            + one.diff().name()
            + "` is not shown: "
            + why
            + "; `--write` writes it");
  }

  private void say(String message) {
    terminal.err().append(terminal.bare().plain(message)).append('\n');
  }

  private void files(FixWriting writing, boolean toAll) {
    for (String name : writing.files()) {
      String line = "changed `" + terminal.bare().plain(name) + "`\n";
      (toAll ? terminal.out().append('\n') : terminal.err()).append(line);
    }
    if (writing.files().stream().anyMatch(FixOutput::isOfPlan)) {
      String line = "make the plan again: it shows what Terraform makes of it\n";
      (toAll ? terminal.out() : terminal.err()).append(line);
    }
    writing.refusal().ifPresent(why -> say("nothing is written: " + why));
  }

  private static boolean isOfPlan(String name) {
    return FileNames.isSource(name.substring(name.lastIndexOf('/') + 1));
  }
}
