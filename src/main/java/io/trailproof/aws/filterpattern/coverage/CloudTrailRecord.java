package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.Selector;
import io.trailproof.aws.filterpattern.Selector.PathStep;
import io.trailproof.aws.filterpattern.coverage.RecordFacts.RecordField;
import io.trailproof.aws.filterpattern.coverage.ValueSet.Kinds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is documented about the fields of CloudTrail records, for messages. */
public final class CloudTrailRecord {
  private CloudTrailRecord() {}

  /** True if the documentation says what is there, or says that anything may be. */
  public static boolean isDocumented(Selector selector) {
    RecordField at = RecordFacts.ofCalls().record();
    for (PathStep step : selector.steps()) {
      RecordField field = at.below().get(step);
      if (field == null) {
        return at.open();
      }
      at = field;
    }
    return true;
  }

  /** True if every record of a call has a string there. */
  public static boolean isAlwaysText(Selector selector) {
    RecordField field = field(selector);
    return field != null && field.values().kinds() == 0 && field.values().text().isAll();
  }

  /**
   * What the field is in words, such as {@code a boolean}; empty if it is not one that is
   * documented.
   */
  public static String type(Selector selector) {
    RecordField field = field(selector);
    if (field == null) {
      return "";
    }
    List<String> types = new ArrayList<>();
    int kinds = field.values().kinds();
    if (field.values().text().isAll()) {
      types.add("a string");
    }
    if ((kinds & Kinds.OBJECT) != 0) {
      types.add("an object");
    }
    if ((kinds & Kinds.ARRAYS) != 0) {
      types.add("an array");
    }
    if ((kinds & Kinds.TRUE) != 0) {
      types.add("a boolean");
    }
    if ((kinds & Kinds.NULL) != 0) {
      types.add("null");
    }
    return String.join(" or ", types);
  }

  /** The selectors of all documented fields, in the order of a record. */
  public static List<String> selectors() {
    List<String> selectors = new ArrayList<>();
    collect(RecordFacts.ofCalls().record(), "$", selectors);
    return selectors;
  }

  private static void collect(RecordField field, String path, List<String> selectors) {
    field
        .below()
        .forEach(
            (step, below) -> {
              selectors.add(path + step.print());
              collect(below, path + step.print(), selectors);
            });
  }

  private static @Nullable RecordField field(Selector selector) {
    RecordField at = RecordFacts.ofCalls().record();
    for (PathStep step : selector.steps()) {
      RecordField below = at.below().get(step);
      if (below == null) {
        return null;
      }
      at = below;
    }
    return at;
  }
}
