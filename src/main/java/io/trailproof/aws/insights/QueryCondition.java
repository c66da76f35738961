package io.trailproof.aws.insights;

import java.util.List;

/**
 * What a query asks of a record, as a tree.
 *
 * <p>Closed, because every reader has to say what it makes of each of these; whatever else a query
 * may say is {@link Unread}.
 */
public sealed interface QueryCondition {
  /** What a reader makes of each kind. */
  interface Cases<R> {
    R all(All all);

    R any(Any any);

    R not(Not not);

    R equal(Equal equal);

    R contains(Contains contains);

    R matches(Matches matches);

    R present(Present present);

    R unread(Unread unread);
  }

  <R> R match(Cases<R> cases);

  /** Every one holds; all records meet none. */
  record All(List<QueryCondition> conditions) implements QueryCondition {
    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.all(this);
    }
  }

  /** At least one holds. */
  record Any(List<QueryCondition> alternatives) implements QueryCondition {
    public Any {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.any(this);
    }
  }

  /** The other does not hold. */
  record Not(QueryCondition condition) implements QueryCondition {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.not(this);
    }
  }

  /** {@code field = "text"}: every character stands for itself, {@code *} as well. */
  record Equal(QueryField field, String text, QueryPart at) implements QueryCondition {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.equal(this);
    }
  }

  /** {@code field like "text"}: the text stands somewhere in the value. */
  record Contains(QueryField field, String text, QueryPart at) implements QueryCondition {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.contains(this);
    }
  }

  /** {@code field like /regex/}: the expression is found somewhere in the value. */
  record Matches(QueryField field, QueryRegex regex, QueryPart at) implements QueryCondition {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.matches(this);
    }
  }

  /** {@code ispresent(field)}. */
  record Present(QueryField field, QueryPart at) implements QueryCondition {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.present(this);
    }
  }

  /**
   * Something that is not read exactly: it may hold or not.
   *
   * @param text as written, on one line
   */
  record Unread(String text, QueryPart at) implements QueryCondition {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unread(this);
    }
  }
}
