package io.trailproof.trace;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Values as texts in which each thing that is not known is one letter of its own: two texts that
 * hold the same letter hold the same, whatever that is.
 */
final class Written {
  /** The first of the letters that no text means anything by. */
  private static final int FIRST = 0xF0000;

  private final ResourceGraph graph;
  private final Map<String, Integer> letters = new HashMap<>();

  Written(ResourceGraph graph) {
    this.graph = graph;
  }

  /** The text of a value. */
  String text(Value value) {
    if (value instanceof Value.Template template) {
      StringBuilder all = new StringBuilder();
      for (Value part : template.parts()) {
        all.append(part instanceof Value.Reference reference ? reference(reference) : text(part));
      }
      return all.toString();
    }
    if (value instanceof Value.Known known) {
      return known.text();
    }
    if (value instanceof Value.Symbol symbol) {
      return letter("symbol " + symbol.scope() + " " + symbol.name());
    }
    if (value instanceof Value.Reference reference && isOfLogGroup(reference)) {
      return reference(reference) + ":*"; // F20: of a plan that is to be assumed
    }
    return value instanceof Value.Reference reference && reference.whole()
        ? reference(reference)
        : fresh();
  }

  private boolean isOfLogGroup(Value.Reference reference) {
    return reference.attribute().equals("arn")
        && graph
            .find(reference.target())
            .filter(one -> one.type().equals("aws.logs.LogGroup"))
            .isPresent();
  }

  private String reference(Value.Reference reference) {
    Resource target = graph.find(reference.target()).orElse(null);
    if (target != null && reference.attribute().equals("arn")) {
      return arn(target);
    }
    Value known = graph.resolve(reference);
    if (known instanceof Value.Reference last) {
      return letter("reference " + last.target() + " " + last.attribute());
    }
    return text(known);
  }

  /** The ARN of a resource; that of a log group without the star (F20). */
  String arn(Resource resource) {
    Value arn = resource.property("arn");
    if (arn instanceof Value.Reference || arn.isAbsent() || arn instanceof Value.Unknown) {
      Value known = graph.resolve(arn);
      return known.isKnown() ? text(known) : letter("reference " + resource.id() + " arn");
    }
    return text(arn);
  }

  /** A letter for something of which nothing else is known. */
  String fresh() {
    return letter("fresh " + letters.size());
  }

  private String letter(String key) {
    return Character.toString(letters.computeIfAbsent(key, any -> FIRST + letters.size() % 0xFFFE));
  }

  private static boolean isLetter(int c) {
    return c >= FIRST;
  }

  private static boolean isOpen(String text) {
    return text.codePoints().anyMatch(Written::isLetter);
  }

  /** Whether two texts are the same. */
  static Truth same(String a, String b) {
    return matches(a, b, false);
  }

  /** Whether a text fits a pattern in which {@code *} and {@code ?} stand for others. */
  static Truth fits(String text, String pattern) {
    return matches(text, pattern, true);
  }

  /** The same, where upper and lower case are one. */
  static Truth fitsInAnyCase(String text, String pattern) {
    return fits(text.toLowerCase(Locale.ROOT), pattern.toLowerCase(Locale.ROOT));
  }

  private static Truth matches(String text, String pattern, boolean wild) {
    int[] subject = text.codePoints().toArray();
    int[] wanted = pattern.codePoints().toArray();
    if (wild ? glob(subject, wanted) : text.equals(pattern)) {
      return Truth.YES;
    }
    return isOpen(text) || isOpen(pattern)
        ? differAtTheStart(subject, wanted, wild) ? Truth.NO : Truth.UNKNOWN
        : Truth.NO;
  }

  private static boolean differAtTheStart(int[] a, int[] b, boolean wild) {
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      if (isLetter(a[i]) || isLetter(b[i]) || (wild && (b[i] == '*' || b[i] == '?'))) {
        return false;
      }
      if (a[i] != b[i]) {
        return true;
      }
    }
    return false;
  }

  /** The usual way: on a mismatch the last star takes one more sign. */
  private static boolean glob(int[] text, int[] pattern) {
    int t = 0;
    int p = 0;
    int star = -1;
    int retry = 0;
    while (t < text.length) {
      if (p < pattern.length && pattern[p] == '*') {
        star = p++;
        retry = t;
      } else if (p < pattern.length
          && (pattern[p] == text[t] || (pattern[p] == '?' && !isLetter(text[t])))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length && pattern[p] == '*') {
      p++;
    }
    return p == pattern.length;
  }
}
