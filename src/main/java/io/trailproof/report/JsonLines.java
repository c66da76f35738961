package io.trailproof.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.InputFile;
import io.trailproof.check.result.Tally;
import io.trailproof.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;

/**
 * A result of one line for each deployment and each diagnostic, and a last one for the run, so that
 * any number of deployments can be written as they are judged. What stands in a line is what {@code
 * docs/result.schema.json} promises of the same in a whole result; the member {@code line} says
 * what it is about.
 */
public final class JsonLines implements Reporter {
  private final String version;
  private final int exitCode;

  /** A report that states the version of the tool and the exit code of the run. */
  JsonLines(String version, int exitCode) {
    this.version = version;
    this.exitCode = exitCode;
  }

  @Override
  public void write(CheckResult result, Appendable out) throws IOException {
    for (DeploymentResult deployment : result.deployments()) {
      deployment(
          deployment,
          result.files().stream()
              .filter(file -> deployment.inputs().contains(file.path()))
              .toList(),
          out);
    }
    for (Diagnostic diagnostic : result.diagnostics()) {
      diagnostic(diagnostic, out);
    }
    last(result, result.tally(), version, exitCode, out);
  }

  /** The line of a deployment. */
  public static void deployment(DeploymentResult deployment, List<InputFile> files, Appendable out)
      throws IOException {
    line(
        "deployment",
        out,
        json -> {
          json.writeFieldName("deployment");
          JsonReport.deployment(deployment, json);
          json.writeArrayFieldStart("before");
          JsonReport.before(deployment, json);
          json.writeEndArray();
          JsonBasis.files(files, json);
        });
  }

  /** The line of something that is said of an input, or of what decides beside the inputs. */
  public static void diagnostic(Diagnostic diagnostic, Appendable out) throws IOException {
    line(
        "diagnostic",
        out,
        json -> {
          json.writeFieldName("diagnostic");
          JsonReport.diagnostic(diagnostic, json);
        });
  }

  /**
   * The last line.
   *
   * @param run what is to be said of the run; its deployments and diagnostics have their own lines
   */
  public static void last(
      CheckResult run, Tally tally, String version, int exitCode, Appendable out)
      throws IOException {
    line(
        "run",
        out,
        json -> {
          JsonReport.tool(version, json);
          JsonBasis.basis(run, json);
          JsonBasis.leftOut(run, json);
          json.writeNumberField("deployments", tally.deployments());
          JsonBasis.summary(tally, json);
          json.writeNumberField("exitCode", exitCode);
        });
  }

  private static void line(String about, Appendable out, PrettyJson.Members members)
      throws IOException {
    PrettyJson.line(
        out,
        (JsonGenerator json) -> {
          json.writeStringField("format", Format.CONTRACT);
          json.writeStringField("line", about);
          members.write(json);
        });
  }
}
