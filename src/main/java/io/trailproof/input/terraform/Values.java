package io.trailproof.input.terraform;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.document.Node;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Premise;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an instance in terraform's spelling: what {@code planned_values} knows, and
 * what the references of the rest lead to (section 4). Null values are left out, but of resources
 * that were only found, where a property that is left out is one that the input does not show
 * (F105).
 */
final class Values {
  /** Lists that the provider computes where the configuration does not set them (section 4). */
  private static final Set<String> COMPUTED_LISTS = Set.of("inline_policy", "managed_policy_arns");

  private static final String DYNAMIC =
      "is known only after apply, from a dynamic block that a plan does not show";

  /** No AWS number is longer; a larger exponent would only cost memory. */
  private static final int MAX_SCALE = 400;

  private final ModuleConfig configuration;
  private final String input;
  private final Locals locals;
  private final References references;
  private final Map<ResourceId, Premise> premises = new LinkedHashMap<>();

  Values(World world, Catalog catalog, ModuleConfig configuration, String input, Locals locals) {
    this.configuration = configuration;
    this.input = input;
    this.locals = locals;
    this.references = new References(world, catalog, input, new PolicyDocuments(this), locals);
  }

  /** What the properties of some instances rest on. */
  Map<ResourceId, Premise> premises() {
    return premises;
  }

  /** Where an instance is written: the header of its block, else what the plan says of it. */
  Span place(Live live) {
    return locals.written(live).place().orElse(live.instance().span());
  }

  /** The properties of an instance; a null binding is that of a helper data source. */
  Value.Fields of(Live live, @Nullable Binding binding) {
    Optional<Scope> scope = Scope.root(configuration).descend(live.address().modules());
    ModuleConfig.Block block =
        scope.map(in -> in.config().blocks().get(live.address().block())).orElse(null);
    if (scope.isEmpty() || block == null) {
      return new Merge(null, null, live).fields(live, binding);
    }
    Frame frame = Frame.of(scope.get(), live.address(), block);
    return new Merge(frame, block.expressions(), live).fields(live, binding);
  }

  /** Merges the values of one instance with their marks and expressions. */
  private final class Merge {
    private final @Nullable Frame frame;
    private final Node.@Nullable Mapping expressions;
    private final Live live;
    private final Span span;
    private final boolean found;

    Merge(@Nullable Frame frame, Node.@Nullable Mapping expressions, Live live) {
      this.frame = frame;
      this.expressions = expressions;
      this.live = live;
      this.span = live.instance().span();
      this.found = live.existence() == Existence.EXISTING;
    }

    Value.Fields fields(Live live, @Nullable Binding binding) {
      Node values = live.instance().values();
      Node sensitive = live.instance().sensitive();
      Map<String, Value> fields = new LinkedHashMap<>();
      Wish wish = new Wish(binding, "");
      Written block = locals.written(live);
      for (String key : keys(values, live.unknown())) {
        Expressions written = Expressions.of(expressions, key);
        Value value =
            value(
                child(values, key),
                Unknowns.member(live.unknown(), key),
                Unknowns.member(sensitive, key),
                written,
                block.member(key),
                wish.member(key));
        if (value != null) {
          fields.put(key, value);
        }
      }
      return new Value.Fields(fields, Origin.at(block.place().orElse(span)));
    }

    private @Nullable Value value(
        @Nullable Node value,
        @Nullable Node unknown,
        @Nullable Node sensitive,
        Expressions written,
        Written source,
        Wish wish) {
      // One expression may hold what must not be shown beside what may.
      Written shown = Unknowns.any(sensitive) && !source.isBlocks() ? source.concealed() : source;
      Origin origin = origin(value, sensitive, shown);
      if (Unknowns.isWhole(unknown) || (value == null && Unknowns.any(unknown))) {
        return unresolved(written, shown, wish, origin);
      }
      if (value == null) {
        return null;
      }
      return value.<@Nullable Value>match(
          scalar -> scalar.isNull() ? unset(wish, origin) : scalar(scalar, origin),
          sequence -> items(sequence, unknown, sensitive, written, shown, wish, origin),
          mapping -> {
            Map<String, Value> fields = new LinkedHashMap<>();
            for (String key : keys(mapping, unknown)) {
              Value field =
                  value(
                      child(mapping, key),
                      Unknowns.member(unknown, key),
                      Unknowns.member(sensitive, key),
                      written.member(key),
                      shown.member(key),
                      wish.member(key));
              if (field != null) {
                fields.put(key, field);
              }
            }
            return new Value.Fields(fields, origin);
          });
    }

    /** Of what was only found, what is not there is not known; a null says that it is unset. */
    private @Nullable Value unset(Wish wish, Origin origin) {
      return found && wish.binding() != null && !wish.isNested() ? new Value.Absent(origin) : null;
    }

