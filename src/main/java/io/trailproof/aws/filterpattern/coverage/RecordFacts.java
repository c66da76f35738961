package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.Selector.PathStep;
import io.trailproof.aws.filterpattern.coverage.ValueSet.Kinds;
import io.trailproof.aws.filterpattern.coverage.ValueSet.Side;
import io.trailproof.aws.filterpattern.syntax.Range;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What always holds of CloudTrail management records, read from {@code cloudtrail-record.facts}.
 */
final class RecordFacts {
  private static final String RESOURCE = "/io/trailproof/aws/filterpattern/cloudtrail-record.facts";

  /** Holds of every record that meets the premise. */
  record Rule(@Nullable JsonExpression premise, JsonExpression conclusion) {
    List<JsonExpression.Test> tests() {
      List<JsonExpression.Test> tests = new ArrayList<>();
      if (premise != null) {
        tests.addAll(premise.tests());
      }
      tests.addAll(conclusion.tests());
      return tests;
    }
  }

  private final RecordField record =
      new RecordField(ValueSet.of(Kinds.OBJECT), false, "", new LinkedHashMap<>());
  private final List<List<PathStep>> always = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Rule> success = new ArrayList<>();
  private final List<Rule> failure = new ArrayList<>();

  /** The service of which all records are; empty if they may be of any. */
  private final Optional<String> only;

  /** The service that the lines at hand are about; empty for all. */
  private String source = "";

  /** Fields that some records lack, with what those records are like; none of calls lacks them. */
  private final Map<List<PathStep>, String> lacking = new LinkedHashMap<>();

  private boolean callsAlone;

  /** Those of records of any service. */
  RecordFacts(String text) {
    this(text, Optional.empty());
  }

  private RecordFacts(String text, Optional<String> only) {
    this.only = only;
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(this::line);
    lacking.forEach(this::lack);
  }

  /** The bundled facts, of the standard partition. */
  static RecordFacts bundled() {
    return of(Optional.empty(), Bundled.REGION);
  }

  /** The bundled facts about records of calls. */
  static RecordFacts ofCalls() {
    return of(Optional.of("iam.amazonaws.com"), Bundled.REGION);
  }

  /**
   * The bundled facts, where the calls of IAM are recorded in that Region (F6).
   *
   * @param source the service of which all records are, if they are of one
   */
  static RecordFacts of(Optional<String> source, String iamRegion) {
    return Bundled.FACTS.computeIfAbsent(
        List.of(source.orElse(""), iamRegion),
        any -> new RecordFacts(Bundled.TEXT.replace(Bundled.IAM_REGION, iamRegion), source));
  }

  private static final class Bundled {
    private static final String IAM_REGION = "{iam-region}";
    private static final String REGION = "us-east-1";
    private static final String TEXT = resource();
    private static final Map<List<String>, RecordFacts> FACTS = new ConcurrentHashMap<>();

    /** What is read once for the records of every service. */
    private static final Map<String, JsonExpression> READ = new ConcurrentHashMap<>();

