package io.trailproof.input.terraform;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.input.Reading;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values in one line, without their places, to compare and to read. */
final class Shown {
  private Shown() {}

  static String of(Value value) {
    return value.match(
        new Value.Cases<String>() {
          @Override
          public String other(Value other) {
            return other.getClass().getSimpleName();
          }

          @Override
          public String known(Value.Known known) {
            return (known.value() instanceof String ? '"' + known.text() + '"' : known.text())
                + (known.origin().sensitive() ? " hidden" : "");
          }

          @Override
          public String items(Value.Items items) {
            return items.items().stream()
                .map(Shown::of)
                .collect(Collectors.joining(", ", "[", "]"));
          }

          @Override
          public String fields(Value.Fields fields) {
            return of(fields.fields());
          }

          @Override
          public String reference(Value.Reference reference) {
            return reference.target() + "#" + reference.attribute();
          }

          @Override
          public String symbol(Value.Symbol symbol) {
            return "<" + symbol.name() + ">";
          }

          @Override
          public String choice(Value.Choice choice) {
            return choice.candidates().stream()
                .map(Shown::of)
                .collect(Collectors.joining(" | ", "(", ")"));
          }

          @Override
          public String unknown(Value.Unknown unknown) {
            return "?" + unknown.why();
          }
        });
  }

  private static String of(Map<String, Value> fields) {
    Map<String, Value> sorted = new TreeMap<>(fields);
    return sorted.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + of(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  static String of(Resource resource) {
    return resource.address()
        + " "
        + resource.existence()
        + " "
        + of(resource.place().region())
        + " "
        + of(resource.place().account())
        + " "
        + of(resource.properties());
  }

  static String of(Reading reading) {
    return reading.resources().stream().map(Shown::of).collect(Collectors.joining("\n"))
        + "\n"
        + reading.gaps().stream()
            .map(gap -> gap.extent() + " " + gap.message())
            .collect(Collectors.joining("\n"));
  }
}