    private Value items(
        Node.Sequence sequence,
        @Nullable Node unknown,
        @Nullable Node sensitive,
        Expressions written,
        Written source,
        Wish wish,
        Origin origin) {
      int size = sequence.items().size();
      if (unknown instanceof Node.Sequence marks) {
        size = Math.max(size, marks.items().size());
      }
      List<Value> unknownItems = unknownItems(unknown, written, wish, origin);
      List<Value> items = new ArrayList<>();
      int next = 0;
      for (int i = 0; i < size; i++) {
        Node item = i < sequence.items().size() ? sequence.items().get(i) : null;
        Node mark = Unknowns.element(unknown, i);
        if (Unknowns.isWhole(mark) && next < unknownItems.size()) {
          items.add(unknownItems.get(next++));
          continue;
        }
        Value value =
            value(
                item,
                mark,
                Unknowns.element(sensitive, i),
                written.element(item),
                source.element(item),
                wish);
        if (value != null) {
          items.add(value);
        }
      }
      return new Value.Items(items, origin);
    }

    /** As many plain candidates as a list has unknown elements are those elements. */
    private List<Value> unknownItems(
        @Nullable Node unknown, Expressions written, Wish wish, Origin origin) {
      Expression expression = written.single();
      if (!(unknown instanceof Node.Sequence marks) || expression == null || frame == null) {
        return List.of();
      }
      long holes = marks.items().stream().filter(Unknowns::isWhole).count();
      if (holes == 0) {
        return List.of();
      }
      Found found = new Found();
      references.follow(expression, frame, wish, origin, found);
      rest(found);
      return found.isPlain() && found.size() == holes ? found.candidates() : List.of();
    }

    private @Nullable Value unresolved(
        Expressions written, Written source, Wish wish, Origin origin) {
      if (frame == null) {
        return new Value.Unknown("is known only after apply", origin);
      }
      if (written.isEmpty()) {
        return unwritten(written, wish, origin);
      }
      if (written.isBlocks()) {
        return new Value.Unknown(DYNAMIC, origin);
      }
      Span expression = written.written().get(0).span();
      Origin at = new Origin(source.place().orElse(expression), origin.sensitive());
      Found found = new Found();
      if (source.isComputed()) {
        found.evaluated();
      }
      for (Expression one : written.expressions()) {
        references.follow(one, frame, wish, at, found);
      }
      rest(found);
      if (live.instance().isCloudControl() && wish.isNested()) {
        return perhapsUnset(found, at);
      }
      return wish.isList() ? found.list(at) : found.scalar(at);
    }

    /** One expression is written for all that an argument without blocks holds. */
    private static @Nullable Value perhapsUnset(Found found, Origin origin) {
      return found.isNothing()
          ? null
          : new Value.Unknown(
              "is known only after apply, and the plan does not tell whether it is set", origin);
    }

    /**
     * What the configuration does not set, the provider computes, and the catalog knows its default
     * - unless a dynamic block sets it, which leaves no trace (section 5).
     */
    private @Nullable Value unwritten(Expressions written, Wish wish, Origin origin) {
      if (live.instance().isCloudControl()) {
        return null;
      }
      boolean computed =
          wish.isNested()
              ? written.isBlockWritten()
              : !wish.isList() || COMPUTED_LISTS.contains(wish.path());
      return computed ? null : new Value.Unknown(DYNAMIC, origin);
    }

    private void rest(Found found) {
      if (found.isFromSources()) {
        locals
            .premise()
            .ifPresent(
                premise -> premises.put(new ResourceId(input, live.address().text()), premise));
      }
    }

    private Origin origin(@Nullable Node value, @Nullable Node sensitive, Written source) {
      Span planned = value == null ? span : value.span();
      Origin origin = Origin.at(source.place().orElse(planned));
      return Unknowns.isWhole(sensitive) ? origin.hidden() : origin;
    }
  }

  private static Value scalar(Node.Scalar scalar, Origin origin) {
    return switch (scalar.kind()) {
      case BOOLEAN -> Value.flag(scalar.text().equals("true"), origin);
      case NUMBER -> number(scalar.text(), origin);
      default -> Value.text(scalar.text(), origin);
    };
  }

  private static Value number(String text, Origin origin) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (Math.abs((long) number.scale()) <= MAX_SCALE) {
        return Value.number(number, origin);
      }
    } catch (NumberFormatException e) {
      // An exponent beyond what a number can have.
    }
    return new Value.Unknown("is a number beyond any limit of AWS", origin);
  }

  private static Set<String> keys(@Nullable Node values, @Nullable Node unknown) {
    Set<String> keys = new LinkedHashSet<>();
    for (Node node : new @Nullable Node[] {values, unknown}) {
      if (node instanceof Node.Mapping mapping) {
        mapping.members().forEach(member -> keys.add(member.key()));
      }
    }
    return keys;
  }

  private static @Nullable Node child(@Nullable Node node, String key) {
    return node instanceof Node.Mapping mapping ? mapping.get(key).orElse(null) : null;
  }
}
