package io.trailproof.aws.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text that may have holes, which stand for any text, an empty one included.
 *
 * <p>Two holes of one name stand for the same text, so that a pattern made of a resource's ARN
 * matches that resource although the ARN is not known yet.
 */
public record PolicyText(List<Part> parts) {

  /** A stretch of known text, or a hole. */
  public sealed interface Part {
    /** What the part looks like when it is shown to somebody. */
    String shown();

    /** The result of the function for the known text, or for the name of the hole. */
    <R> R match(Function<String, R> known, Function<String, R> hole);

    /** Its known text; empty if it is a hole. */
    default Optional<String> text() {
      return match(Optional::of, name -> Optional.empty());
    }
  }

  /** Known text. */
  public record Literal(String value) implements Part {
    @Override
    public String shown() {
      return value;
    }

    @Override
    public <R> R match(Function<String, R> known, Function<String, R> hole) {
      return known.apply(value);
    }
  }

  /**
   * A hole.
   *
   * @param name what it stands for; holes without a name have nothing in common
   */
  public record Hole(String name) implements Part {
    @Override
    public String shown() {
      return "${" + (name.isEmpty() ? "…" : name) + "}";
    }

    @Override
    public <R> R match(Function<String, R> known, Function<String, R> hole) {
      return hole.apply(name);
    }
  }

  public PolicyText {
    parts = List.copyOf(parts);
  }

  /** A text that is known. */
  public static PolicyText of(String text) {
    return new PolicyText(List.of(new Literal(text)));
  }

  /** A text that is not known at all. */
  public static PolicyText hole() {
    return hole("");
  }

  /** A text that is not known, but is the same wherever the name occurs. */
  public static PolicyText hole(String name) {
    return new PolicyText(List.of(new Hole(name)));
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
    return parts.stream().allMatch(part -> part.text().isPresent())
        ? Optional.of(toString())
        : Optional.empty();
  }

  PolicyText lowerCase() {
    return new PolicyText(
        parts.stream()
            .map(
                part ->
                    part.text()
                        .<Part>map(text -> new Literal(text.toLowerCase(Locale.ROOT)))
                        .orElse(part))
            .toList());
  }

  /** The text with policy variables such as `${aws:username}` taken for holes. */
  PolicyText withVariables() {
    List<Part> expanded = new ArrayList<>();
    for (Part part : parts) {
      part.text().ifPresentOrElse(text -> expand(text, expanded), () -> expanded.add(part));
    }
    return new PolicyText(expanded);
  }

  private static void expand(String text, List<Part> expanded) {
    int from = 0;
    int open = text.indexOf("${");
    while (open >= 0) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      expanded.add(new Literal(text.substring(from, open)));
      expanded.add(new Hole(""));
      from = close + 1;
      open = text.indexOf("${", from);
    }
    expanded.add(new Literal(text.substring(from)));
  }

  /** The text cut at a letter of its known parts, into at most so many pieces. */
  List<PolicyText> split(char letter, int most) {
    List<PolicyText> pieces = new ArrayList<>();
    PolicyText piece = of("");
    for (Part part : parts) {
      String rest = part.text().orElse("");
      int cut = rest.indexOf(letter);
      while (cut >= 0 && pieces.size() < most - 1) {
        pieces.add(piece.then(rest.substring(0, cut)));
        piece = of("");
        rest = rest.substring(cut + 1);
        cut = rest.indexOf(letter);
      }
      piece =
          part.text().isPresent() ? piece.then(rest) : piece.then(new PolicyText(List.of(part)));
    }
    pieces.add(piece);
    return pieces;
  }

  /** Whether the two are the same text. */
  Answer sameAs(PolicyText other) {
    return Glob.literal(other).matches(this);
  }

  /** Whether the text matches a pattern with `*` and `?`. */
  Answer matches(PolicyText pattern) {
    return Glob.pattern(pattern).matches(this);
  }

  @Override
  public String toString() {
    return parts.stream().map(Part::shown).collect(Collectors.joining());
  }
}
