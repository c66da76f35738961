package io.trailproof.graph;

import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The segments of an ARN, each of which may be known only in part.
 *
 * @param resource everything after the account, a log group's {@code :*} cut off (F20)
 */
public record Arn(Value partition, Value service, Value region, Value account, Value resource) {
  private static final int HEAD = 5;

  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

  /** The Region in known text; empty for what is no ARN and for global services. */
  public static Optional<String> regionIn(String text) {
    return parse(Value.text(text, Origin.NOWHERE))
        .flatMap(arn -> arn.region.asText())
        .filter(Arn::isRegion);
  }

  /** The account in known text; empty for what is no ARN and for what AWS itself owns. */
  public static Optional<String> accountIn(String text) {
    return parse(Value.text(text, Origin.NOWHERE))
        .flatMap(arn -> arn.account.asText())
        .filter(account -> ACCOUNT.matcher(account).matches());
  }

  /** True if text looks like the name of a Region. */
  public static boolean isRegion(String text) {
    int last = text.lastIndexOf('-');
    int digits = text.length() - last - 1;
    int first = text.indexOf('-');
    return first >= 2
        && first <= 4
        && last > first
        && (digits == 1 || digits == 2)
        && isOf(text, last + 1, text.length(), '0', '9')
        && areWords(text, last);
  }

  /** True if there are small letters before each hyphen. */
  private static boolean areWords(String text, int end) {
    int from = 0;
    while (from <= end) {
      int hyphen = text.indexOf('-', from);
      if (hyphen == from || !isOf(text, from, hyphen, 'a', 'z')) {
        return false;
      }
      from = hyphen + 1;
    }
    return true;
  }

  private static boolean isOf(String text, int from, int to, char first, char last) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < first || text.charAt(i) > last) {
        return false;
      }
    }
    return true;
  }

  /** Reads text or a template that begins like an ARN. */
  public static Optional<Arn> parse(Value value) {
    List<Value> parts =
        value instanceof Value.Template template ? template.parts() : List.of(value);
    if (parts.get(0).asText().filter(text -> text.startsWith("arn:")).isEmpty()) {
      return Optional.empty();
    }
    List<List<Value>> segments = new ArrayList<>();
    segments.add(new ArrayList<>());
    for (Value part : parts) {
      Optional<String> text = part.asText();
      if (text.isEmpty()) {
        last(segments).add(part);
      } else {
        split(text.get(), segments);
      }
    }
    if (segments.size() != HEAD + 1) {
      return Optional.empty();
    }
    return Optional.of(
        new Arn(
            Value.joined(segments.get(1), value.origin()),
            Value.joined(segments.get(2), value.origin()),
            Value.joined(segments.get(3), value.origin()),
            Value.joined(segments.get(4), value.origin()),
            Value.joined(withoutStar(segments.get(HEAD)), value.origin())));
  }

  /** Cuts at the first five colons; what follows belongs to the resource. */
  private static void split(String text, List<List<Value>> segments) {
    int from = 0;
    while (segments.size() <= HEAD) {
      int colon = text.indexOf(':', from);
      if (colon < 0) {
        break;
      }
      last(segments).add(Value.text(text.substring(from, colon), Origin.NOWHERE));
      segments.add(new ArrayList<>());
      from = colon + 1;
    }
    last(segments).add(Value.text(text.substring(from), Origin.NOWHERE));
  }

  private static List<Value> last(List<List<Value>> segments) {
    return segments.get(segments.size() - 1);
  }

  private static List<Value> withoutStar(List<Value> parts) {
    List<Value> cut = new ArrayList<>(parts);
    Optional<String> last = cut.get(cut.size() - 1).asText();
    if (last.filter(text -> text.endsWith(":*")).isPresent()) {
      String text = last.get();
      cut.set(cut.size() - 1, Value.text(text.substring(0, text.length() - 2), Origin.NOWHERE));
    }
    return cut;
  }

  /** Whether both name one resource; accounts and partitions count only if they differ for sure. */
  Truth same(Arn other) {
    Truth all =
        Equality.of(service, other.service)
            .and(Equality.of(region, other.region))
            .and(Equality.of(resource, other.resource));
    boolean elsewhere =
        Equality.of(account, other.account) == Truth.NO
            || Equality.of(partition, other.partition) == Truth.NO;
    return elsewhere ? Truth.NO : all;
  }
}
