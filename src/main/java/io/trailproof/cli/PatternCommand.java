package io.trailproof.cli;

import io.trailproof.check.result.CheckResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Documents;
import io.trailproof.document.Node;
import io.trailproof.document.Unquoted;
import io.trailproof.input.InputError;
import io.trailproof.pattern.Language;
import io.trailproof.pattern.PatternJson;
import io.trailproof.pattern.PatternStudy;
import io.trailproof.pattern.PatternText;
import io.trailproof.pattern.QueryStudy;
import io.trailproof.pattern.TriedRecord;
import io.trailproof.pattern.Vectors;
import io.trailproof.report.Reporter;
import io.trailproof.report.TextReport;
import io.trailproof.rule.Rule;
import io.trailproof.rule.SuggestedPatterns;
import io.trailproof.rule.Verdict;
import io.trailproof.source.Limits;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** {@code trailproof pattern}: what a filter pattern means, and what it covers. */
final class PatternCommand implements Command {
  private static final String RULE = "--rule";
  private static final String RECORD = "--record";
  private static final String VECTORS = "--vectors";
  private static final String SUGGEST = "--suggest";
  private static final String LANGUAGE = "--language";
  private static final String FORMAT = "--format";
  private static final String COLOUR = "--color";
  private static final String STANDARD_INPUT = "-";
  private static final Pattern LINE_BREAK = Pattern.compile("\\r?\\n\\z");
  private static final String DEFAULT_RULE = "iam-policy-changes";

  @Override
  public String name() {
    return "pattern";
  }

  @Override
  public Usage usage() {
    Usage usage =
        new Usage(
            "trailproof pattern",
            "Explains a CloudWatch Logs filter pattern, or a Logs Insights query, and the events it"
                + " covers.",
            "Exit codes: 0 covers every event of the rule, 1 does not, 2 usage, 3 unreadable file"
                + " or unwritable report, 70 internal error.");
    usage.words(
        "PATTERN",
        Usage.Count.ONE_OR_NONE,
        "the pattern or query, or - to read it from standard input; one that begins with -"
            + " stands after --");
    usage.texts(
        "ID",
        "the rule whose events count (default: "
            + DEFAULT_RULE
            + "); with "
            + SUGGEST
            + " it may be several",
        RULE);
    RulesAtHand.option(usage);
    usage.text(
        "FILE",
        "try the records of a file (- for standard input): one JSON text, or one a line; also those"
            + " that EventBridge or the AWS CLI hands out",
        RECORD);
    usage.text("FILE", "run a file of vectors and report in JSON", VECTORS);
    usage.flag("print the fewest patterns that cover the events", SUGGEST);
    usage.text(
        "LANGUAGE",
        "filter, or insights for a query as log alarms run it (default: filter)",
        LANGUAGE);
    usage.text("FORMAT", "text or json (default: text)", "-f", FORMAT);
    usage.text("WHEN", "auto, always or never (default: auto)", COLOUR);
    return usage;
  }

  @Override
  public ExitCode run(Arguments arguments, Terminal terminal) {
    String vectors = arguments.text(VECTORS).orElse(null);
    Language language =
        Language.of(Options.oneOf(arguments, LANGUAGE, Language.FILTER.word(), Language.words()));
    if (vectors != null) {
      return vectors(vectors, language, terminal);
    }
    RulesAtHand known = RulesAtHand.of(arguments);
    if (!known.broken().isEmpty()) {
      return known.refuse(terminal);
    }
    List<Rule> rules = rules(arguments, known);
    if (arguments.has(SUGGEST)) {
      suggested(rules, language).forEach(pattern -> terminal.out().append(pattern).append('\n'));
      return ExitCode.PROVEN;
    }
    String pattern = arguments.word(0).orElse(null);
    if (pattern == null) {
      throw new Misuse("a pattern is missing; `-` reads it from standard input");
    }
    if (rules.size() > 1) {
      throw new Misuse(
          "a pattern is held against one rule at a time; several `"
              + RULE
              + "` go with "
              + SUGGEST);
    }
    return study(pattern, rules.get(0), language, arguments, terminal);
  }

