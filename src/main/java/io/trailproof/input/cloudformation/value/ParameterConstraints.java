package io.trailproof.input.cloudformation.value;

import io.trailproof.document.Node;
import io.trailproof.input.cloudformation.template.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a parameter's value must be like, as far as its declaration says. */
final class ParameterConstraints {
  private static final int PATIENCE = 100_000;

  private final Optional<Node.Mapping> parameter;

  ParameterConstraints(Optional<Node.Mapping> parameter) {
    this.parameter = parameter;
  }

  /** The only values allowed; empty if any is. */
  List<String> allowed() {
    List<String> allowed = new ArrayList<>();
    parameter
        .flatMap(body -> body.get("AllowedValues"))
        .flatMap(Node::asSequence)
        .map(Node.Sequence::items)
        .orElse(List.of())
        .forEach(item -> item.asScalar().map(Scalars::text).ifPresent(allowed::add));
    return allowed;
  }

  /** True if CloudFormation certainly refuses a value: a default that is one must be replaced. */
  boolean refuse(String text) {
    List<String> allowed = allowed();
    Optional<String> pattern =
        parameter
            .flatMap(body -> body.get("AllowedPattern"))
            .flatMap(Node::asScalar)
            .map(Node.Scalar::text);
    boolean empty =
        text.isEmpty()
            && parameter
                .flatMap(body -> body.get("MinLength"))
                .flatMap(Node::asScalar)
                .filter(length -> length.text().matches("[1-9][0-9]{0,8}"))
                .isPresent();
    return empty
        || (!allowed.isEmpty() && !allowed.contains(text))
        || pattern.filter(regex -> !matches(regex, text)).isPresent();
  }

  /** The service's patterns are Java's; one that takes too long or is none refuses nothing. */
  private static boolean matches(String regex, String text) {
    try {
      return Pattern.compile(regex).matcher(new Patient(text)).matches();
    } catch (PatternSyntaxException | OutOfPatience e) {
      return true;
    }
  }

  /** A text that may be looked at only so often, since a pattern can take for ever. */
  private static final class Patient implements CharSequence {
    private final String text;
    private int looks;

    Patient(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++looks > PATIENCE) {
        throw new OutOfPatience();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class OutOfPatience extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfPatience() {
      super(null, null, false, false);
    }
  }
}
