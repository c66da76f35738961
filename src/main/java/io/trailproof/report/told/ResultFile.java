package io.trailproof.report.told;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.InputFile;
import io.trailproof.check.result.Tally;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.BrokenJson;
import io.trailproof.document.JsonStream;
import io.trailproof.document.Node;
import io.trailproof.document.RootMembers;
import io.trailproof.document.Unquoted;
import io.trailproof.report.Format;
import io.trailproof.rule.Verdict;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import io.trailproof.source.UnreadableSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * A file that holds a result, in one piece or as lines: one deployment of it after another is read
 * and forgotten but for what reports show.
 */
public final class ResultFile {
  private static final String DEPLOYMENT = "deployment";
  private static final String DEPLOYMENTS = "deployments";
  private static final String DIAGNOSTIC = "diagnostic";
  private static final String DIAGNOSTICS = "diagnostics";
  private static final String BEFORE = "before";
  private static final String EXIT_CODE = "exitCode";
  private static final String FILES = "files";
  private static final String FORMAT = "format";
  private static final String LINE = "line";
  private static final String RUN = "run";

  private final SourceFile file;
  private final List<DeploymentResult> deployments = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<InputFile> files = new ArrayList<>();
  private final Set<InputFile> distinct = new HashSet<>();

  private final ToIntFunction<CheckResult> exitCode;

  private ResultFile(SourceFile file, ToIntFunction<CheckResult> exitCode) {
    this.file = file;
    this.exitCode = exitCode;
  }

  /** Says that there is no text to read. */
  public static Diagnostic unreadable(String name, UnreadableSource why) {
    return why.place()
        .map(place -> Unquoted.of(ResultError.UNREADABLE.at(place, why.reason())))
        .orElseGet(() -> ResultError.UNREADABLE.of(name, why.reason()));
  }

  /** Says that what comes stops before its end. */
  public static Diagnostic brokenOff(String name) {
    return ResultError.UNREADABLE.of(name, "cannot be read");
  }

  /**
   * The result that a file holds, or the first thing that is wrong with it, by place and key: who
   * names the plan in place of the result must not be shown what stands there.
   *
   * @param exitCode what a result comes to, which is what it states
   */
  public static Outcome<ToldRun> read(SourceFile file, ToIntFunction<CheckResult> exitCode) {
    try {
      RootMembers root =
          JsonStream.outline(
              file, seen -> seen.has(FORMAT) && seen.count(Set.of(LINE, "tool")) > 0);
      ResultFile result = new ResultFile(file, exitCode);
      return Outcome.of(root.has(LINE) ? result.lines() : result.whole());
    } catch (BrokenJson e) {
      return Outcome.failed(Unquoted.of(e.diagnostic()));
    }
  }

  private ToldRun whole() throws BrokenJson {
    List<Node.Member> rest = new ArrayList<>();
    List<Members> before = new ArrayList<>();
    Span start = file.span(0, Math.min(1, file.length()));
    try (JsonStream stream = JsonStream.open(file)) {
      if (!stream.isObject()) {
        throw new BrokenJson(ResultError.NO_RESULT.at(start));
      }
      stream.members(
          key -> {
            if (rest.isEmpty() && !key.equals(FORMAT)) {
              throw new BrokenJson(ResultError.NO_RESULT.at(start));
            }
            if (key.equals(FORMAT)) {
              Span at = stream.here();
              format(stream.text(), at);
              rest.add(new Node.Member(at, key, new Node.Scalar(at, Node.Kind.NULL, "", null)));
            } else if (key.equals(DEPLOYMENTS)) {
              stream.elements(() -> deployment(Members.of(DEPLOYMENTS, stream.node())));
            } else if (key.equals(DIAGNOSTICS)) {
              stream.elements(() -> diagnostic(Members.of(DIAGNOSTICS, stream.node())));
            } else if (key.equals(BEFORE)) {
              stream.elements(() -> before.add(Members.of(BEFORE, stream.node())));
            } else {
              rest.add(new Node.Member(stream.here(), key, stream.node()));
            }
          });
      stream.finish();
    }
    Members run = Members.of(RUN, new Node.Mapping(start, rest, null));
    for (InputFile one : run.objects(FILES, ToldBasis::file)) {
      file(one);
    }
    return run(run, ToldDeployment.after(deployments, before));
  }

