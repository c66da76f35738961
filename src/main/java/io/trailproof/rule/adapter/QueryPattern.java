package io.trailproof.rule.adapter;

import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.Selector;
import io.trailproof.aws.filterpattern.Selector.PathStep;
import io.trailproof.aws.filterpattern.coverage.CloudTrailRecord;
import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.aws.filterpattern.text.Regex;
import io.trailproof.aws.filterpattern.text.TextSet;
import io.trailproof.aws.insights.QueryCondition;
import io.trailproof.aws.insights.QueryField;
import io.trailproof.aws.insights.QueryPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a query of Logs Insights asks of a record, in the words of the pattern engine, which then
 * tells what it covers (T13). What is not read exactly may hold or not.
 *
 * @param wanted false while what is asked must not hold
 */
public record QueryPattern(boolean wanted) implements QueryCondition.Cases<JsonExpression> {
  private static final Range NOWHERE = new Range(0, 0);

  /** Fields of which every name is fixed by the call, so that any expression can be tried. */
  private static final Set<String> NAMES = Set.of("eventName", "eventSource");

  /** What of a record's text can be told by its fields: no quotes, no blanks between them. */
  private static final Pattern TELLING = Pattern.compile("[A-Za-z0-9._:@-]+");

  /** Fields whose values stand in the text of a record as they are. */
  private static final List<QueryField> IN_MESSAGE =
      Stream.of(
              "eventName",
              "eventSource",
              "eventType",
              "eventCategory",
              "eventVersion",
              "userIdentity.type",
              "userIdentity.arn",
              "sourceIPAddress",
              "userAgent")
          .map(QueryField::new)
          .toList();

  /** The pattern that matches the records that meet a condition. */
  public static JsonPattern of(QueryCondition condition) {
    return new JsonPattern(condition.match(new QueryPattern(true)));
  }

  /** True if every management record has a text in the field (F146). */
  public static boolean isAlwaysText(QueryField field) {
    return field.isOfRecord() && CloudTrailRecord.isAlwaysText(selector(field));
  }

  @Override
  public JsonExpression all(QueryCondition.All all) {
    List<JsonExpression> parts = all.conditions().stream().map(one -> one.match(this)).toList();
    return wanted ? every(parts) : some(parts);
  }

  @Override
  public JsonExpression any(QueryCondition.Any any) {
    List<JsonExpression> parts = any.alternatives().stream().map(one -> one.match(this)).toList();
    return wanted ? some(parts) : every(parts);
  }

  private static JsonExpression every(List<JsonExpression> parts) {
    return parts.size() == 1 ? parts.get(0) : new JsonExpression.And(parts, NOWHERE);
  }

  private static JsonExpression some(List<JsonExpression> parts) {
    return parts.size() == 1 ? parts.get(0) : new JsonExpression.Or(parts, NOWHERE);
  }

  @Override
  public JsonExpression not(QueryCondition.Not not) {
    return not.condition().match(new QueryPattern(!wanted));
  }

  @Override
  public JsonExpression equal(QueryCondition.Equal equal) {
    String written = (wanted ? "= " : "!= ") + quoted(equal.text());
    return test(equal.field(), new TextSet.ExactText(equal.text()), written, range(equal.at()));
  }

  @Override
  public JsonExpression contains(QueryCondition.Contains contains) {
    TextSet set = new TextSet.TextGlob(List.of("", contains.text(), ""));
    String written = like() + quoted(contains.text());
    return contains.field().isMessage()
        ? inMessage(set, TELLING.matcher(contains.text()).matches(), written, range(contains.at()))
        : test(contains.field(), set, written, range(contains.at()));
  }

  @Override
  public JsonExpression matches(QueryCondition.Matches matches) {
    String written = like() + "/" + matches.regex().text() + "/";
    QueryField field = matches.field();
    boolean plain = matches.regex().isPlain();
    Optional<Regex> regex =
        matches
            .regex()
            .alternatives()
            .filter(any -> plain || NAMES.contains(field.name()))
            .flatMap(all -> compiled(String.join("|", all)));
    if (regex.isEmpty()) {
      return new JsonExpression.Undocumented(field.name() + " " + written, range(matches.at()));
    }
    boolean telling =
        plain
            && regex.get().isUnanchored()
            && matches.regex().text().chars().noneMatch(c -> c == ' ' || c == '=' || c == ';');
    return field.isMessage()
        ? inMessage(regex.get(), telling, written, range(matches.at()))
        : test(field, regex.get(), written, range(matches.at()));
  }

  private static Optional<Regex> compiled(String body) {
    return Regex.parse(body)
        .match(compiled -> Optional.of(compiled.regex()), refused -> Optional.empty());
  }

  @Override
  public JsonExpression present(QueryCondition.Present present) {
    return isAlwaysText(present.field())
        ? (wanted ? every(List.of()) : some(List.of()))
        : new JsonExpression.Undocumented(
            (wanted ? "" : "not ") + "ispresent(" + present.field().name() + ")",
            range(present.at()));
  }

  @Override
  public JsonExpression unread(QueryCondition.Unread unread) {
    return new JsonExpression.Undocumented(unread.text(), range(unread.at()));
  }

  /** What stands in a field stands in the text as well; what else does is not looked at. */
  private JsonExpression inMessage(TextSet set, boolean telling, String written, Range at) {
    List<JsonExpression> parts = new ArrayList<>();
    if (telling) {
      IN_MESSAGE.forEach(field -> parts.add(test(field, set, written, at)));
    }
    parts.add(new JsonExpression.Undocumented("@message " + written, at));
    return wanted ? some(parts) : every(parts);
  }

  private JsonExpression test(QueryField field, TextSet set, String written, Range at) {
    return new JsonExpression.Test(
        selector(field), new NodeCondition.TextIn(set, wanted, written), "", at);
  }

  private static Range range(QueryPart part) {
    return new Range(part.start(), part.end());
  }

  private String like() {
    return wanted ? "like " : "not like ";
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static Selector selector(QueryField field) {
    return Selector.of(field.path().stream().map(PathStep.Key::new).toArray(PathStep[]::new));
  }
}