    private static String resource() {
      try (InputStream in =
          Objects.requireNonNull(RecordFacts.class.getResourceAsStream(RESOURCE), RESOURCE)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The record as a whole, with the documented fields below it. */
  RecordField record() {
    return record;
  }

  /** Where every record has something. */
  List<List<PathStep>> always() {
    return always;
  }

  List<Rule> rules() {
    return rules;
  }

  /** What holds besides of the record of a call that changed something. */
  List<Rule> success() {
    return success;
  }

  /** What holds besides of the record of a call that was refused. */
  List<Rule> failure() {
    return failure;
  }

  private void line(String line) {
    int blank = line.indexOf(' ');
    String rest = line.substring(blank + 1);
    switch (blank < 0 ? line : line.substring(0, blank)) {
      case "source" -> source = rest.strip();
      case "calls" -> callsAlone |= only.equals(Optional.of(source));
      case "lacks" -> {
        int condition = rest.indexOf(" if ");
        lacking.put(path(rest.substring(0, condition)), rest.substring(condition + 4));
      }
      case "field" -> field(rest);
      case "fact" -> add(rules, "", rest);
      case "if" -> {
        int then = rest.indexOf("} then {");
        add(rules, rest.substring(0, then + 1), rest.substring(then + 7));
      }
      case "success" -> add(success, "", rest);
      case "failure" -> add(failure, "", rest);
      default -> throw new IllegalStateException("unreadable fact: " + line);
    }
  }

  /** Of a line about another service than all records are of, nothing is kept. */
  private void add(List<Rule> rules, String premise, String conclusion) {
    boolean ofAny = source.isEmpty() || only.equals(Optional.of(source));
    if (!ofAny && only.isPresent()) {
      return;
    }
    List<JsonExpression> premises = new ArrayList<>();
    if (!ofAny) {
      premises.add(expression("{ $.eventSource = \"" + source + "\" }"));
    }
    if (!premise.isEmpty()) {
      premises.add(expression(premise));
    }
    rules.add(
        new Rule(
            premises.size() == 2
                ? new JsonExpression.And(premises, new Range(0, 0))
                : premises.stream().findFirst().orElse(null),
            expression(conclusion)));
  }

  private void field(String line) {
    int equals = line.indexOf("= ");
    String sample = equals < 0 ? "" : line.substring(equals + 2).strip();
    String[] words = (equals < 0 ? line : line.substring(0, equals)).strip().split(" +", -1);
    List<PathStep> path = path(words[0]);
    int kinds = words[1].equals("always") ? 0 : Kinds.ABSENT;
    boolean text = false;
    for (String kind : words[2].split(",", -1)) {
      switch (kind) {
        case "string" -> text = true;
        case "object" -> kinds |= Kinds.OBJECT;
        case "array" -> kinds |= Kinds.ARRAYS;
        case "boolean" -> kinds |= Kinds.TRUE | Kinds.FALSE;
        case "null" -> kinds |= Kinds.NULL;
        default -> throw new IllegalStateException("unreadable kind: " + kind);
      }
    }
    boolean open = words.length > 3 && words[3].equals("open");
    ValueSet values = new ValueSet(kinds, text ? Side.all() : Side.none(), Side.none());
    if ((kinds & Kinds.ABSENT) == 0) {
      always.add(path);
    }
    above(path)
        .put(
            path.get(path.size() - 1),
            new RecordField(values, open, sample, new LinkedHashMap<>()));
  }

  private static List<PathStep> path(String text) {
    return List.of(text.strip().split("\\.", -1)).stream()
        .map(name -> (PathStep) new PathStep.Key(name))
        .toList();
  }

  /** The fields among which a path ends. */
  private Map<PathStep, RecordField> above(List<PathStep> path) {
    RecordField above = record;
    for (PathStep step : path.subList(0, path.size() - 1)) {
      above = Objects.requireNonNull(above.below().get(step), path.toString());
    }
    return above.below();
  }

  /** A field that records of calls alone always have, and others may lack. */
  private void lack(List<PathStep> path, String condition) {
    String selector = "$" + path.stream().map(PathStep::print).collect(Collectors.joining());
    JsonExpression there = expression("{ " + selector + " != \"\" }");
    if (callsAlone) {
      rules.add(new Rule(null, there));
      return;
    }
    PathStep last = path.get(path.size() - 1);
    RecordField field = Objects.requireNonNull(above(path).get(last), selector);
    ValueSet values = field.values();
    above(path)
        .put(
            last,
            new RecordField(
                new ValueSet(values.kinds() | Kinds.ABSENT, values.text(), values.number()),
                field.open(),
                field.sample(),
                field.below()));
    always.remove(path);
    rules.add(
        new Rule(
            null, new JsonExpression.Or(List.of(expression(condition), there), new Range(0, 0))));
  }

  private static JsonExpression expression(String pattern) {
    return Bundled.READ.computeIfAbsent(pattern, RecordFacts::parsed);
  }

  private static JsonExpression parsed(String pattern) {
    return FilterPattern.parse(pattern)
        .match(
            accepted ->
                accepted
                    .pattern()
                    .match(
                        json -> json.expression(),
                        space -> unreadable(pattern),
                        terms -> unreadable(pattern),
                        regex -> unreadable(pattern),
                        empty -> unreadable(pattern)),
            rejected ->
                unreadable(
                    rejected.rejections().stream()
                        .map(r -> r.message())
                        .collect(Collectors.joining("; "))));
  }

  private static JsonExpression unreadable(String what) {
    throw new IllegalStateException("unreadable fact: " + what);
  }

  /**
   * A documented field of a CloudTrail record.
   *
   * @param values what it may be, absent included
   * @param open true if anything may be below it
   * @param sample what a witness shows where nothing else is asked; empty if there is none
   * @param below the documented fields below it, in the order of a record
   */
  record RecordField(
      ValueSet values, boolean open, String sample, Map<PathStep, RecordField> below) {}
}
