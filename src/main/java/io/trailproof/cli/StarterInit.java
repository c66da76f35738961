package io.trailproof.cli;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.rule.Rule;
import io.trailproof.rule.choice.Answer;
import io.trailproof.source.PathName;
import io.trailproof.starter.ExistingGroup;
import io.trailproof.starter.Starter;
import io.trailproof.starter.Wanted;
import io.trailproof.starter.Watched;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a whole chain that proves, for {@code trailproof init}. */
final class StarterInit {
  static final String RULE = "--rule";
  static final String TRAIL = "--trail-arn";
  static final String GROUP = "--log-group-arn";
  static final String TOPIC = "--topic-arn";
  static final String EMAIL = "--email";
  static final String OUTPUT = "--output";
  static final String FORCE = "--force";

  private static final String STANDARD_OUTPUT = "-";
  private static final Predicate<String> IS_TRAIL =
      Pattern.compile("arn:[a-z-]+:cloudtrail:[a-z0-9-]+:\\d{12}:trail/[\\w.-]+")
          .asMatchPredicate();
  private static final Predicate<String> IS_TOPIC =
      Pattern.compile("arn:[a-z-]+:sns:[a-z0-9-]+:\\d{12}:[\\w-]+").asMatchPredicate();
  private static final Predicate<String> IS_ADDRESS =
      Pattern.compile("[\\w.!#%&*+/=?^|~-]+@[\\w-]+(\\.[\\w-]+)+").asMatchPredicate();

  /** A word that a shell takes as it is. */
  private static final Predicate<String> ORDINARY =
      Pattern.compile("[\\w./][\\w./-]*").asMatchPredicate();

  private final Starter starter;
  private final Arguments arguments;
  private final Terminal terminal;

  StarterInit(Starter starter, Arguments arguments, Terminal terminal) {
    this.starter = starter;
    this.arguments = arguments;
    this.terminal = terminal;
  }

  /** What only a chain takes. */
  static void options(Usage usage) {
    usage.texts(
        "ID",
        "tell of what this rule is about (default: the rules that are on); * stands for any"
            + " characters",
        RULE);
    RulesAtHand.option(usage);
    usage.text("ARN", "a trail that there is already; say as well which log group is its", TRAIL);
    usage.text("ARN", "a log group that there is already, by its ARN or its name", GROUP);
    usage.text("ARN", "a topic that there is already", TOPIC);
    usage.text("ADDRESS", "who is told; without it, whoever deploys is asked", EMAIL);
    usage.text("FILE", "write to a file (default: standard output)", "-o", OUTPUT);
    usage.flag("overwrite a file that is there", FORCE);
  }

  ExitCode run() {
    RulesAtHand all = RulesAtHand.of(arguments);
    if (!all.broken().isEmpty()) {
      return all.refuse(terminal);
    }
    List<Rule> rules = rules(all);
    Wanted wanted =
        new Wanted(
            rules.stream().map(Watched::of).toList(),
            text(TRAIL, IS_TRAIL, "the ARN of a trail"),
            group(),
            text(TOPIC, IS_TOPIC, "the ARN of a standard topic"),
            text(EMAIL, IS_ADDRESS, "an e-mail address"));
    fits(wanted);
    String file = arguments.text(OUTPUT).orElse(STANDARD_OUTPUT);
    List<String> proof = starter.proof(wanted, file, this::check);
    String written = starter.write(wanted, proof);
    if (file.equals(STANDARD_OUTPUT)) {
      terminal.out().append(written);
    } else {
      Optional<Diagnostic> failure = write(file, written);
      if (failure.isPresent()) {
        Complaint.of(failure.get()).to(terminal);
        return ExitCode.UNREADABLE;
      }
    }
    say(wanted, file, proof);
    return ExitCode.PROVEN;
  }

