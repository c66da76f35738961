package io.trailproof.input;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the user says of every input, in whatever format; what rests on it says so.
 *
 * @param region the Region of what does not name one
 * @param account the account, likewise
 */
public record ReadSettings(Optional<String> region, Optional<String> account) {
  /** Nothing said. */
  public static final ReadSettings NONE = new ReadSettings(Optional.empty(), Optional.empty());

  private static final String REGION = "--region";
  private static final String ACCOUNT = "--account";

  /** The Region as a value that remembers that the user gave it. */
  public Optional<Value> givenRegion() {
    return region.map(text -> value(REGION, text));
  }

  /** The account as a value that remembers that the user gave it. */
  public Optional<Value> givenAccount() {
    return account.map(text -> value(ACCOUNT, text));
  }

  /** A value whose place is the option that gave it. */
  private static Value value(String option, String text) {
    SourceFile file = SourceFile.ofText(option, text);
    return Value.text(text, Origin.at(file.span(0, file.length())));
  }

  /** What a resource rests on, if its place is the user's word. */
  static Optional<Premise> premise(Resource resource) {
    return Stream.of(resource.place().region(), resource.place().account())
        .filter(value -> option(value).equals(REGION) || option(value).equals(ACCOUNT))
        .map(
            value ->
                new Premise(
                    Assumed.PLACE_AS_GIVEN,
                    "what names no place is in `"
                        + value.asText().orElse("")
                        + "`, as `"
                        + option(value)
                        + "` says",
                    resource.id().input()))
        .findFirst();
  }

  private static String option(Value value) {
    Span span = value.origin().span();
    return span == null ? "" : span.file().name();
  }
}
