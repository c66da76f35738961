package io.trailproof.aws.policy;

import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text that may have holes, which stand for any text that their shape takes.
 *
 * <p>Two holes of one name stand for the same text, so that a pattern made of a resource's ARN
 * matches that resource although the ARN is not known yet.
 */
public record PolicyText(List<Json.Part> parts) {

  public PolicyText {
    parts = List.copyOf(parts);
  }

  /** A text that is known. */
  public static PolicyText of(String text) {
    return new PolicyText(List.of(new Json.Str(text)));
  }

  /** The text that a value of a policy stands for; empty if it is none. */
  static Optional<PolicyText> read(Json value) {
    if (value instanceof Json.Template template) {
      return Optional.of(new PolicyText(template.parts()));
    }
    if (value instanceof Json.Num number) {
      return Optional.of(of(number.source()));
    }
    if (value instanceof Json.Bool flag) {
      return Optional.of(of(Boolean.toString(flag.value())));
    }
    return value.asText().map(PolicyText::of);
  }

  /** The text as a value of a policy. */
  public Json json() {
    return known().<Json>map(Json.Str::new).orElseGet(() -> new Json.Template(parts));
  }

  /** The text as a value of a policy, which keeps whose its parts are. */
  public Json template() {
    return parts.stream().allMatch(Json.Str.class::isInstance) ? json() : new Json.Template(parts);
  }

  /** A text that is not known at all. */
  public static PolicyText hole() {
    return hole("");
  }

  /** A text that is not known, but is the same wherever the name occurs. */
  public static PolicyText hole(String name) {
    return of(new Json.Hole(name));
  }

  /** A text that is one stretch. */
  public static PolicyText of(Json.Part part) {
    return new PolicyText(List.of(part));
  }

  /** This text and another after it. */
  public PolicyText then(PolicyText other) {
    return new PolicyText(Stream.concat(parts.stream(), other.parts.stream()).toList());
  }

  /** This text and a known one after it. */
  public PolicyText then(String other) {
    return then(of(other));
  }

  /** The text if all of it is known. */
  public Optional<String> known() {
    return parts.stream().allMatch(part -> part.asText().isPresent())
        ? Optional.of(toString())
        : Optional.empty();
  }

  /** Whether a hole of it may hold a colon. */
  boolean mayHoldColons() {
    return parts.stream()
        .anyMatch(
            part ->
                part instanceof Json.Hole hole
                    && (hole.shape() == Json.Shape.ANY || hole.shape() == Json.Shape.REST));
  }

  PolicyText lowerCase() {
    return new PolicyText(
        parts.stream()
            .map(
                part ->
                    part.asText()
                        .<Json.Part>map(text -> new Json.Str(text.toLowerCase(Locale.ROOT)))
                        .orElse(part))
            .toList());
  }

  /** The text with policy variables such as `${aws:username}` taken for holes. */
  PolicyText withVariables() {
    List<Json.Part> expanded = new ArrayList<>();
    for (Json.Part part : parts) {
      if (part instanceof Json.Str text) {
        expand(text.value(), expanded);
      } else {
        expanded.add(part);
      }
    }
    return new PolicyText(expanded);
  }

  private static void expand(String text, List<Json.Part> expanded) {
    int from = 0;
    int open = text.indexOf("${");
    while (open >= 0) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      expanded.add(new Json.Str(text.substring(from, open)));
      expanded.add(new Json.Hole(""));
      from = close + 1;
      open = text.indexOf("${", from);
    }
    expanded.add(new Json.Str(text.substring(from)));
  }

  /** The text cut at a letter of its known parts, into at most so many pieces. */
  List<PolicyText> split(char letter, int most) {
    List<PolicyText> pieces = new ArrayList<>();
    PolicyText piece = of("");
    for (Json.Part part : parts) {
      if (!(part instanceof Json.Str text)) {
        piece = piece.then(of(part));
        continue;
      }
      String rest = text.value();
      int cut = rest.indexOf(letter);
      while (cut >= 0 && pieces.size() < most - 1) {
        pieces.add(piece.then(rest.substring(0, cut)));
        piece = of("");
        rest = rest.substring(cut + 1);
        cut = rest.indexOf(letter);
      }
      piece = piece.then(rest);
    }
    pieces.add(piece);
    return pieces;
  }

  /** Whether the two are the same text. */
  Truth sameAs(PolicyText other) {
    return PolicyPattern.literal(other).matches(this);
  }

  /** Whether the text matches a pattern with `*` and `?`. */
  Truth matches(PolicyText pattern) {
    return PolicyPattern.pattern(pattern).matches(this);
  }

  @Override
  public String toString() {
    return parts.stream().map(Json.Part::shown).collect(Collectors.joining());
  }
}