  private List<Rule> rules(RulesAtHand all) {
    if (!arguments.has(RULE)) {
      return all.rules().stream().filter(Rule::byDefault).filter(StarterInit::isServed).toList();
    }
    List<Answer> answers = new ArrayList<>();
    for (String word : arguments.texts(RULE)) {
      Answer answer = all.choice().ofId(word);
      if (answer instanceof Answer.Misnamed wrong) {
        throw new Misuse(wrong.message() + "; " + wrong.help());
      }
      if (((Answer.Chosen) answer).rules().stream().noneMatch(StarterInit::isServed)) {
        throw new Misuse(
            "rule `"
                + word
                + "` asks for no metric filter that sets off an alarm, which is what this writes");
      }
      answers.add(answer);
    }
    return all.choice().together(answers).stream().filter(StarterInit::isServed).toList();
  }

  /** True if the chain that is written is the one that the rule asks for. */
  private static boolean isServed(Rule rule) {
    return !rule.isAboutWords() && rule.chain().way().equals("metric-filter");
  }

  private Optional<String> text(String option, Predicate<String> isIt, String what) {
    Optional<String> given = arguments.text(option);
    given
        .filter(isIt.negate())
        .ifPresent(
            wrong -> {
              throw new Misuse("`" + option + "` takes " + what + ", not `" + wrong + "`");
            });
    return given;
  }

  private Optional<ExistingGroup> group() {
    Optional<String> given = arguments.text(GROUP);
    Optional<ExistingGroup> group = given.flatMap(ExistingGroup::of);
    if (given.isPresent() && group.isEmpty()) {
      throw new Misuse(
          "`" + GROUP + "` takes the ARN of a log group or its name, not `" + given.get() + "`");
    }
    return group;
  }

  private static void fits(Wanted wanted) {
    if (wanted.trail().isPresent() && wanted.group().isEmpty()) {
      throw new Misuse(
          "`" + TRAIL + "` needs `" + GROUP + "`: the filters look where that trail writes");
    }
    if (wanted.regions().size() > 1) {
      throw new Misuse(
          "a trail, its log group and the topic of its alarms are in one Region, not in "
              + Options.together(List.copyOf(wanted.regions())));
    }
    if (wanted.filters() > Wanted.MOST_FILTERS) {
      throw new Misuse(
          "it takes "
              + wanted.filters()
              + " metric filters, and a log group has at most "
              + Wanted.MOST_FILTERS
              + "; say `"
              + RULE
              + "`");
    }
  }

  private Optional<Diagnostic> write(String file, String text) {
    boolean isThere =
        PathName.of(file).filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS)).isPresent();
    return isThere && !arguments.has(FORCE)
        ? Optional.of(OutputError.THERE.of(file, file))
        : new ReportFile(file).write(text);
  }

  /** The command that proves it. */
  private String check(String input) {
    StringBuilder command = new StringBuilder("trailproof check ");
    RulesAtHand.folders(arguments).forEach(one -> append("--rules", one.name(), command));
    arguments.texts(RULE).forEach(word -> append(RULE, word, command));
    return command.append(input).toString();
  }

  private static void append(String option, String word, StringBuilder command) {
    boolean isOrdinary = ORDINARY.test(word);
    command.append(option).append(' ').append(isOrdinary ? word : "'" + word + "'").append(' ');
  }

  private void say(Wanted wanted, String file, List<String> commands) {
    boolean isShown = file.equals(STANDARD_OUTPUT);
    String existing = Options.together(wanted.existing());
    if (!existing.isEmpty()) {
      terminal
          .err()
          .println(
              "not written, so not proven by it: "
                  + existing
                  + "; the first comment says how `trailproof.yaml` declares what exists");
    }
    String proves =
        commands.stream().map(one -> "`" + one + "`").collect(Collectors.joining(", "))
            + (commands.size() == 1 ? " proves it" : " prove it")
            + (existing.isEmpty() ? "" : ", once what exists is declared or checked with it");
    if (isShown) {
      terminal.err().println("next: " + terminal.bare().plain(proves));
    } else {
      terminal
          .out()
          .append("wrote `")
          .append(terminal.bare().plain(file))
          .append("`; ")
          .append(terminal.bare().plain(proves))
          .append('\n');
    }
  }
}
