package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.Selector.PathStep;
import io.trailproof.aws.filterpattern.coverage.RecordFacts.RecordField;
import io.trailproof.aws.filterpattern.coverage.ValueSet.Kinds;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bundled facts, checked on a finished record without any of the search's machinery. */
final class Facts {
  private Facts() {}

  static boolean hold(Json.Obj record) {
    RecordFacts facts = RecordFacts.bundled();
    boolean rules =
        facts.rules().stream()
            .allMatch(rule -> !holds(rule.premise(), record) || holds(rule.conclusion(), record));
    return rules && fields(facts.record(), record);
  }

  private static boolean holds(@Nullable JsonExpression expression, Json.Obj record) {
    return expression == null || expression.matches(record) == Truth.YES;
  }

  private static boolean fields(RecordField field, Json.Obj object) {
    for (Map.Entry<PathStep, RecordField> entry : field.below().entrySet()) {
      Json value = entry.getKey().of(object);
      if (!isOf(entry.getValue().values(), value)) {
        return false;
      }
      if (value instanceof Json.Obj inner && !fields(entry.getValue(), inner)) {
        return false;
      }
    }
    return field.open()
        || object.members().keySet().stream()
            .allMatch(n -> field.below().containsKey(new PathStep.Key(n)));
  }

  private static boolean isOf(ValueSet values, @Nullable Json value) {
    if (value == null) {
      return (values.kinds() & Kinds.ABSENT) != 0;
    }
    return switch (value.kind()) {
      case STRING -> values.text().isAll();
      case NUMBER -> values.number().isAll();
      case OBJECT -> (values.kinds() & Kinds.OBJECT) != 0;
      case ARRAY -> (values.kinds() & Kinds.ARRAYS) != 0;
      case TRUE -> (values.kinds() & Kinds.TRUE) != 0;
      case FALSE -> (values.kinds() & Kinds.FALSE) != 0;
      case NULL -> (values.kinds() & Kinds.NULL) != 0;
      case OPEN -> false;
    };
  }
}
