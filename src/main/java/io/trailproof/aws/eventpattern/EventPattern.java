package io.trailproof.aws.eventpattern;

import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event pattern: every field that it names must have one of the values that it lists. */
public final class EventPattern {
  private final Json.Obj fields;

  private EventPattern(Json.Obj fields) {
    this.fields = fields;
  }

  /**
   * A pattern, or why the tree is none.
   *
   * @param problem in words; empty for a pattern
   */
  public record Parsed(Optional<EventPattern> pattern, String problem) {}

  /** Takes a tree; a part that is not known may be anything. */
  public static Parsed of(Json tree) {
    if (!(tree instanceof Json.Obj members)) {
      return new Parsed(Optional.empty(), "an event pattern is an object");
    }
    String problem = problem("", members);
    return problem.isEmpty()
        ? new Parsed(Optional.of(new EventPattern(members)), "")
        : new Parsed(Optional.empty(), problem);
  }

  private static String problem(String path, Json.Obj fields) {
    for (Map.Entry<String, Json> field : fields.members().entrySet()) {
      String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      Json tree = field.getValue();
      String problem = "";
      if (tree instanceof Json.Obj inner) {
        problem = problem(at, inner);
      } else if (tree instanceof Json.Arr list) {
        problem = list.elements().isEmpty() ? "`" + at + "` lists no value" : "";
      } else if (!tree.isOpen()) {
        problem = "`" + at + "` is neither a list of values nor an object";
      }
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  /** What the pattern says to an event, or to all events that a tree stands for. */
  public Truth matches(Json event) {
    return new Matcher(false).fields(fields, event);
  }

  /** The fields that keep events out, as paths, in the order of the pattern. */
  public List<String> obstacles(Json event) {
    Map<String, Truth> found = new LinkedHashMap<>();
    collect("", fields, event, found);
    return found.entrySet().stream()
        .filter(one -> one.getValue() == Truth.NO)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void collect(String path, Json.Obj pattern, Json event, Map<String, Truth> into) {
    Matcher matcher = new Matcher(false);
    for (Map.Entry<String, Json> field : pattern.members().entrySet()) {
      String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      Optional<Json> value = event.asMembers().map(members -> members.get(field.getKey()));
      if (field.getValue() instanceof Json.Obj inner && value.isPresent()) {
        collect(at, inner, value.get(), into);
      } else {
        into.put(at, matcher.fields(new Json.Obj(Map.of(field.getKey(), field.getValue())), event));
      }
    }
  }

  /**
   * Compares a pattern with an event.
   *
   * @param lenient whether what varies from event to event counts as unknown: several alternatives
   *     may cover together what none covers alone
   */
  private record Matcher(boolean lenient) {
    private static final String OR = "$or";

    Truth fields(Json.Obj pattern, Json event) {
      Truth all = Truth.YES;
      for (Map.Entry<String, Json> field : pattern.members().entrySet()) {
        boolean either =
            field.getKey().equals(OR)
                && field.getValue() instanceof Json.Arr list
                && list.elements().stream().allMatch(Json.Obj.class::isInstance);
        all =
            all.and(
                either
                    ? either(field.getValue().elements(), event)
                    : field(field.getKey(), field.getValue(), event));
      }
      return all;
    }

    private Truth either(List<Json> branches, Json event) {
      Truth any = Truth.NO;
      Truth perhaps = Truth.NO;
      for (Json branch : branches) {
        if (branch instanceof Json.Obj members) {
          any = any.or(fields(members, event));
          perhaps = perhaps.or(new Matcher(true).fields(members, event));
        }
      }
      return any == Truth.NO && perhaps != Truth.NO ? Truth.UNKNOWN : any;
    }

    private Truth field(String name, Json pattern, Json event) {
      if (event instanceof Json.Arr list) {
        return list.elements().stream()
            .map(item -> field(name, pattern, item))
            .reduce(Truth.NO, Truth::or);
      }
      if (event.isOpen()) {
        return Truth.UNKNOWN;
      }
      if (event instanceof Json.Varies) {
        return value(pattern, Optional.of(new Json.Varies(false)));
      }
      if (!(event instanceof Json.Obj members)) {
        return value(pattern, Optional.empty());
      }
      Optional<Json> value = Optional.ofNullable(members.members().get(name));
      return value.isEmpty() && !members.complete() ? Truth.UNKNOWN : value(pattern, value);
    }

    /** A field of the pattern against a value of the event, empty where the event has none. */
    private Truth value(Json pattern, Optional<Json> value) {
      if (pattern.isOpen()) {
        return Truth.UNKNOWN;
      }
      if (pattern instanceof Json.Obj inner) {
        return fields(inner, value.orElse(new Json.Obj(Map.of())));
      }
      List<Json> wanted = pattern.elements();
      if (value.filter(Json.Varies.class::isInstance).isPresent()) {
        return varying(wanted, (Json.Varies) value.get());
      }
      return wanted.stream().map(one -> Filter.of(one).holds(value)).reduce(Truth.NO, Truth::or);
    }

    /** Of what is something else in every event, only its presence can be asked for. */
    private Truth varying(List<Json> wanted, Json.Varies value) {
      boolean exists = wanted.stream().map(Filter::of).anyMatch(Filter::asksForPresence);
      if (exists && value.always()) {
        return Truth.YES;
      }
      boolean positive = wanted.stream().map(Filter::of).noneMatch(Filter::excludes);
      return lenient || (wanted.size() > 1 && !positive) ? Truth.UNKNOWN : Truth.NO;
    }
  }
}
