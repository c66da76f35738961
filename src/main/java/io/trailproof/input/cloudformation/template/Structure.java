package io.trailproof.input.cloudformation.template;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What CloudFormation refuses or warns of wherever it stands: keys, nulls, shapes of functions. */
public final class Structure {
  /** So many keys are sooner held against each other than put into a set. */
  private static final int FEW = 8;

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean aliased;

  private Structure() {}

  static List<Diagnostic> check(Template template) {
    Structure structure = new Structure();
    structure.keys(template.root());
    for (String section : List.of("Conditions", "Resources", "Outputs")) {
      template.section(section).forEach(member -> structure.visit(member.key(), member.value()));
    }
    return structure.diagnostics;
  }

  /** What is wrong with a part of a template that another includes. */
  static List<Diagnostic> snippet(Node root) {
    Structure structure = new Structure();
    structure.visit("", root);
    structure.shortForm(root);
    return structure.diagnostics;
  }

  /** One of them says it all. */
  private boolean shortForm(Node node) {
    if (node.tag() != null) {
      diagnostics.add(TemplateError.SHORT_FORM.at(node.span()));
      return true;
    }
    return node.match(
        scalar -> false,
        list -> list.items().stream().anyMatch(this::shortForm),
        mapping -> mapping.members().stream().anyMatch(member -> shortForm(member.value())));
  }

  private void visit(String key, Node node) {
    Call.of(node).ifPresent(call -> call(call, node));
    if (node instanceof Node.Sequence list) {
      for (Node item : list.items()) {
        visit(key, item);
      }
    } else if (node instanceof Node.Mapping mapping) {
      mapping(mapping);
    } else if (node instanceof Node.Scalar scalar && scalar.isNull() && scalar.tag() == null) {
      diagnostics.add(TemplateError.NULL_VALUE.with(scalar.span(), key));
    }
  }

  private void mapping(Node.Mapping mapping) {
    if (!seen.add(mapping) && !aliased) {
      aliased = true;
      diagnostics.add(TemplateError.ALIAS.at(mapping.span()));
    }
    keys(mapping);
    for (Node.Member member : mapping.members()) {
      visit(member.key(), member.value());
    }
  }

  private void keys(Node.Mapping mapping) {
    if (mapping.members().size() < 2) {
      return;
    }
    List<Node.Member> members = mapping.members();
    Set<String> keys = members.size() > FEW ? new HashSet<>() : Set.of();
    for (int i = 0; i < members.size(); i++) {
      String key = members.get(i).key();
      if (members.size() > FEW ? !keys.add(key) : isAmong(members, i, key)) {
        diagnostics.add(TemplateError.DUPLICATE_KEY.with(members.get(i).keySpan(), key));
      }
    }
  }

  /** Whether a key is that of one of the first few members. */
  private static boolean isAmong(List<Node.Member> members, int few, String key) {
    for (int i = 0; i < few; i++) {
      if (members.get(i).key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  private void call(Call call, Node node) {
    boolean alone = node.asMapping().filter(mapping -> mapping.members().size() > 1).isEmpty();
    if (node.tag() == null && !alone && !call.name().equals(Call.TRANSFORM)) {
      diagnostics.add(TemplateError.SIBLINGS.with(call.span(), call.name()));
    }
    Shape shape = Shape.of(call.name());
    if (shape == null) {
      diagnostics.add(TemplateError.UNKNOWN_FUNCTION.with(call.span(), call.name()));
    } else if (!shape.fits(call.argument())) {
      diagnostics.add(
          TemplateError.SHAPE.at(call.span(), Rendering.quoted(call.name()), shape.words()));
    }
  }

  /**
   * The argument a function takes.
   *
   * @param words ends the sentence "takes …"
   */
  private record Shape(String words, Predicate<Node> holds) {
    private static final Shape ANY = new Shape("anything", node -> true);
    private static final Shape NAME =
        new Shape("a name", node -> text(node) || Call.of(node).isPresent());
    private static final Shape PAIR = list("a list of two", 2, 2);

    private static final Map<String, Shape> OF =
        Map.ofEntries(
            Map.entry("Ref", NAME),
            Map.entry("Condition", new Shape("the name of a condition", Shape::text)),
            Map.entry(
                "Fn::GetAtt",
                new Shape(
                    "a resource and an attribute",
                    node ->
                        (text(node) && node.asScalar().orElseThrow().text().indexOf('.') > 0)
                            || items(node, 2, Integer.MAX_VALUE)
                            || Call.of(node).isPresent())),
            Map.entry(
                "Fn::Sub",
                new Shape("text, or a list of text and a map", node -> substitution(node))),
            Map.entry("Fn::Join", PAIR),
            Map.entry("Fn::Split", PAIR),
            Map.entry("Fn::Select", PAIR),
            Map.entry("Fn::Equals", PAIR),
            Map.entry("Fn::If", list("a list of a condition and two values", 3, 3)),
            Map.entry("Fn::Not", list("a list of one condition", 1, 1)),
            Map.entry("Fn::And", list("a list of 2 to 10 conditions", 2, 10)),
            Map.entry("Fn::Or", list("a list of 2 to 10 conditions", 2, 10)),
            Map.entry("Fn::FindInMap", list("a list of a mapping and two keys", 3, 4)),
            Map.entry("Fn::Cidr", list("a list of two or three", 2, 3)),
            Map.entry("Fn::ImportValue", NAME),
            Map.entry("Fn::GetAZs", ANY),
            Map.entry("Fn::Base64", ANY),
            Map.entry("Fn::Length", ANY),
            Map.entry("Fn::ToJsonString", ANY),
            Map.entry("Fn::Transform", ANY),
            Map.entry("Fn::GetStackOutput", ANY),
            Map.entry("Fn::Contains", ANY),
            Map.entry("Fn::EachMemberEquals", ANY),
            Map.entry("Fn::EachMemberIn", ANY),
            Map.entry("Fn::RefAll", ANY),
            Map.entry("Fn::ValueOf", ANY),
            Map.entry("Fn::ValueOfAll", ANY));

    /** The shape of a function's argument; null where there is no such function. */
    static @Nullable Shape of(String function) {
      return OF.get(function);
    }

    boolean fits(Node argument) {
      return holds.test(argument);
    }

    private static Shape list(String words, int least, int most) {
      return new Shape(words, node -> items(node, least, most) || Call.of(node).isPresent());
    }

    private static boolean items(Node node, int least, int most) {
      return node.asSequence()
          .filter(list -> list.items().size() >= least && list.items().size() <= most)
          .isPresent();
    }

    private static boolean substitution(Node node) {
      return text(node)
          || Call.of(node).isPresent()
          || node.asSequence()
              .filter(list -> list.items().size() == 2)
              .filter(list -> list.items().get(1).asMapping().isPresent())
              .isPresent();
    }

    private static boolean text(Node node) {
      return node.asScalar().filter(scalar -> !scalar.isNull()).isPresent();
    }
  }
}
