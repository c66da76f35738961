package io.trailproof.report;

import io.trailproof.report.text.Style;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The formats of a result: what {@code --format} takes, in the order in which help lists them.
 *
 * <p>The command line, README and the tests that hold for every format read this list.
 */
public enum Format {
  TEXT("text", "for people at a terminal", "txt") {
    @Override
    public Reporter reporter(Surroundings run) {
      return new TextReport(run.style, run.quiet);
    }
  },
  JSON("json", "as `docs/result.schema.json` promises", "json") {
    @Override
    public Reporter reporter(Surroundings run) {
      return new JsonReport(run.version.get(), run.exitCode);
    }
  },
  JSONL("jsonl", "JSON, a line for each deployment as soon as it is judged", "jsonl") {
    @Override
    public Reporter reporter(Surroundings run) {
      return new JsonLines(run.version.get(), run.exitCode);
    }
  },
  GITHUB("github", "annotations of a GitHub workflow", "github.txt") {
    @Override
    public Reporter reporter(Surroundings run) {
      return new GithubReport();
    }
  },
  SARIF("sarif", "for code scanning", "sarif") {
    @Override
    public Reporter reporter(Surroundings run) {
      return new SarifReport(run.version.get(), run.exitCode);
    }
  },
  GITLAB("gitlab", "GitLab Code Quality", "gitlab.json") {
    @Override
    public Reporter reporter(Surroundings run) {
      return new GitlabReport();
    }
  },
  JUNIT("junit", "JUnit XML, a case for each event", "junit.xml") {
    @Override
    public Reporter reporter(Surroundings run) {
      return new JunitReport();
    }
  },
  MARKDOWN("markdown", "the comment of a pull request", "md") {
    @Override
    public Reporter reporter(Surroundings run) {
      return new MarkdownReport(run.version.get(), MarkdownReport.COMMENT);
    }
  },
  HTML("html", "one page with the proof drawn", "html") {
    @Override
    public Reporter reporter(Surroundings run) {
      return new HtmlReport(run.version.get(), run.exitCode);
    }
  };

  /** What a result in JSON calls its format: {@code docs/result.schema.json}. */
  public static final String CONTRACT = "trailproof-result/1";

  private final String word;
  private final String description;
  private final String extension;

  Format(String word, String description, String extension) {
    this.word = word;
    this.description = description;
    this.extension = extension;
  }

  /**
   * What a report knows of the run beside its result.
   *
   * @param quiet leaves out what is proven
   * @param version of the program
   * @param exitCode with which the run ends
   */
  public record Surroundings(Style style, boolean quiet, Supplier<String> version, int exitCode) {}

  /** The word that users give. */
  public String word() {
    return word;
  }

  /** What it is for, in a few words. */
  public String description() {
    return description;
  }

  /** How a file of this format ends, without the dot. */
  public String extension() {
    return extension;
  }

  /** What writes it. */
  public abstract Reporter reporter(Surroundings run);

  /** True if it tells which bytes were judged. */
  public boolean showsBytes() {
    return this == JSON || this == JSONL || this == HTML;
  }

  /** What writes the summary of a step of a GitHub workflow. */
  public static Reporter stepSummary(Surroundings run) {
    return new MarkdownReport(run.version.get(), MarkdownReport.SUMMARY);
  }

  /** The format of this word, if there is one. */
  public static Optional<Format> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  /** All words, in order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Format::word).toList();
  }
}
