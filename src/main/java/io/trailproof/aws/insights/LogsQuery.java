package io.trailproof.aws.insights;

import io.trailproof.aws.insights.ConditionParser.Names;
import io.trailproof.aws.insights.QueryToken.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A query of CloudWatch Logs Insights (F233).
 *
 * @param condition what all its filters ask of a record together
 * @param doubts commands that may take rows away or add some; empty if one row is left whenever a
 *     record meets the condition
 * @param choosesGroups whether it says itself which log groups it reads ({@code SOURCE})
 * @param unmasks whether it asks for what is masked as well
 * @param keeps how many of the rows that are found are left at the least, if there are so many
 */
public record LogsQuery(
    QueryCondition condition,
    List<Doubt> doubts,
    boolean choosesGroups,
    boolean unmasks,
    long keeps) {
  /** Characters that a query may have (F221). */
  public static final int MAX_LENGTH = 10_000;

  /**
   * A command that leaves open which rows there are.
   *
   * @param words what it may do
   */
  public record Doubt(String words, QueryPart at) {}

  public LogsQuery {
    doubts = List.copyOf(doubts);
  }

  /** Reads a query; what of it is not of the known forms is kept as such. */
  public static LogsQuery read(String text) {
    return QueryToken.read(text)
        .map(tokens -> new Reader(text).read(tokens))
        .orElseGet(
            () ->
                new LogsQuery(
                    new QueryCondition.Unread(
                        "a text that never ends", new QueryPart(0, text.length())),
                    List.of(),
                    false,
                    false,
                    1));
  }

  /**
   * A query for the calls of one service that have some names; for all of them if there is none.
   */
  public static String suggested(String eventSource, List<String> eventNames) {
    String service = "filter eventSource = \"" + eventSource + "\"";
    return eventNames.isEmpty()
        ? service
        : service
            + " and eventName in "
            + eventNames.stream()
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Goes through the commands in their order, since a later one sees what earlier ones leave. */
  private static final class Reader {
    /** Commands that leave every row, whatever they show of it. */
    private static final Set<String> KEEPING = Set.of("fields", "display", "sort", "parse");

    private final String text;
    private final List<QueryCondition> conditions = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private boolean allOpen;

    /** A command that has left some rows out and kept one; empty if there is none so far. */
    private List<QueryToken> thinned = List.of();

    private boolean choosesGroups;
    private boolean unmasks;
    private long keeps = Long.MAX_VALUE;

    Reader(String text) {
      this.text = text;
    }

    LogsQuery read(List<QueryToken> tokens) {
      List<QueryToken> command = new ArrayList<>();
      for (QueryToken token : tokens) {
        if (token.is("|")) {
          take(command);
          command.clear();
        } else {
          command.add(token);
        }
      }
      take(command);
      return new LogsQuery(
          conditions.size() == 1 ? conditions.get(0) : new QueryCondition.All(conditions),
          doubts,
          choosesGroups,
          unmasks,
          keeps);
    }

    private void take(List<QueryToken> command) {
      if (command.isEmpty()) {
        return;
      }
      QueryToken first = command.get(0);
      String name = first.kind() == Kind.WORD ? first.value().toLowerCase(Locale.ROOT) : "";
      List<QueryToken> rest = command.subList(1, command.size());
      unmasks |= command.stream().anyMatch(token -> token.isWord("unmask"));
      if (name.equals("filter") || name.equals("where")) {
        filter(rest);
      } else if (KEEPING.contains(name)) {
        name(name, rest);
      } else if (name.equals("limit") || name.equals("dedup")) {
        thin(name, rest, command);
      } else {
        choosesGroups |= name.equals("source");
        allOpen = true;
        doubt(command.subList(0, 1), "is not followed");
      }
    }

    private void filter(List<QueryToken> rest) {
      if (!thinned.isEmpty()) {
        doubt(thinned, "leaves rows out before a filter looks at them");
      }
      conditions.add(
          new ConditionParser(text, List.copyOf(rest), new Names(Set.copyOf(given), allOpen))
              .whole());
    }

    /** {@code expression as name} hides a field of the record that has the name. */
    private void name(String command, List<QueryToken> rest) {
      boolean named = false;
      for (int at = 0; at + 1 < rest.size(); at++) {
        if (rest.get(at).isWord("as")) {
          named = true;
          given.add(rest.get(at + 1).value());
          // parse "…" as a, b: the names after the first belong to it as well.
          for (int next = at + 2; command.equals("parse") && next + 1 < rest.size(); next += 2) {
            given.add(rest.get(next + 1).value());
          }
        }
      }
      allOpen |= command.equals("parse") && !named;
    }

    private void thin(String name, List<QueryToken> rest, List<QueryToken> command) {
      boolean some =
          name.equals("dedup")
              ? !rest.isEmpty()
              : rest.size() == 1 && rest.get(0).value().matches("[1-9][0-9]*");
      if (!some) {
        doubt(command, "may leave no row");
      }
      thinned = List.copyOf(command);
      // Of rows that are alike one is left; of others as many as are asked for.
      boolean counted = name.equals("limit") && some && rest.get(0).value().length() < 10;
      keeps = Math.min(keeps, counted ? Long.parseLong(rest.get(0).value()) : 1);
    }

    private void doubt(List<QueryToken> tokens, String may) {
      QueryPart part = new QueryPart(tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
      String written = text.substring(part.start(), part.end()).replaceAll("\\s+", " ");
      doubts.add(new Doubt("`" + written + "` " + may, part));
    }
  }

  /** The first doubt about the rows that are left. */
  public Optional<Doubt> doubt() {
    return doubts.stream().findFirst();
  }
}
