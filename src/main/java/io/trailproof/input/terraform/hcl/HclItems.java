package io.trailproof.input.terraform.hcl;

import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Where the elements of a list stand, each whole. */
public final class HclItems {
  private HclItems() {}

  /**
   * The elements between two brackets, comments and commas excluded.
   *
   * @param list the brackets and all between
   */
  public static List<Span> of(Span list) {
    SourceFile file = list.file();
    HclScanner scanner = new HclScanner(file.bytes(0, list.end()));
    List<Span> items = new ArrayList<>();
    int end = (int) list.end() - 1;
    int at = scanner.afterSpace((int) list.start() + 1, end);
    while (at < end) {
      int stop = scanner.expressionEnd(at, end, ",");
      items.add(file.span(at, Math.max(at, scanner.meaningfulEnd())));
      at = scanner.afterSpace(Math.min(end, stop + 1), end);
    }
    return items;
  }
}
