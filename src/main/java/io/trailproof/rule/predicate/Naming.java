package io.trailproof.rule.predicate;

import io.trailproof.catalog.Property;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether values name what they lead to as the API takes it: by ARN where an ARN is wanted, by name
 * where a name is.
 */
final class Naming {
  static final String ARN = "arn";
  static final String NAME = "name";
  private static final String START = "arn:";

  private Naming() {}

  /** Every property of the resource that names another one names it as the catalog says. */
  static Judgement ofLink(Step step, Map<String, String> arguments) {
    return ofLinks(step, step.resource(), arguments.getOrDefault("besides", ""));
  }

  /** Likewise for a resource that stands beside the path and helps one that stands on it. */
  static Judgement ofLinks(Step step, Resource resource) {
    return ofLinks(step, resource, "");
  }

  private static Judgement ofLinks(Step step, Resource resource, String besides) {
    Judgement all = Judgement.pass();
    for (Property property :
        step.catalog().type(resource.type()).map(type -> type.properties()).orElse(List.of())) {
      if (property.attribute().isPresent() && !property.name().equals(besides)) {
        all = all.and(of(step, resource, property.name()));
      }
    }
    return all;
  }

  /** A property names what it leads to as the catalog says. */
  static Judgement of(Step step, Resource holder, String property) {
    return step.catalog()
        .type(holder.type())
        .flatMap(type -> type.property(property))
        .flatMap(Property::attribute)
        .map(wanted -> of(step, holder, holder.property(property), wanted))
        .orElse(Judgement.pass());
  }

  /** What exists already was accepted. */
  static Judgement of(Step step, Resource holder, Value value, String wanted) {
    return of(step, holder, value, wanted, wanted.equals(ARN) ? "an ARN" : "a name");
  }

  /** Likewise, where what stands for a name goes by another word. */
  static Judgement of(Step step, Resource holder, Value value, String wanted, String word) {
    return holder.existence() == Existence.MANAGED
        ? new Holder(step, holder, wanted, word).judge(value)
        : Judgement.pass();
  }

  private record Holder(Step step, Resource holder, String wanted, String word) {
    Judgement judge(Value value) {
      if (value instanceof Value.Items items) {
        return items.items().stream()
            .map(this::judge)
            .reduce(Judgement::and)
            .orElse(Judgement.pass());
      }
      if (value instanceof Value.Choice choice) {
        List<Judgement> each = choice.candidates().stream().map(this::judge).toList();
        return each.stream().map(Judgement::verdict).distinct().count() == 1
            ? each.get(0)
            : each.stream().reduce(Judgement::and).map(this::perhaps).orElse(Judgement.pass());
      }
      Value resolved = step.graph().resolve(value);
      if (resolved instanceof Value.Items) {
        return judge(resolved);
      }
      // What a reference gives is told by its attribute, whatever is known of the text.
      Optional<String> given = start(value).or(() -> start(resolved));
      return given.filter(one -> !one.equals(wanted)).isPresent()
          ? wrong(value, resolved)
          : Judgement.pass();
    }

    /** What a value begins with: an ARN, a name, or empty where that is not known. */
    private Optional<String> start(Value value) {
      if (value instanceof Value.Template template) {
        return start(template.parts().get(0));
      }
      if (value instanceof Value.Reference reference) {
        return Optional.of(reference.attribute())
            .filter(attribute -> attribute.equals(ARN) || attribute.equals(NAME));
      }
      return value
          .asText()
          .filter(text -> !text.isEmpty())
          .filter(text -> text.startsWith(START) || !START.startsWith(text))
          .map(text -> text.startsWith(START) ? ARN : NAME);
    }

    private Judgement wrong(Value value, Value resolved) {
      String gives =
          subject() + " gives " + shown(value) + ", and the API will refuse anything but " + word;
      // Of text that is not known yet a plan shows what it is made of, and not how.
      boolean told =
          holder.dialect() != Dialect.TERRAFORM
              || value instanceof Value.Template
              || (value instanceof Value.Reference reference
                  ? reference.whole()
                  : resolved.isKnown());
      if (!told && value instanceof Value.Reference name && !name.whole() && isAllBut(name)) {
        return madeOf(name);
      }
      return told
          ? Judgement.fail(gives, Labels.at(value, holder))
          : Judgement.unknown(
              "the plan shows that it is made of " + shown(value) + ", and not how",
              Labels.at(value, holder));
    }

    /** True if an ARN is wanted of which nothing but the account is open beside the name. */
    private boolean isAllBut(Value.Reference name) {
      return wanted.equals(ARN)
          && step.graph()
              .find(name.target())
              .flatMap(target -> step.catalog().type(target.type()))
              .flatMap(type -> type.arn())
              .filter(shape -> !shape.hasRegion())
              .isPresent();
    }

    /** The provider itself takes nothing but an ARN, and a plan shows the same of a part of one. */
    private Judgement madeOf(Value.Reference name) {
      return Judgement.passIf(
          new Assumption(
              Assumed.ARN_MADE_OF_NAME,
              "the ARN is put together of "
                  + Shown.of(name)
                  + ", of which a plan shows the reference only (F22)",
              holder.address()));
    }

    /** What a link is said of is the one that it begins at, or a resource beside it. */
    private String subject() {
      boolean onPath = holder.equals(step.resource()) || holder.equals(step.before());
      return onPath ? "it" : "`" + holder.address() + "`";
    }

    private static String shown(Value value) {
      return value instanceof Value.Reference reference && reference.attribute().equals(ARN)
          ? "the ARN of `" + reference.target().address() + "`"
          : Shown.of(value);
    }

    private Judgement perhaps(Judgement worst) {
      return Judgement.unknown(
          worst.why(), worst.labels().toArray(new io.trailproof.diagnostic.Label[0]));
    }
  }
}
