package io.trailproof.report.markdown;

import java.util.ArrayList;
import java.util.List;

/** What is shown when somebody asks for it. */
final class Fold {
  private Fold() {}

  /** Lines behind a title of ours; Markdown in them needs the empty line after the title. */
  static List<String> of(String title, List<String> lines) {
    List<String> all = new ArrayList<>();
    all.add("<details><summary>" + MarkdownText.plain(title) + "</summary>");
    all.add("");
    all.addAll(lines);
    all.add("");
    all.add("</details>");
    return all;
  }
}
