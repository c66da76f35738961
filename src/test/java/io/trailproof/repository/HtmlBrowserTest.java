package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every fixture's page in a real browser: it loads nothing, logs nothing, and overflows at no
 * width. The pictures stay in {@code target/pages}.
 */
final class HtmlBrowserTest {
  private static final int[] WIDTHS = {390, 1_200};

  @Test
  void everyPageShowsByItselfAtAnyWidth() throws Exception {
    Path program = Browser.installed().orElse(null);
    if (program == null) {
      System.out.println("no browser here: the pages are not looked at");
    }
    assumeTrue(program != null, "no browser here");
    List<Path> pages;
    try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
      pages = files.filter(file -> file.endsWith("expected.html")).sorted().toList();
    }
    assertTrue(pages.size() > 40, "only " + pages.size() + " pages");
    List<String> problems = new ArrayList<>();
    try (Browser browser = Browser.start(program)) {
      for (Path page : pages) {
        for (int width : WIDTHS) {
          for (String said : browser.show(page.toAbsolutePath(), width)) {
            problems.add(page + " at " + width + " px " + said);
          }
          int all = browser.width();
          if (all > width) {
            problems.add(page + " at " + width + " px is " + all + " px wide");
          }
          Path fixture = Path.of("fixtures").relativize(page);
          browser.picture(
              Path.of(
                  "target",
                  "pages",
                  fixture.getName(0).toString(),
                  fixture.getName(1) + "-" + width + ".png"));
        }
      }
    }
    assertEquals(List.of(), problems);
  }
}
