package io.trailproof.aws.insights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What of a query is read, and what is kept as not read (F233, T13). */
final class LogsQueryTest {
  /** A condition as a fully parenthesised text. */
  private static final class Written implements QueryCondition.Cases<String> {
    @Override
    public String all(QueryCondition.All all) {
      return joined(all.conditions(), " and ");
    }

    @Override
    public String any(QueryCondition.Any any) {
      return joined(any.alternatives(), " or ");
    }

    private String joined(List<QueryCondition> parts, String by) {
      return parts.stream().map(one -> one.match(this)).collect(Collectors.joining(by, "(", ")"));
    }

    @Override
    public String not(QueryCondition.Not not) {
      return "not " + not.condition().match(this);
    }

    @Override
    public String equal(QueryCondition.Equal equal) {
      return equal.field().name() + "=" + equal.text();
    }

    @Override
    public String contains(QueryCondition.Contains contains) {
      return contains.field().name() + "~" + contains.text();
    }

    @Override
    public String matches(QueryCondition.Matches matches) {
      return matches.field().name() + "~/" + matches.regex().text() + "/";
    }

    @Override
    public String present(QueryCondition.Present present) {
      return present.field().name() + "!";
    }

    @Override
    public String unread(QueryCondition.Unread unread) {
      return "?" + unread.text() + "?";
    }
  }

  private static void reads(String condition, String query) {
    LogsQuery read = LogsQuery.read(query);
    assertEquals(condition, read.condition().match(new Written()), query);
    assertEquals(List.of(), read.doubts(), query);
  }

  private static void doubts(String doubt, String query) {
    assertEquals(
        doubt, LogsQuery.read(query).doubt().map(LogsQuery.Doubt::words).orElse(""), query);
  }

  @Test
  void filtersAreJoinedByAnd() {
    reads("()", "fields @timestamp, eventName | sort @timestamp desc");
    reads("a=1", "filter a = \"1\"");
    reads("(a=1 and b=2)", "filter a = '1' | where b = \"2\"");
  }

  @Test
  void operatorsBindAsUsual() {
    reads("(a=1 or (b=2 and c=3))", "filter a = '1' or b = '2' and c = '3'");
    reads("((a=1 or b=2) and c=3)", "filter (a = '1' OR b = '2') AND c = '3'");
    reads("(not a=1 and b=2)", "filter not a = '1' and b = '2'");
    reads("not (a=1 and b=2)", "filter not (a = '1' and b = '2')");
  }

  @Test
  void comparisonsAreOfTheDocumentedForms() {
    reads("not a=1", "filter a != '1'");
    reads("(a=1 or a=2)", "filter a in ['1', '2']");
    reads("not (a=1 or a=2)", "filter a not in ['1', '2']");
    reads("a~x*", "filter a like 'x*'");
    reads("not a~x", "filter a not like 'x'");
    reads("a~/^x|y$/", "filter a like /^x|y$/");
    reads("a~/x/", "filter a =~ /x/");
    reads("a.b!", "filter isPresent(a.b)");
    reads("a-b=1", "filter `a-b` = '1'");
    reads("@message~x", "filter @message like 'x'");
  }

  @Test
  void whatStandsAroundAnUnknownComparisonIsRead() {
    reads("(?strcontains(a, \"x\")? or b=2)", "filter strcontains(a, \"x\") or b = '2'");
    reads("(?a > 3? and b=2)", "filter a > 3 and b = '2'");
    reads("(b=2 and ?a = b?)", "filter b = '2' and (a = b)");
  }

  @Test
  void unknownFormsAreKeptAsSuch() {
    for (String form :
        List.of(
            "a = 1",
            "a = b",
            "a = '1' + '2'",
            "a == '1'",
            "a in ['1'",
            "a in []",
            "a like '%x'",
            "a like ''",
            "a = 'x\\n'",
            "@logStream = 'x'",
            "resources.0.ARN = 'x'",
            "tolower(a) = 'x'",
            "not",
            "a")) {
      QueryCondition read = LogsQuery.read("filter " + form).condition();
      String written = read.match(new Written());
      assertTrue(written.contains("?"), form + " is read as " + written);
    }
  }

  @Test
  void textsMayHoldWhatPartsCommands() {
    reads("a=x | y # z", "filter a = 'x | y # z' # and b = '2'");
    reads("a~/x|y/", "filter a like /x|y/ | limit 3");
    reads("a=it's", "filter a = 'it\\'s'");
  }

  @Test
  void aGivenNameHidesTheField() {
    reads("?a = '1'?", "fields b as a | filter a = '1'");
    reads(
        "(?a = '1'? and ?c = '1'? and d=1)",
        "parse @message '* *' as a, c | filter a = '1' and c = '1' and d = '1'");
    reads("?d = '1'?", "parse @message /(?<d>x)/ | filter d = '1'");
    reads("a=1", "filter a = '1' | fields b as a");
  }

  @Test
  void aQuerySaysHowManyRowsItLeavesAtTheLeast() {
    assertEquals(Long.MAX_VALUE, LogsQuery.read("filter a = '1' | sort a desc").keeps());
    assertEquals(3, LogsQuery.read("filter a = '1' | limit 5 | limit 3").keeps());
    assertEquals(1, LogsQuery.read("filter a = '1' | limit 5 | dedup a").keeps());
    assertEquals(1, LogsQuery.read("filter a = '1' | limit many").keeps());
    assertEquals(1, LogsQuery.read("filter a = 'never ends").keeps());
  }

  @Test
  void commandsThatMayTakeRowsAwayAreDoubts() {
    doubts("", "filter a = '1' | dedup a | limit 1");
    doubts("`limit 0` may leave no row", "limit 0");
    doubts("`limit 5` leaves rows out before a filter looks at them", "limit 5 | filter a = '1'");
    doubts("`dedup a` leaves rows out before a filter looks at them", "dedup a | filter a = '1'");
    doubts("`stats` is not followed", "filter a = '1' | stats count(*) by b");
    doubts("`SOURCE` is not followed", "SOURCE logGroups() | filter a = '1'");
    assertTrue(LogsQuery.read("SOURCE logGroups() | filter a = '1'").choosesGroups());
    assertTrue(LogsQuery.read("fields unmask(@message)").unmasks());
    assertFalse(LogsQuery.read("filter a = 'unmask'").unmasks());
  }

  @Test
  void aTextThatNeverEndsMakesNothingOfTheQuery() {
    reads("?a text that never ends?", "filter a = '1' and b = \"2");
  }

  @Test
  void deepConditionsEnd() {
    LogsQuery read = LogsQuery.read("filter " + "(".repeat(5_000) + "a = '1'" + ")".repeat(5_000));
    assertTrue(read.condition().match(new Written()).contains("?"));
    LogsQuery nots = LogsQuery.read("filter " + "not ".repeat(5_000) + "a = '1'");
    assertTrue(nots.condition().match(new Written()).contains("?"));
  }

  @Test
  void theSuggestedQueryReadsAsMeant() {
    reads(
        "(eventSource=iam.amazonaws.com and (eventName=A or eventName=B))",
        LogsQuery.suggested("iam.amazonaws.com", List.of("A", "B")));
    reads("eventSource=s", LogsQuery.suggested("s", List.of()));
  }
}
