package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Node;
import io.trailproof.input.Clash;
import io.trailproof.input.FormatOption;
import io.trailproof.input.InputFormat;
import io.trailproof.input.Outline;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
import io.trailproof.report.Format;
import io.trailproof.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A fault of ours costs the input at hand: all others are judged, and every report says so. */
final class InternalFaultTest {
  private static final String SECRET = "S3CR3T";
  private static final String GOOD = "good.json";
  private static final String BAD = "bad.json";

  /** Where the planted fault lies. */
  private enum Stage {
    RECOGNISE,
    READ,
    GROUP,
    PART,
    CLASH
  }

  @TempDir Path folder;

  @BeforeEach
  void twoPlans() throws IOException {
    for (String name : List.of(GOOD, BAD)) {
      Files.copy(Path.of("fixtures/terraform/compliant/plan.json"), folder.resolve(name));
    }
  }

  /** The formats that there are, which fail on the file called bad. */
  private record Failing(InputFormat format, Stage stage, Supplier<Throwable> fault)
      implements InputFormat {
    private void at(Stage here, List<SourceFile> files) {
      if (here == stage && files.stream().anyMatch(file -> file.name().endsWith(BAD))) {
        sneak(fault.get());
      }
    }

    @SuppressWarnings("unchecked") // the compiler need not know what is thrown
    private static <T extends Throwable> void sneak(Throwable fault) throws T {
      throw (T) fault;
    }

    @Override
    public String id() {
      return format.id();
    }

    @Override
    public boolean recognises(Outline outline) {
      return format.recognises(outline);
    }

    @Override
    public boolean recognises(Node.Mapping root) {
      return format.recognises(root);
    }

    @Override
    public Optional<Diagnostic> refusal(byte[] head, String input) {
      if (stage == Stage.RECOGNISE && input.endsWith(BAD)) {
        sneak(fault.get());
      }
      return format.refusal(head, input);
    }

    @Override
    public Outcome<Reading> read(List<SourceFile> files, ReadSettings settings) {
      at(Stage.READ, files);
      return format.read(files, settings);
    }

    @Override
    public boolean isPart(SourceFile file) {
      at(Stage.PART, List.of(file));
      return format.isPart(file);
    }

    @Override
    public Set<Path> takenIn(SourceFile file) {
      return format.takenIn(file);
    }

    @Override
    public List<List<SourceFile>> groups(List<SourceFile> files) {
      at(Stage.GROUP, files);
      return format.groups(files);
    }

    @Override
    public List<Clash> clashes(List<SourceFile> files) {
      at(Stage.CLASH, files);
      return format.clashes(files);
    }

    @Override
    public Set<String> commonNotes() {
      return format.commonNotes();
    }
  }

  private static Supplier<Wiring> failing(Stage stage, Supplier<Throwable> fault) {
    return () ->
        new Wiring() {
          @Override
          Outcome<List<InputFormat>> formats(FormatOption.Given given) {
            Outcome<List<InputFormat>> all = super.formats(given);
            return new Outcome<>(
                all.value().orElseThrow().stream()
                    .<InputFormat>map(one -> new Failing(one, stage, fault))
                    .toList(),
                all.diagnostics());
          }
        };
  }

  private static Invocation.Ended run(Stage stage, Supplier<Throwable> fault, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(InputStream.nullInputStream(), stream(out), stream(err), Map.of(), Map.of());
    int status =
        CommandLine.run(new CheckCommand(failing(stage, fault)), arguments, terminal).status();
    terminal.out().flush();
    terminal.err().flush();
    return new Invocation.Ended(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @TestFactory
  List<DynamicTest> everyReportSaysThatWeFailAndWhatIsProven() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Format format : Format.values()) {
      tests.add(
          dynamicTest(
              format.word(),
              () -> {
                Invocation.Ended ended =
                    run(
                        Stage.READ,
                        () -> new IllegalStateException(SECRET),
                        "--each",
                        "-f",
                        format.word(),
                        file(BAD),
                        file(GOOD));
                assertEquals(70, ended.status(), ended.out());
                assertEquals("", ended.err());
                assertTrue(ended.out().contains("itself fails on it"), ended.out());
                assertTrue(ended.out().contains("IllegalStateException"), ended.out());
                assertTrue(ended.out().contains("InternalFaultTest"), "the place is said");
                assertFalse(ended.out().contains(SECRET), ended.out());
                assertFalse(ended.out().contains("\tat "), "that is no stack trace");
              }));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> othersAreJudgedWhereverWeFail() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      for (Supplier<Throwable> fault :
          List.<Supplier<Throwable>>of(
              () -> new IllegalStateException(SECRET),
              () -> new StackOverflowError(SECRET),
              () -> new AssertionError(SECRET),
              () -> new NoClassDefFoundError(SECRET))) {
        tests.add(
            dynamicTest(
                stage + " " + fault.get().getClass().getSimpleName(),
                () -> othersAreJudged(stage, fault)));
      }
    }
    return tests;
  }

  private void othersAreJudged(Stage stage, Supplier<Throwable> fault) {
    List<String> arguments = new ArrayList<>(List.of("-f", "json"));
    switch (stage) {
      case GROUP -> arguments.add(folder.toString());
      case PART -> arguments.addAll(List.of("--each", folder.toString()));
      default -> arguments.addAll(List.of("--each", file(BAD), file(GOOD)));
    }
    Invocation.Ended ended = run(stage, fault, arguments.toArray(String[]::new));
    assertEquals(70, ended.status(), ended.out());
    assertTrue(ended.out().contains("\"verdict\" : \"pass\""), ended.out());
    assertTrue(ended.out().contains("\"code\" : \"internal\""), ended.out());
    assertFalse(ended.out().contains(SECRET), ended.out());
  }

  @Test
  void whatWeFailOnIsNeverProven() {
    Invocation.Ended ended =
        run(Stage.READ, StackOverflowError::new, "--unknown", "pass", "-q", file(BAD));
    assertEquals(70, ended.status());
    assertTrue(ended.out().contains("0 rules proven"), ended.out());
    Invocation.Ended both = run(Stage.READ, AssertionError::new, "-q", file(BAD), "no-such.json");
    assertEquals(70, both.status(), "stronger than an input that cannot be read");
  }
}
