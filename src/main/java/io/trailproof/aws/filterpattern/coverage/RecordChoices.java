package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.Operand;
import io.trailproof.aws.filterpattern.coverage.Domain.Relation;
import io.trailproof.aws.filterpattern.coverage.RecordTree.RecordPlace;
import io.trailproof.aws.filterpattern.coverage.ValueSet.Kinds;
import io.trailproof.aws.filterpattern.text.Regex;
import io.trailproof.aws.filterpattern.text.StepBudget;
import java.util.ArrayList;
import java.util.List;

/**
 * What has been chosen about the record so far, with what follows from it; choices can be taken
 * back.
 */
final class RecordChoices {
  private final RecordTree tree;
  private final Domain[] domains;
  private final List<RecordPlace> changed = new ArrayList<>();
  private final List<Domain> before = new ArrayList<>();
  private final List<Goal.Mentions> mentions = new ArrayList<>();
  private List<String> certainText = List.of();
  private final Solver solver;

  RecordChoices(RecordTree tree, Solver solver) {
    this.tree = tree;
    this.domains = new Domain[tree.places().size()];
    this.solver = solver;
  }

  /** False if the facts themselves leave nothing, which would be a mistake in them. */
  boolean start(boolean strict) {
    for (RecordPlace place : tree.places()) {
      domains[place.id] = Domain.any().and(initial(place, strict));
    }
    for (RecordPlace place : tree.places()) {
      if (!spread(place, domain(place))) {
        return false;
      }
    }
    return true;
  }

  private static ValueSet initial(RecordPlace place, boolean strict) {
    if (place.parent == null) {
      return ValueSet.of(Kinds.OBJECT);
    }
    if (place.field != null) {
      return place.field.values();
    }
    return strict && !place.isDocumented() ? ValueSet.of(Kinds.ABSENT) : ValueSet.ANY;
  }

  Solver solver() {
    return solver;
  }

  StepBudget steps() {
    return solver.steps();
  }

  RecordTree tree() {
    return tree;
  }

  Domain domain(RecordPlace place) {
    return domains[place.id];
  }

  boolean restrict(RecordPlace place, ValueSet set) {
    Domain old = domain(place);
    Domain left = old.and(set);
    if (left == old) {
      return true;
    }
    solver.steps().spend(2);
    changed.add(place);
    before.add(old);
    domains[place.id] = left;
    if (left.isEmpty()) {
      return false;
    }
    if (left.isScalar() && !left.isPossible(place, solver)) {
      return false;
    }
    return spread(place, left);
  }

  /** What the values of a place say about its parent, its children and its neighbours. */
  private boolean spread(RecordPlace place, Domain domain) {
    int kinds = domain.kinds();
    return parent(place, domain)
        && ((kinds & Kinds.OBJECT) != 0 || restrictAll(place.members, ValueSet.of(Kinds.ABSENT)))
        && ((kinds & Kinds.ARRAYS) != 0 || restrictAll(place.elements, ValueSet.of(Kinds.ABSENT)))
        && ((kinds & Kinds.CONTAINERS) != 0 || restrictAll(place.fresh, ValueSet.of(Kinds.ABSENT)))
        && (!domain.isOnly(Kinds.ARRAY)
            || (restrictAll(place.elements, ValueSet.of(Kinds.NULL).not())
                && restrictAll(place.fresh, ValueSet.of(Kinds.NULL).not())));
  }

  private boolean parent(RecordPlace place, Domain domain) {
    RecordPlace parent = place.parent;
    if (parent == null) {
      return true;
    }
    int index = place.index();
    if ((domain.kinds() & Kinds.ABSENT) == 0) {
      if (!restrict(parent, ValueSet.of(place.holders()))
          || (index > 0 && !restrict(parent.elements.get(index - 1), ValueSet.PRESENT))) {
        return false;
      }
    }
    boolean element = (place.holders() & Kinds.ARRAYS) != 0;
    if (element && domain.isOnly(Kinds.NULL) && !restrict(parent, ValueSet.of(Kinds.ARRAY).not())) {
      return false;
    }
    return index < 0
        || index + 1 >= parent.elements.size()
        || !domain.isOnly(Kinds.ABSENT)
        || restrict(parent.elements.get(index + 1), ValueSet.of(Kinds.ABSENT));
  }

  private boolean restrictAll(List<RecordPlace> places, ValueSet set) {
    for (RecordPlace place : places) {
      if (!restrict(place, set)) {
        return false;
      }
    }
    return true;
  }

  void mention(Goal.Mentions mention) {
    mentions.add(mention);
  }

  List<Goal.Mentions> mentions() {
    return mentions;
  }

  void certainText(List<String> pieces) {
    certainText = pieces;
  }

  boolean isCertain(String term) {
    return certainText.stream().anyMatch(piece -> piece.contains(term));
  }

  /** True if the expression is found in a certain piece, wherever that lies in the text. */
  boolean isCertain(Operand.RegularExpression expression) {
    Regex regex = expression.regex();
    return regex != null && regex.isUnanchored() && certainText.stream().anyMatch(regex::contains);
  }

  /** Inside if the record's text surely holds the term, outside if it surely must not. */
  Relation mentions(String term) {
    if (isCertain(term)) {
      return Relation.INSIDE;
    }
    for (Goal.Mentions mention : mentions) {
      if (mention.wanted() && mention.term().contains(term)) {
        return Relation.INSIDE;
      }
      if (!mention.wanted() && term.contains(mention.term())) {
        return Relation.OUTSIDE;
      }
    }
    return Relation.ACROSS;
  }

  /** A point to come back to. */
  record Mark(int changes, int mentions) {}

  Mark mark() {
    return new Mark(changed.size(), mentions.size());
  }

  void undo(Mark mark) {
    for (int i = changed.size() - 1; i >= mark.changes; i--) {
      domains[changed.remove(i).id] = before.remove(i);
    }
    while (mentions.size() > mark.mentions) {
      mentions.remove(mentions.size() - 1);
    }
  }
}
