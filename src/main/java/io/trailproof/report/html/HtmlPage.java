package io.trailproof.report.html;

import io.trailproof.check.result.CheckResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.report.summary.Check;
import io.trailproof.report.summary.ControlWords;
import io.trailproof.report.summary.Flow;
import io.trailproof.report.summary.Headline;
import io.trailproof.report.summary.Phrase;
import io.trailproof.report.summary.Problem;
import io.trailproof.report.summary.Problems;
import io.trailproof.report.summary.Stamp;
import io.trailproof.report.summary.Words;
import io.trailproof.report.text.CleanText;
import io.trailproof.report.text.Markup;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.Optional;

/** A run as one page: the band, the chain or the overview, problems, events, and the evidence. */
public final class HtmlPage {
  private static final int MOST_CARDS = 50;
  private static final int MOST_WAYS = 4;

  private final CheckResult result;
  private final String version;
  private final int exitCode;
  private final List<Check> checks;
  private final Problems problems;
  private final Headline headline;
  private final List<Timeline> timelines;
  private final PageStyle style;
  private final Markup page = new Markup();

  /** The page of a run. */
  public HtmlPage(CheckResult result, String version, int exitCode) {
    this(result, version, exitCode, List.of());
  }

  /** The page of a run with what becomes of some things on their way, a section each. */
  public HtmlPage(CheckResult result, String version, int exitCode, List<Timeline> timelines) {
    this.timelines = List.copyOf(timelines);
    this.style = timelines.isEmpty() ? PageStyle.PLAIN : PageStyle.WITH_TIMELINES;
    this.result = result;
    this.version = version;
    this.exitCode = exitCode;
    this.checks = Check.of(result);
    this.problems = Problems.of(result);
    this.headline = Headline.of(result);
  }

  /** All of it. */
  public String text() {
    page.own("<!DOCTYPE html>\n").open("html", "lang", "en");
    head();
    page.open("body").own(Icon.symbols()).line();
    band();
    page.open("main");
    unread();
    if (checks.size() == 1) {
      chain(checks.get(0));
    } else if (!checks.isEmpty()) {
      page.open("section").element("h2", "Overview");
      Overview.into(checks, problems, page);
      page.close().line();
    }
    boolean proven = headline.stamp() == Stamp.PROVEN;
    timelines.forEach(one -> TimelineSection.into(one, page));
    cards("What is broken", problems.of(Verdict.FAIL));
    cards("What is unknown", problems.of(Verdict.UNKNOWN));
    if (!proven) {
      EventLists.into(checks, page);
    }
    RestsOn.into(checks, proven, page);
    if (proven) {
      EventLists.into(checks, page);
    }
    Benchmarks.into(result, page);
    PageEvidence.into(result, version, exitCode, page);
    return page.close().close().close().line().toString();
  }

  private void head() {
    page.open("head").empty("meta", "charset", "utf-8").line();
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", style.policy()).line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.element("title", title() + " – trailproof").line();
    page.own("<style>" + style.css() + "</style>").line().close().line();
  }

  private String title() {
    return headline.stamp().word() + ": " + CleanText.line(headline.sentence().text());
  }

  private String tone() {
    return switch (headline.stamp()) {
      case PROVEN -> "good";
      case BROKEN, INCOMPLETE -> "bad";
      case UNKNOWN -> "open";
      case NOT_APPLICABLE -> "none";
    };
  }

  private Icon icon() {
    return switch (headline.stamp()) {
      case PROVEN -> Icon.PROVEN;
      case BROKEN, INCOMPLETE -> Icon.BROKEN;
      case UNKNOWN -> Icon.UNKNOWN;
      case NOT_APPLICABLE -> Icon.NONE;
    };
  }

  private void band() {
    page.open("header", "class", tone());
    page.element("small", "trailproof report").open("h1");
    Html.icon(icon(), page);
    page.element("b", headline.stamp().word() + ":").text(" ");
    Html.phrase(headline.sentence(), page);
    page.close();
    paragraph(Optional.of(headline.lead()), "lead");
    paragraph(headline.delta(), "delta");
    headline
        .toDo()
        .ifPresent(
            toDo -> {
              page.open("p").element("b", "To do: ");
              Html.phrase(toDo.capital(), page);
              page.close();
            });
    open();
    facts();
    page.close().line();
  }

