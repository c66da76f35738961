package io.trailproof.aws.eventselector;

/** How an advanced selector compares a field; values have no wildcards (F14). */
public enum FieldOperator {
  EQUALS("equals", true),
  STARTS_WITH("startsWith", true),
  ENDS_WITH("endsWith", true),
  NOT_EQUALS("notEquals", false),
  NOT_STARTS_WITH("notStartsWith", false),
  NOT_ENDS_WITH("notEndsWith", false);

  private final String text;
  private final boolean selects;

  FieldOperator(String text, boolean selects) {
    this.text = text;
    this.selects = selects;
  }

  /** The neutral spelling. */
  public String text() {
    return text;
  }

  /** Whether one of its values has to hold; those of the others must all hold. */
  public boolean selects() {
    return selects;
  }

  /** Whether the actual value is like the one compared with, before any negation. */
  boolean isLike(String actual, String value) {
    return switch (this) {
      case EQUALS, NOT_EQUALS -> actual.equals(value);
      case STARTS_WITH, NOT_STARTS_WITH -> actual.startsWith(value);
      case ENDS_WITH, NOT_ENDS_WITH -> actual.endsWith(value);
    };
  }
}