  private static List<String> suggested(List<Rule> rules, Language language) {
    return language == Language.INSIGHTS
        ? rules.stream().map(Rule::suggestedQuery).distinct().toList()
        : SuggestedPatterns.of(rules.stream().flatMap(rule -> rule.events().stream()).toList());
  }

  private static List<Rule> rules(Arguments arguments, RulesAtHand known) {
    return ruleIds(arguments).stream().distinct().map(known::named).toList();
  }

  private static List<String> ruleIds(Arguments arguments) {
    return arguments.has(RULE) ? arguments.texts(RULE) : List.of(DEFAULT_RULE);
  }

  private static ExitCode study(
      String given, Rule rule, Language language, Arguments arguments, Terminal terminal) {
    String format = Options.oneOf(arguments, FORMAT, "text", List.of("text", "json"));
    Terminal.Colour colour = Options.colour(arguments, COLOUR);
    String records = arguments.text(RECORD).orElse(null);
    if (given.equals(STANDARD_INPUT) && given.equals(records)) {
      throw new Misuse("the pattern and the records cannot both come from standard input");
    }
    String reading = STANDARD_INPUT;
    try {
      String pattern = given;
      if (given.equals(STANDARD_INPUT)) {
        SourceFile input = open(STANDARD_INPUT, terminal);
        if (input.length() == 0) {
          // An empty pattern covers everything; a command before us that failed must not look so.
          return unreadable(InputError.NOTHING_PIPED.of(STANDARD_INPUT), terminal);
        }
        // The line break that an editor leaves at the end is not meant.
        pattern = LINE_BREAK.matcher(input.text()).replaceFirst("");
      }
      reading = records == null ? reading : records;
      List<TriedRecord> tried =
          records == null ? List.of() : TriedRecord.of(open(records, terminal));
      PatternStudy study =
          language == Language.INSIGHTS
              ? QueryStudy.of(pattern, rule.events(), tried)
              : PatternStudy.of(pattern, rule.events(), tried);
      if (format.equals("json")) {
        PatternJson.write(study, rule.id(), terminal.out());
      } else {
        new PatternText(terminal.style(colour, false), rule.id()).write(study, terminal.out());
      }
      return study.verdict() == Verdict.PASS ? ExitCode.PROVEN : ExitCode.FINDINGS;
    } catch (UnreadableSource e) {
      return unreadable(InputError.unreadable(reading, e), terminal);
    } catch (IOException e) {
      return unreadable(InputError.BROKEN_OFF.of(reading), terminal);
    }
  }

  private static ExitCode vectors(String name, Language language, Terminal terminal) {
    if (language != Language.FILTER) {
      throw new Misuse("vectors are of filter patterns, not of `" + language.word() + "`");
    }
    try {
      Outcome<Node> read = Documents.read(open(name, terminal));
      if (read.value().isEmpty()) {
        return diagnostics(Unquoted.all(read.diagnostics()), terminal);
      }
      Outcome<Vectors> run = Vectors.run(read.value().orElseThrow());
      if (!run.diagnostics().isEmpty() || run.value().isEmpty()) {
        return diagnostics(Unquoted.all(run.diagnostics()), terminal);
      }
      PatternJson.write(run.value().orElseThrow(), terminal.out());
      return run.value().orElseThrow().wrong().isEmpty() ? ExitCode.PROVEN : ExitCode.FINDINGS;
    } catch (UnreadableSource e) {
      return unreadable(InputError.unreadable(name, e), terminal);
    } catch (IOException e) {
      return unreadable(InputError.BROKEN_OFF.of(name), terminal);
    }
  }

  private static ExitCode unreadable(Diagnostic why, Terminal terminal) {
    return diagnostics(List.of(why), terminal);
  }

  private static ExitCode diagnostics(List<Diagnostic> diagnostics, Terminal terminal) {
    Reporter text = new TextReport(terminal.style(Terminal.Colour.NEVER, false), true);
    try {
      text.write(CheckResult.of(diagnostics), terminal.err());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return ExitCode.UNREADABLE;
  }

  private static SourceFile open(String name, Terminal terminal)
      throws UnreadableSource, IOException {
    return name.equals(STANDARD_INPUT)
        ? SourceFile.read(name, terminal.in(), Limits.PATTERN_BYTES)
        : SourceFile.open(name);
  }
}