  private ToldRun lines() throws BrokenJson {
    List<ToldRun> ended = new ArrayList<>();
    for (long at = 0; at < file.length(); ) {
      Span line = file.line(at);
      String text = line.end() - line.start() > 1 ? "" : line.text();
      if (line.end() > line.start() && !text.equals(" ")) {
        if (!ended.isEmpty()) {
          throw new BrokenJson(ResultError.AFTER_THE_END.at(file.span(at, at + 1)));
        }
        line(node(line), ended);
      }
      at = next(line.end());
    }
    if (ended.isEmpty()) {
      throw new BrokenJson(ResultError.CUT_OFF.at(file.span(file.length(), file.length())));
    }
    return ended.get(0);
  }

  private long next(long end) {
    byte[] after = file.bytes(end, end + 2);
    return end + (after.length == 2 && after[0] == '\r' && after[1] == '\n' ? 2 : 1);
  }

  private Node node(Span line) throws BrokenJson {
    Outcome<Node> read = JsonStream.read(file.part(file.name(), line.start(), line.end()));
    if (read.built() == null) {
      throw new BrokenJson(read.diagnostics().get(0));
    }
    return read.built();
  }

  private void line(Node node, List<ToldRun> ended) throws BrokenJson {
    Members line = Members.of(LINE, node);
    format(line.text(FORMAT), node.span());
    switch (line.text(LINE)) {
      case DEPLOYMENT -> {
        List<DeploymentResult> one = List.of(ToldDeployment.of(line.object(DEPLOYMENT)));
        deployments.addAll(ToldDeployment.after(one, line.objects(BEFORE, any -> any)));
        for (InputFile judged : line.objects(FILES, ToldBasis::file)) {
          file(judged);
        }
      }
      case DIAGNOSTIC -> diagnostic(line.object(DIAGNOSTIC));
      case RUN -> {
        line.agree(
            line.number(DEPLOYMENTS, 0) + " deployments", deployments.size() + " deployments");
        ended.add(run(line, deployments));
      }
      default -> throw line.refused(ResultError.NO_SUCH_WORD, line.text(LINE), LINE);
    }
  }

  private static void format(String said, Span at) throws BrokenJson {
    if (!said.equals(Format.CONTRACT)) {
      throw new BrokenJson(
          said.startsWith("trailproof-result/")
              ? ResultError.OTHER_FORMAT.at(at, said, Format.CONTRACT)
              : ResultError.NO_RESULT.at(at));
    }
  }

  private void deployment(Members told) throws BrokenJson {
    deployments.add(ToldDeployment.of(told));
  }

  private void diagnostic(Members told) throws BrokenJson {
    diagnostics.add(ToldDiagnostic.of(told));
  }

  private void file(InputFile one) {
    if (distinct.add(one)) {
      files.add(one);
    }
  }

  private ToldRun run(Members run, List<DeploymentResult> judged) throws BrokenJson {
    CheckResult result =
        new CheckResult(
            judged,
            diagnostics,
            ToldBasis.gate(run),
            ToldBasis.of(run),
            ToldBasis.leftOut(run),
            files);
    agree(run, result);
    return new ToldRun(file.name(), run.object("tool").own("version"), result);
  }

  /** Holds the counts and the exit code that a result states against what it holds. */
  private void agree(Members run, CheckResult result) throws BrokenJson {
    Members summary = run.object("summary");
    Tally tally = result.tally();
    Map<String, Integer> counted = new LinkedHashMap<>();
    counted.put("pass", tally.count(Verdict.PASS));
    counted.put("fail", tally.count(Verdict.FAIL));
    counted.put("unknown", tally.count(Verdict.UNKNOWN));
    counted.put("notApplicable", tally.notApplicable());
    counted.put("informational", tally.informational());
    for (Map.Entry<String, Integer> one : counted.entrySet()) {
      summary.agree(
          one.getKey() + " " + summary.count(one.getKey()), one.getKey() + " " + one.getValue());
    }
    run.agree(
        EXIT_CODE + " " + run.count(EXIT_CODE), EXIT_CODE + " " + exitCode.applyAsInt(result));
  }
}
