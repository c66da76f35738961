package io.trailproof.input.cloudformation.value;

import io.trailproof.document.Node;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes out {@code Fn::ForEach}. */
public final class Loops {
  private static final int DEPTH = 5;
  private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^A-Za-z0-9]");

  private final Evaluator evaluator;

  public Loops(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * Members with their loops written out.
   *
   * @param complete false if a loop runs over values that the template does not tell
   * @param unmade what loops over nothing would make, as it is written there (F208)
   */
  public record Expansion(List<Node.Member> members, boolean complete, List<Node.Member> unmade) {
    static Expansion hidden(List<Node.Member> members) {
      return new Expansion(members, false, List.of());
    }
  }

  public Expansion expand(List<Node.Member> members) {
    for (Node.Member member : members) {
      if (member.key().startsWith(Call.LOOP)) {
        return expand(members, 0);
      }
    }
    return new Expansion(members, true, List.of());
  }

  private Expansion expand(List<Node.Member> members, int depth) {
    List<Node.Member> expanded = new ArrayList<>();
    List<Node.Member> unmade = new ArrayList<>();
    boolean complete = depth <= DEPTH;
    if (!complete) {
      evaluator
          .names()
          .hypothesis()
          .budget()
          .overrun(
              "loops stand more than "
                  + DEPTH
                  + " deep in each other, and CloudFormation takes no"
                  + " more");
    }
    for (Node.Member member : members) {
      if (!member.key().startsWith(Call.LOOP)) {
        expanded.add(member);
      } else if (complete) {
        Expansion loop = loop(member.value(), depth);
        expanded.addAll(loop.members());
        unmade.addAll(loop.unmade());
        complete = loop.complete();
      }
    }
    return new Expansion(expanded, complete, unmade);
  }

  private Expansion loop(Node node, int depth) {
    List<Node> parts = node.asSequence().map(Node.Sequence::items).orElse(List.of());
    if (parts.size() != 3) {
      return Expansion.hidden(List.of());
    }
    Optional<String> identifier = parts.get(0).asScalar().map(Node.Scalar::text);
    Optional<List<String>> texts = texts(parts.get(1));
    Optional<Node.Mapping> body = parts.get(2).asMapping();
    if (identifier.isEmpty() || texts.isEmpty() || body.isEmpty()) {
      return Expansion.hidden(List.of());
    }
    if (texts.get().isEmpty()) {
      return new Expansion(List.of(), true, body.get().members());
    }
    List<Node.Member> written = new ArrayList<>();
    for (String text : texts.get()) {
      Substitution substitution = new Substitution(identifier.get(), text);
      for (Node.Member member : body.get().members()) {
        if (!evaluator.names().hypothesis().budget().spend(1 + weight(member.value()))) {
          return Expansion.hidden(written);
        }
        written.add(substitution.in(member));
      }
    }
    return expand(written, depth + 1);
  }

  private Optional<List<String>> texts(Node collection) {
    List<String> texts = new ArrayList<>();
    return collect(evaluator.evaluate(collection), texts) ? Optional.of(texts) : Optional.empty();
  }

  private static boolean collect(Value value, List<String> texts) {
    if (value instanceof Value.Items items) {
      return items.items().stream().allMatch(item -> collect(item, texts));
    }
    value.asText().ifPresent(texts::add);
    return value.isKnown() && !value.isSensitive(); // it would be part of names, which are shown
  }

  private static int weight(Node node) {
    return node.match(
        scalar -> 1,
        list -> 1 + list.items().stream().mapToInt(Loops::weight).sum(),
        mapping -> 1 + mapping.members().stream().mapToInt(m -> weight(m.value())).sum());
  }

  /** Puts one text in the place of a loop's identifier. */
  private record Substitution(String identifier, String text) {
    Node.Member in(Node.Member member) {
      return new Node.Member(member.keySpan(), in(member.key()), in(member.value()));
    }

    /** A key of an output, a resource or a property: it may take the letters and digits alone. */
    private String in(String written) {
      return inText(written)
          .replace("&{" + identifier + "}", NOT_ALPHANUMERIC.matcher(text).replaceAll(""));
    }

    private String inText(String written) {
      return written.replace("${" + identifier + "}", text);
    }

    /** F207: in values the item stands for `Ref` and within `Fn::Sub` only; other text stays. */
    private Node in(Node node) {
      Optional<Call> call = Call.of(node);
      if (call.isPresent()
          && call.get().name().equals("Ref")
          && call.get().argument().asString().filter(identifier::equals).isPresent()) {
        return new Node.Scalar(node.span(), Node.Kind.STRING, text, null);
      }
      boolean substitutes = call.filter(one -> one.name().equals("Fn::Sub")).isPresent();
      return node.match(
          scalar -> substitutes ? inText(scalar) : scalar,
          list ->
              new Node.Sequence(
                  list.span(),
                  substitutes
                      ? inFirst(list.items())
                      : list.items().stream().map(this::in).toList(),
                  list.tag()),
          mapping ->
              new Node.Mapping(
                  mapping.span(),
                  mapping.members().stream()
                      .map(member -> substitutes ? inArgument(member) : in(member))
                      .toList(),
                  mapping.tag()));
    }

    private Node inText(Node.Scalar scalar) {
      String changed = inText(scalar.text());
      return changed.equals(scalar.text())
          ? scalar
          : new Node.Scalar(scalar.span(), Node.Kind.STRING, changed, scalar.tag());
    }

    /** The text of a `Fn::Sub`, before the values for its names. */
    private List<Node> inFirst(List<Node> arguments) {
      List<Node> changed = new ArrayList<>();
      for (Node one : arguments) {
        boolean isText = changed.isEmpty() && one.asScalar().isPresent();
        changed.add(isText ? inText(one.asScalar().orElseThrow()) : in(one));
      }
      return changed;
    }

    /** The argument of a `Fn::Sub` that is written in full. */
    private Node.Member inArgument(Node.Member member) {
      return new Node.Member(
          member.keySpan(),
          member.key(),
          member
              .value()
              .match(
                  this::inText,
                  list -> new Node.Sequence(list.span(), inFirst(list.items()), list.tag()),
                  this::in));
    }
  }
}
