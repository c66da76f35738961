package io.trailproof.rule;

import io.trailproof.document.PackedReader;
import io.trailproof.document.PackedWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@link PackedRules} keep of requirements: conditions, and how links find each other. */
final class PackedConditions {
  private static final String SAID = "said";
  private static final String EQUALS = "equals";
  private static final String OF_TYPE = "of";
  private static final String HOLDS = "holds";

  private static final String START = "start";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String JOIN = "join";

  private final Map<String, Predicate> predicates = new HashMap<>();

  /** Those that conditions may name. */
  PackedConditions(List<Predicate> predicates) {
    for (Predicate predicate : predicates) {
      this.predicates.put(predicate.name(), predicate);
    }
  }

  static void pack(PackedWriter row, Requirement requirement) {
    row.text(requirement.id());
    pack(row, requirement.condition());
    row.text(requirement.message())
        .texts(requirement.help())
        .texts(requirement.shared())
        .texts(requirement.facts());
  }

  Requirement requirement(PackedReader row) {
    return new Requirement(
        row.text(), condition(row), row.text(), row.texts(), row.texts(), row.texts());
  }

  static void pack(PackedWriter row, Condition condition) {
    if (condition instanceof Condition.Equals equals) {
      row.text(EQUALS).text(equals.property()).texts(equals.values());
    } else if (condition instanceof Condition.OfType ofType) {
      row.text(OF_TYPE).texts(ofType.types());
      pack(row, ofType.condition());
    } else if (condition instanceof Condition.Holds holds) {
      row.text(HOLDS).text(holds.predicate().name()).texts(holds.arguments());
    } else {
      row.text(SAID);
    }
  }

  Condition condition(PackedReader row) {
    return switch (row.text()) {
      case EQUALS -> new Condition.Equals(row.text(), row.texts());
      case OF_TYPE -> new Condition.OfType(row.texts(), condition(row));
      case HOLDS -> new Condition.Holds(predicate(row.text()), row.textsByKey());
      default -> new Condition.Said();
    };
  }

  private Predicate predicate(String name) {
    Predicate predicate = predicates.get(name);
    if (predicate == null) {
      throw new IllegalStateException("no predicate " + name);
    }
    return predicate;
  }

  static void pack(PackedWriter row, Relation relation) {
    if (relation instanceof Relation.From from) {
      row.text(FROM).text(from.property());
      pack(row, from.missing());
    } else if (relation instanceof Relation.To to) {
      row.text(TO).texts(to.properties());
      pack(row, to.missing());
    } else if (relation instanceof Relation.Join join) {
      row.text(JOIN).list(join.on(), PackedConditions::pack);
    } else {
      row.text(START);
    }
  }

  Relation relation(PackedReader row) {
    return switch (row.text()) {
      case FROM -> new Relation.From(row.text(), requirement(row));
      case TO -> new Relation.To(row.textsByKey(), requirement(row));
      case JOIN -> new Relation.Join(row.list(this::requirement));
      default -> new Relation.Start();
    };
  }
}
