package io.trailproof.input.cloudformation.value;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.document.Node;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.hypothesis.PremiseTracker;
import io.trailproof.input.cloudformation.template.Rendering;
import io.trailproof.input.cloudformation.template.Scalars;
import io.trailproof.input.cloudformation.template.Template;
import io.trailproof.input.cloudformation.template.TemplateError;
import io.trailproof.input.cloudformation.template.WithheldText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The values of a stack's parameters, best evidence first. */
public final class Parameters {
  private static final String SSM = "AWS::SSM::Parameter::Value<";

  private final Namespace names;
  private final Map<String, Supplier<Value>> given;
  private final Map<String, PremiseTracker.Noted<Value>> known = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();

  public Parameters(Namespace names, Map<String, Supplier<Value>> given) {
    this.names = names;
    this.given = given;
  }

  /** The value of a declared parameter. */
  public Value get(Node.Member declared) {
    String name = declared.key();
    PremiseTracker.Noted<Value> value = known.get(name);
    if (value != null) {
      names.hypothesis().tracker().on(value.premises());
      return value.result();
    }
    if (!underWay.add(name)) {
      names.hypothesis().report(TemplateError.CIRCULAR_PARAMETER.with(declared.keySpan(), name));
      return new Value.Unknown("depends on itself", Origin.at(declared.keySpan()));
    }
    value = names.hypothesis().tracker().noting(() -> new Declaration(declared).value());
    underWay.remove(name);
    known.put(name, value);
    return value.result();
  }

  /** True if CloudFormation certainly refuses what a declared parameter of a stack gets. */
  public boolean isRefused(Node.Member declared) {
    return new Declaration(declared).isRefused();
  }

  /** One parameter as the template declares it. */
  private final class Declaration {
    private final String name;
    private final Origin origin;
    private final Optional<Node.Mapping> body;
    private final String type;
    private final ParameterConstraints constraints;

    Declaration(Node.Member declared) {
      this.name = declared.key();
      this.body = declared.value().asMapping();
      this.constraints = new ParameterConstraints(body);
      this.type = text("Type").orElse("String");
      Origin at = Origin.at(declared.keySpan());
      this.origin = WithheldText.isHidden(declared.value()) ? at.hidden() : at;
    }

    private Optional<String> text(String key) {
      return body.flatMap(mapping -> mapping.get(key)).flatMap(Node::asScalar).map(Scalars::text);
    }

    Value value() {
      Supplier<Value> argument = given.get(name);
      return argument == null ? notGiven() : passed(argument.get());
    }

    private Value notGiven() {
      return usableDefault().map(this::byDefault).orElseGet(this::open);
    }

    private Optional<Node> usableDefault() {
      Optional<Node> written = body.flatMap(mapping -> mapping.get("Default"));
      boolean usable =
          written
              .flatMap(Node::asScalar)
              .filter(text -> !isList() && constraints.refuse(Scalars.text(text)))
              .isEmpty();
      return written.filter(any -> usable);
    }

    boolean isRefused() {
      Supplier<Value> argument = given.get(name);
      Optional<Value> value =
          Optional.ofNullable(argument).map(Supplier::get).filter(any -> !any.isAbsent());
      return value.isEmpty()
          ? usableDefault().isEmpty()
          : isOfItsOwn()
              && value.get() instanceof Value.Known known
              && constraints.refuse(known.text());
    }

    /** True if nobody could give another value. */
    private boolean isTheOnlyOne() {
      return isOfItsOwn() && constraints.allowed().stream().distinct().count() == 1;
    }

    /** True if the constraints hold for the value itself, not for its items or a key. */
    private boolean isOfItsOwn() {
      return !isList() && !type.startsWith(SSM);
    }

    private Value passed(Value value) {
      return CandidateValues.map(
          value,
          one -> {
            if (one.isAbsent()) {
              return notGiven();
            }
            if (one instanceof Value.Known known) {
              check(known.text());
              return fromText(known.text(), shown(known.origin()));
            }
            if (one instanceof Value.Items items && !isList()) {
              return commaSeparated(items);
            }
            return one instanceof Value.Fields
                ? new Value.Unknown("is given a value that is no text", one.origin())
                : one;
          });
    }

    private void check(String text) {
      if (isOfItsOwn() && constraints.refuse(text) && origin.span() != null) {
        names.hypothesis().report(TemplateError.REFUSED_VALUE.with(origin.span(), name));
      }
    }

    private Value commaSeparated(Value.Items items) {
      List<Value> parts = new ArrayList<>();
      for (Value item : items.items()) {
        if (!parts.isEmpty()) {
          parts.add(Value.text(",", items.origin()));
        }
        parts.add(item);
      }
      return Value.joined(parts, shown(items.origin()));
    }

    private Value byDefault(Node node) {
      Origin at = shown(Origin.at(node.span()));
      Optional<Node.Scalar> scalar = node.asScalar();
      if (!isTheOnlyOne()) {
        Optional<String> text = scalar.filter(any -> !origin.sensitive()).map(Scalars::text);
        Premise premise = ofDefault(names.template(), name, text);
        names.hypothesis().tracker().on(List.of(premise));
      }
      if (scalar.isPresent()) {
        return fromText(Scalars.text(scalar.get()), at);
      }
      return new Value.Unknown("has a default that is no text", at);
    }

    private Value fromText(String text, Origin at) {
      if (type.startsWith(SSM)) {
        return Rendering.symbol("SSM parameter " + text, "", at);
      }
      if (!isList()) {
        return Value.text(text, at);
      }
      List<Value> items = new ArrayList<>();
      for (String item : text.split(",", -1)) {
        if (!text.isEmpty()) {
          items.add(Value.text(item.strip(), at));
        }
      }
      return new Value.Items(items, at);
    }

    private boolean isList() {
      return type.startsWith("List<") || type.equals("CommaDelimitedList");
    }

    /** A parameter without a value: its own symbol, or the only value it may have. */
    private Value open() {
      Value.Symbol symbol = new Value.Symbol(Rendering.parameter(name), names.scope(), origin);
      if (isList()) {
        return symbol;
      }
      List<String> allowed = constraints.allowed();
      if (!allowed.isEmpty()) {
        names.hypothesis().allow(symbol, allowed);
      }
      Value settled = names.hypothesis().settle(symbol);
      return settled.asText().map(text -> fromText(text, origin)).orElse(settled);
    }

    private Origin shown(Origin at) {
      return origin.sensitive() ? at.hidden() : at;
    }
  }

  /**
   * The premise that nobody gives a value: whoever deploys may give another than the default
   * (F108).
   *
   * @param text the default as it is written; empty if it must not be shown or is no text
   */
  private static Premise ofDefault(Template template, String parameter, Optional<String> text) {
    String subject = "parameter " + Rendering.quoted(parameter);
    boolean nothing = text.filter(String::isBlank).isPresent();
    return new Premise(
        Assumed.PARAMETER_DEFAULT,
        subject + (nothing ? " keeps its empty default" : " keeps its default"),
        text.filter(any -> !nothing).map(Rendering::quoted),
        template.file().name(),
        Premise.Reach.PROOF);
  }
}