  /** Why a run does not fail though not all is proven. */
  private void open() {
    long accepted = problems.all().stream().filter(one -> one.acceptance().isPresent()).count();
    String why =
        accepted == problems.all().size()
            ? "all that was found is accepted"
            : accepted > 0
                ? "some findings are accepted, the gate lets the others pass"
                : "the gate lets it pass";
    if (!problems.all().isEmpty() && exitCode == 0) {
      page.element("p", "Does not fail the run: " + why + ".");
    }
  }

  private void paragraph(Optional<Phrase> phrase, String kind) {
    phrase
        .filter(one -> !one.text().isEmpty())
        .ifPresent(
            one -> {
              page.open("p", "class", kind);
              Html.phrase(one, page);
              page.close();
            });
  }

  private void facts() {
    page.open("ul");
    if (checks.size() == 1) {
      Check check = checks.get(0);
      page.element("li", "severity " + check.rule().rule().severity().word());
      page.open("li").text("rule ").element("code", check.rule().rule().id());
      page.text(newestControl(check.rule().rule())).close();
    } else if (!checks.isEmpty()) {
      page.element("li", Words.counted(checks.size(), "check"));
    }
    long assumed =
        checks.stream()
            .flatMap(one -> one.rule().assumptions().stream())
            .map(one -> one.code() + one.message())
            .distinct()
            .count();
    if (assumed > 0) {
      page.open("li")
          .element("a", "rests on " + Words.counted((int) assumed, "assumption"), "href", "#rests")
          .close();
    }
    List<String> inputs =
        result.deployments().stream().flatMap(one -> one.inputs().stream()).distinct().toList();
    page.open("li");
    if (inputs.size() == 1) {
      Html.address(inputs.get(0), page);
    } else {
      page.text(Words.counted(inputs.size(), "input"));
    }
    page.close().close();
  }

  private static String newestControl(Rule rule) {
    if (!rule.asked().isEmpty()) {
      return ", " + CleanText.line(ControlWords.asked(rule));
    }
    return ControlWords.newest(rule.controls())
        .map(one -> ", " + one.framework() + " " + one.version() + " control " + one.id())
        .orElse("");
  }

  private void unread() {
    List<Diagnostic> errors = result.diagnostics().stream().filter(Diagnostic::isError).toList();
    if (errors.isEmpty()) {
      return;
    }
    String title =
        errors.stream().allMatch(result::isOfConfiguration)
            ? "What is wrong with the configuration"
            : "What could not be read";
    page.open("section").element("h2", title).open("ul");
    for (Diagnostic error : errors) {
      page.open("li");
      Html.marked(Icon.BROKEN, "error", page);
      page.text(": ");
      Html.message(error.message(), page);
      page.empty("br").open("small");
      Html.address(
          error.primary() == null ? error.input() : error.primary().part().toString(), page);
      page.close();
      for (String help : error.help()) {
        page.empty("br");
        Html.message(help, page);
      }
      page.close();
    }
    page.close();
    if (!checks.isEmpty()) {
      page.element("p", "What could be judged follows.");
    }
    page.close().line();
  }

  private void chain(Check check) {
    page.open("section").element("h2", "The chain");
    List<Flow> flows = Flow.of(check);
    int number = 1;
    for (Flow flow : flows.subList(0, Math.min(MOST_WAYS, flows.size()))) {
      if (flows.size() > 1) {
        page.element(
            "h3",
            "Way %d of %d, by %s: %d of %s"
                .formatted(
                    number,
                    flows.size(),
                    flow.chain().title(),
                    flow.proofs().size(),
                    Words.counted(check.events(), "event")));
      }
      page.open("figure", "class", "chain");
      ChainDrawing.of(flow, check).into(page);
      page.close();
      LinkTable.into(flow, page);
      number++;
    }
    if (flows.size() > MOST_WAYS) {
      page.element("p", "and " + (flows.size() - MOST_WAYS) + " more ways");
    }
    page.close().line();
  }

  private void cards(String title, List<Problem> some) {
    if (some.isEmpty()) {
      return;
    }
    page.open("section").element("h2", title);
    for (Problem problem : some) {
      if (problem.number() <= MOST_CARDS) {
        ProblemCard.into(problem, checks.size() > 1, page);
      } else {
        page.open("p", "id", "p" + problem.number()).text(problem.label() + ": ");
        Html.message(problem.finding().message(), page);
        page.close();
      }
    }
    page.close().line();
  }
}
