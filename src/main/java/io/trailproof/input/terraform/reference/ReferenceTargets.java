package io.trailproof.input.terraform.reference;

import io.trailproof.graph.Origin;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the references of an unknown value lead to. A value is unknown because something it is made
 * of is, so what is known is no candidate, though it may choose between them.
 */
final class ReferenceTargets {
  private static final Set<String> TEXTS = Set.of("arn", "name");
  private static final String REMEDY = "; `--source` or `--plan-file` shows it";

  private final Map<Object, Value> candidates = new LinkedHashMap<>();
  private final Map<Object, Value> known = new LinkedHashMap<>();
  private final Set<String> unrelated = new LinkedHashSet<>();
  private final Set<String> otherKinds = new LinkedHashSet<>();
  private final Set<String> guesses = new LinkedHashSet<>();
  private final Set<String> choosing = new LinkedHashSet<>();
  private final Map<String, String> opaqueLocals = new LinkedHashMap<>();
  private final Set<String> opaqueRepetitions = new LinkedHashSet<>();
  private final Set<ResourceId> touched = new LinkedHashSet<>();
  private boolean selector;
  private boolean picked;
  private boolean written;
  private boolean fromSources;
  private boolean evaluated;

  /** A resource is referred to, whatever of it, and whether it is known or not. */
  void touches(ResourceId resource) {
    touched.add(resource);
  }

  /** All that are referred to. */
  Set<ResourceId> touched() {
    return touched;
  }

  /** Something of the right kind; counted once. */
  void candidate(Object identity, Value value) {
    candidates.putIfAbsent(identity, value);
  }

  /** Something of the right kind that is known: an element of a list, or what selects. */
  void known(Object identity, Value value) {
    known.putIfAbsent(identity, value);
  }

  /** Something unknown of another kind. */
  void unrelated(String reference) {
    unrelated.add(reference);
  }

  /**
   * Something unknown of a kind that the property never refers to: it can only choose, and then
   * perhaps nothing.
   */
  void ofAnotherKind(String reference) {
    otherKinds.add(reference);
  }

  /** Something is taken out of what the references make up. */
  void picked() {
    picked = true;
    selector = true;
  }

  /** The instances of something were told apart by an index that the plan does not hold whole. */
  void guessed(String reference) {
    guesses.add(reference);
  }

  /** How many unknown things are referred to; more than there can be where something is hidden. */
  int unresolved() {
    return opaqueLocals.isEmpty()
        ? candidates.size() + unrelated.size() + otherKinds.size()
        : Integer.MAX_VALUE;
  }

  /** What was told apart so. */
  Set<String> guesses() {
    return guesses;
  }

  /** A local, whose definition no plan holds: anything may hide behind it. */
  void opaqueLocal(String local) {
    opaqueLocals.put(local, "");
  }

  /** A local whose definition would have to be worked out. */
  void computedLocal(String local, String place) {
    opaqueLocals.put(local, place);
  }

  /** A local that a number of instances hangs on, and which is known therefore. */
  void chosenBy(String local) {
    choosing.add(local);
    selector = true;
  }

  /** The locals that are taken to choose only. */
  Set<String> choosing() {
    return candidates.isEmpty() ? Set.of() : choosing;
  }

  /** A local that the sources define plainly. */
  void fromSources() {
    fromSources = true;
  }

  /** A function or operator, which may take some of what a local holds and leave the rest. */
  void evaluated() {
    evaluated = true;
  }

  /** The sources hold what is written, so they are no remedy. */
  void written() {
    written = true;
  }

  private boolean selects() {
    return selector || (evaluated && fromSources);
  }

  /** True if something rests on what the sources say of a local. */
  boolean isFromSources() {
    return fromSources;
  }

  /**
   * A local that is repeated over: its fields were read for other arguments, so beside a candidate
   * it counts as what selects.
   */
  void opaqueRepetition(String reference) {
    opaqueRepetitions.add(reference);
    selector = true;
  }

  /** Something known, which may choose but not be the value. */
  void selector() {
    selector = true;
  }

  /** True if what is meant may hide behind a name that leads nowhere. */
  boolean isOpaque() {
    return !opaqueLocals.isEmpty()
        || !opaqueRepetitions.isEmpty()
        || (candidates.isEmpty() && !choosing.isEmpty());
  }

  /** Adds the candidates to others. */
  void addTo(Map<Object, Value> others) {
    candidates.forEach(others::putIfAbsent);
    known.forEach(others::putIfAbsent);
  }

  /** True if all that is referred to is known already. */
  boolean isNothing() {
    return candidates.isEmpty()
        && known.isEmpty()
        && unrelated.isEmpty()
        && otherKinds.isEmpty()
        && opaqueLocals.isEmpty()
        && opaqueRepetitions.isEmpty();
  }

