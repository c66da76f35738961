package io.trailproof.aws.filterpattern.text;

import io.trailproof.aws.filterpattern.text.Program.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The strings in which a {@code %...%} expression is found: AWS's small dialect, without groups,
 * searched for anywhere, case-sensitively (filter-patterns §1.5).
 */
public final class Regex implements TextSet {
  /** Positions that an expression may need once its {@code {m,n}} are written out. */
  public static final int MAX_POSITIONS = 4_096;

  private static final int KEPT_STATES = 512;

  private final String body;
  private final Program program;
  private final Automaton automaton;
  private final List<String> samples;
  private final int positions;

  private Regex(String body, Program program) {
    this.body = body;
    this.program = program;
    this.automaton = new Automaton(program);
    this.samples = samplesOf(program);
    this.positions = program.alternatives().stream().mapToInt(List::size).sum();
  }

  /** Reads what stands between the two {@code %}. */
  public static Result parse(String body) {
    return new RegexParser(body).parse();
  }

  static Regex of(String body, Program program) {
    return new Regex(body, program);
  }

  @Override
  public synchronized boolean contains(String text) {
    return automaton.find(text, KEPT_STATES);
  }

  @Override
  public List<String> samples() {
    return samples;
  }

  /** Each character may lead to a state that has to be built, of as many bits as positions. */
  @Override
  public long costOf(String text) {
    return 1 + text.length() * (16L + positions) / 128;
  }

  @Override
  public Program program() {
    return program;
  }

  /** True if where a match lies in the text makes no difference. */
  public boolean isUnanchored() {
    return program.alternatives().stream()
        .flatMap(List::stream)
        .noneMatch(e -> e.kind() == Element.Kind.START || e.kind() == Element.Kind.END);
  }

  private static List<String> samplesOf(Program program) {
    List<String> samples = new ArrayList<>();
    for (List<Element> alternative : program.alternatives()) {
      StringBuilder shortest = new StringBuilder();
      for (Element element : alternative) {
        if (element.kind() == Element.Kind.ONE) {
          shortest.appendCodePoint(Alphabet.readable(element.set()));
        }
      }
      if (samples.size() < 8) {
        samples.add(shortest.toString());
      }
    }
    return List.copyOf(samples);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Regex regex && body.equals(regex.body);
  }

  @Override
  public int hashCode() {
    return body.hashCode();
  }

  @Override
  public String toString() {
    return "%" + body + "%";
  }

  /** What reading an expression led to. */
  public sealed interface Result {
    <R> R match(Function<Compiled, R> compiled, Function<Refused, R> refused);
  }

  public record Compiled(Regex regex) implements Result {
    @Override
    public <R> R match(Function<Compiled, R> compiled, Function<Refused, R> refused) {
      return compiled.apply(this);
    }
  }

  /** The expression cannot be used; the offsets are counted from the start of the body. */
  public record Refused(Why why, String message, int start, int end) implements Result {
    @Override
    public <R> R match(Function<Compiled, R> compiled, Function<Refused, R> refused) {
      return refused.apply(this);
    }
  }

  /** Why an expression cannot be used. */
  public enum Why {
    /** The service allows only some characters. */
    CHARACTER,
    /** The service fails to compile it. */
    SYNTAX,
    /** Nobody has written down what the service does with it. */
    UNDOCUMENTED,
    /** It needs more than {@link #MAX_POSITIONS} positions; the limit is ours. */
    TOO_LARGE
  }
}
