package io.trailproof.graph;

import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether two resolved values are the same text; symbols equal themselves, whatever they hold. */
final class Equality {
  private Equality() {}

  static Truth of(Value a, Value b) {
    if (a instanceof Value.Choice choice) {
      return unanimous(choice.candidates().stream().map(one -> of(one, b)).toList());
    }
    if (b instanceof Value.Choice choice) {
      return unanimous(choice.candidates().stream().map(one -> of(a, one)).toList());
    }
    if (a instanceof Value.Known x && b instanceof Value.Known y) {
      return Truth.of(x.text().equals(y.text()));
    }
    if (a.isAbsent() && b.isAbsent()) {
      return Truth.YES;
    }
    if (a instanceof Value.Unknown || b instanceof Value.Unknown) {
      return Truth.UNKNOWN;
    }
    if (a.isAbsent() || b.isAbsent()) {
      return Truth.NO;
    }
    if (a instanceof Value.Items x && b instanceof Value.Items y) {
      return lists(x.items(), y.items());
    }
    if (a instanceof Value.Fields x && b instanceof Value.Fields y) {
      return maps(x.fields(), y.fields());
    }
    return texts(a, b);
  }

  /** Same if all are, different if all are; otherwise it is not decided. */
  static Truth unanimous(List<Truth> each) {
    return each.stream().distinct().count() == 1 ? each.get(0) : Truth.UNKNOWN;
  }

  private static Truth lists(List<Value> a, List<Value> b) {
    if (a.size() != b.size()) {
      return Truth.NO;
    }
    Truth all = Truth.YES;
    for (int i = 0; i < a.size(); i++) {
      all = all.and(of(a.get(i), b.get(i)));
    }
    return all;
  }

  private static Truth maps(Map<String, Value> a, Map<String, Value> b) {
    if (!a.keySet().equals(b.keySet())) {
      return Truth.NO;
    }
    Truth all = Truth.YES;
    for (Map.Entry<String, Value> entry : a.entrySet()) {
      Value other = b.get(entry.getKey());
      all = all.and(other == null ? Truth.NO : of(entry.getValue(), other));
    }
    return all;
  }

  private static Truth texts(Value a, Value b) {
    if (identical(a, b)) {
      return Truth.YES;
    }
    return Affix.contradict(a, b) ? Truth.NO : Truth.UNKNOWN;
  }

  /** True if both are put together of the same texts and the same symbols. */
  static boolean identical(Value a, Value b) {
    if (a instanceof Value.Known x && b instanceof Value.Known y) {
      return x.text().equals(y.text());
    }
    if (a instanceof Value.Reference x && b instanceof Value.Reference y) {
      return x.target().equals(y.target()) && x.attribute().equals(y.attribute());
    }
    if (a instanceof Value.Symbol x && b instanceof Value.Symbol y) {
      return x.name().equals(y.name()) && x.scope().equals(y.scope());
    }
    if (a instanceof Value.Template x && b instanceof Value.Template y) {
      if (x.parts().size() != y.parts().size()) {
        return false;
      }
      for (int i = 0; i < x.parts().size(); i++) {
        if (!identical(x.parts().get(i), y.parts().get(i))) {
          return false;
        }
      }
      return true;
    }
    return false;
  }

  /** The known text at either end of a value that is not known as a whole. */
  private record Affix(String prefix, String suffix) {
    static Affix of(Value value) {
      if (value instanceof Value.Known known) {
        return new Affix(known.text(), known.text());
      }
      if (value instanceof Value.Template template) {
        Optional<String> first = template.parts().get(0).asText();
        Optional<String> last = template.parts().get(template.parts().size() - 1).asText();
        return new Affix(first.orElse(""), last.orElse(""));
      }
      return new Affix("", "");
    }

    static boolean contradict(Value a, Value b) {
      Affix x = of(a);
      Affix y = of(b);
      boolean prefixes = x.prefix.startsWith(y.prefix) || y.prefix.startsWith(x.prefix);
      boolean suffixes = x.suffix.endsWith(y.suffix) || y.suffix.endsWith(x.suffix);
      return !prefixes || !suffixes;
    }
  }
}