  /** True if nothing is referred to but names and ARNs of things. */
  boolean isTextAlone() {
    return unrelated.isEmpty()
        && otherKinds.isEmpty()
        && !isOpaque()
        && candidates.values().stream()
            .allMatch(
                one ->
                    one instanceof Value.Reference reference
                        && TEXTS.contains(reference.attribute()));
  }

  /** The same, where what is of another kind stands beside the value in the same expression. */
  ReferenceTargets amongOthers() {
    unrelated.clear();
    otherKinds.clear();
    return this;
  }

  int size() {
    return candidates.size();
  }

  /** True if the candidates, and only they, make up the value. */
  boolean isPlain() {
    return !selects()
        && known.isEmpty()
        && opaqueLocals.isEmpty()
        && unrelated.isEmpty()
        && otherKinds.isEmpty()
        && !candidates.isEmpty();
  }

  List<Value> candidates() {
    return new ArrayList<>(candidates.values());
  }

  /** The value of a list or set that is unknown as a whole. */
  Value list(Origin origin) {
    if (candidates.isEmpty() && known.isEmpty()) {
      return unknown(origin);
    }
    List<Value> items = new ArrayList<>();
    boolean picksOther = picked && !unrelated.isEmpty();
    boolean perhaps = !picked && !otherKinds.isEmpty();
    boolean loose = selects() || !opaqueLocals.isEmpty() || perhaps;
    if (!opaqueLocals.isEmpty() || picksOther) {
      List<Value> all = new ArrayList<>(candidates.values());
      all.add(unknown(origin));
      items.add(all.size() == 1 ? all.get(0) : choice(all, origin));
    } else if (perhaps && !candidates.isEmpty()) {
      List<Value> all = candidates();
      all.add(fromUnrelated(otherKinds, origin));
      items.add(choice(all, origin));
    } else if (selects() && candidates.size() > 1) {
      items.add(choice(candidates(), origin));
    } else {
      items.addAll(candidates.values());
    }
    for (Value value : known.values()) {
      // Beside something that selects, a known element may have been left out.
      Value left = new Value.Unknown("may not be among the elements", origin);
      items.add(loose ? choice(List.of(value, left), origin) : value);
    }
    if (!picksOther) {
      unrelated.forEach(other -> items.add(fromUnrelated(List.of(other), origin)));
    }
    return new Value.Items(items, origin);
  }

  /** The value of anything else that is unknown. */
  Value scalar(Origin origin) {
    if (candidates.isEmpty()) {
      return unknown(origin);
    }
    List<Value> all = new ArrayList<>(candidates.values());
    if (!opaqueLocals.isEmpty() || !unrelated.isEmpty() || (!picked && !otherKinds.isEmpty())) {
      all.add(unknown(origin));
    }
    return all.size() == 1 ? all.get(0) : choice(all, origin);
  }

  private Value choice(List<Value> all, Origin origin) {
    String why = "is known only after apply, and the plan does not tell which is taken";
    return new Value.Choice(all, written ? why : why + REMEDY, origin);
  }

  private Value.Unknown unknown(Origin origin) {
    if (candidates.isEmpty()) {
      choosing.forEach(this::opaqueLocal); // there is nothing to choose from
    }
    if (!opaqueLocals.isEmpty()) {
      return new Value.Unknown(opaqueText(), origin);
    }
    if (!opaqueRepetitions.isEmpty()) {
      return new Value.Unknown(
          "refers to "
              + quoted(opaqueRepetitions)
              + ", whose definition a plan does not hold"
              + REMEDY,
          origin);
    }
    Set<String> others = new LinkedHashSet<>(unrelated);
    others.addAll(otherKinds);
    return others.isEmpty()
        ? new Value.Unknown("is known only after apply", origin)
        : fromUnrelated(others, origin);
  }

  /** The locals and what would settle them. */
  private String opaqueText() {
    Map.Entry<String, String> first = opaqueLocals.entrySet().iterator().next();
    if (!first.getValue().isEmpty()) {
      return "refers to `"
          + first.getKey()
          + "`, which is computed at "
          + first.getValue()
          + "; a plain reference, list or object could be followed";
    }
    return "refers to "
        + quoted(opaqueLocals.keySet())
        + (opaqueLocals.size() == 1 ? ", whose definition" : ", whose definitions")
        + " a plan does not hold"
        + REMEDY;
  }

  private static Value.Unknown fromUnrelated(Iterable<String> unrelated, Origin origin) {
    return new Value.Unknown("is known only after apply, from " + quoted(unrelated), origin);
  }

  private static String quoted(Iterable<String> names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(text.length() == 0 ? "`" : " and `").append(name).append('`');
    }
    return text.toString();
  }
}
