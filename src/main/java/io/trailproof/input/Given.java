package io.trailproof.input;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.Optional;
import java.util.stream.Stream;

/** Values that come from the command line and not from an input; what rests on them says so. */
final class Given {
  static final String REGION = "--region";
  static final String ACCOUNT = "--account";

  private Given() {}

  /** A value whose place is the option that gave it. */
  static Value value(String option, String text) {
    SourceFile file = SourceFile.ofText(option, text);
    return Value.text(text, Origin.at(file.span(0, file.length())));
  }

  /** What a resource rests on, if its place is the user's word. */
  static Optional<Premise> premise(Resource resource) {
    return Stream.of(resource.place().region(), resource.place().account())
        .filter(Given::isGiven)
        .map(
            value ->
                new Premise(
                    "place-as-given",
                    "what names no place is in `"
                        + value.asText().orElse("")
                        + "`, as "
                        + option(value)
                        + " says",
                    resource.id().input()))
        .findFirst();
  }

  private static boolean isGiven(Value value) {
    String option = option(value);
    return option.equals("`" + REGION + "`") || option.equals("`" + ACCOUNT + "`");
  }

  private static String option(Value value) {
    Span span = value.origin().span();
    return span == null ? "" : "`" + span.file().name() + "`";
  }
}
