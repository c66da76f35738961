package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.NumberText;
import io.trailproof.aws.filterpattern.coverage.Solver.Gaps;
import io.trailproof.aws.filterpattern.coverage.ValueSet.NumberSet;
import io.trailproof.aws.filterpattern.text.Regex;
import io.trailproof.aws.filterpattern.text.StepBudget;
import io.trailproof.aws.filterpattern.text.TextSet;
import io.trailproof.aws.filterpattern.text.TextSet.ExactText;
import io.trailproof.aws.filterpattern.text.TextSolver;
import io.trailproof.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds a number inside some sets and outside others. Between two constants all numbers are alike
 * for comparisons of worth, so one of each interval is enough; overflowing numbers are left out,
 * because no AWS service records one.
 */
final class NumberSolver {
  private static final int MAX_SCALE = 400;

  /** Every spelling of a number, and some texts more. */
  private static final TextSet SPELLING =
      Regex.parse("^-?\\d+\\.?\\d*[eE]?[-+]?\\d*$")
          .match(
              compiled -> compiled.regex(),
              refused -> {
                throw new IllegalStateException(refused.message());
              });

  private NumberSolver() {}

  /**
   * Notes a gap if nothing is found but the spelling of numbers had a say, of which only samples
   * are tried.
   */
  static Optional<String> solve(
      List<NumberSet> inside, List<NumberSet> outside, StepBudget steps, Gaps gaps) {
    List<NumberSet> all = new ArrayList<>(inside);
    all.addAll(outside);
    Set<String> samples = new LinkedHashSet<>(List.of("0", "1", "7"));
    TreeSet<BigDecimal> constants = new TreeSet<>();
    boolean exact = true;
    for (NumberSet set : all) {
      exact &= collect(set, constants, samples);
    }
    addIntervals(constants, samples);
    samples.addAll(List.of("1.7e308", "-1.7e308", "5e-324", "-5e-324"));
    for (String sample : samples) {
      steps.spend(1 + (long) all.size());
      if (qualifies(sample, inside, outside)) {
        return Optional.of(sample);
      }
    }
    if (!exact && mayBeSpelt(inside, steps)) {
      gaps.note("whether some number meets every wildcard and regular expression was not decided");
    }
    return Optional.empty();
  }

  /** False if no number at all reads as the sets inside ask for. */
  private static boolean mayBeSpelt(List<NumberSet> inside, StepBudget steps) {
    List<TextSet> sets = new ArrayList<>();
    sets.add(SPELLING);
    for (NumberSet set : inside) {
      set.spelling().ifPresent(sets::add);
    }
    return TextSolver.solve(sets, List.of(), List.of(), steps).isPresent();
  }

  private static boolean qualifies(String sample, List<NumberSet> inside, List<NumberSet> outside) {
    if (!isNumber(sample)) {
      return false;
    }
    NumberText number = NumberText.of(sample);
    return number.value() != null
        && inside.stream().allMatch(set -> set.contains(number))
        && outside.stream().noneMatch(set -> set.contains(number));
  }

  /** True if the set is one of worth or of one spelling. */
  private static boolean collect(
      NumberSet set, SortedSet<BigDecimal> constants, Set<String> samples) {
    return set.value()
        .map(
            value ->
                value.match(
                    number -> {
                      add(number.worth(), constants);
                      return true;
                    },
                    text -> addTexts(text.texts().possible(), constants, samples),
                    regex -> addTexts(regex.texts().possible(), constants, samples)))
        .orElse(true);
  }

  private static boolean addTexts(
      @Nullable TextSet set, SortedSet<BigDecimal> constants, Set<String> samples) {
    if (set == null) {
      return true;
    }
    for (String sample : set.samples()) {
      if (isNumber(sample)) {
        samples.add(sample);
        add(new BigDecimal(sample), constants);
      }
    }
    return set instanceof ExactText;
  }

  private static void add(BigDecimal constant, SortedSet<BigDecimal> constants) {
    if (Math.abs((long) constant.scale()) <= MAX_SCALE
        && !Double.isInfinite(constant.doubleValue())) {
      constants.add(constant);
    }
  }

  private static void addIntervals(SortedSet<BigDecimal> constants, Set<String> samples) {
    BigDecimal before = null;
    for (BigDecimal constant : constants) {
      samples.add(plain(constant));
      if (before == null) {
        samples.add(plain(constant.subtract(BigDecimal.ONE)));
      } else {
        samples.add(plain(before.add(constant).divide(BigDecimal.valueOf(2))));
      }
      before = constant;
    }
    if (before != null) {
      samples.add(plain(before.add(BigDecimal.ONE)));
    }
  }

  private static String plain(BigDecimal number) {
    String text = number.stripTrailingZeros().toPlainString();
    return text.length() < 40 ? text : number.toString();
  }

  private static boolean isNumber(String text) {
    return Json.read(text).value() instanceof Json.Num;
  }
}
