package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code -o}: the old file or the whole new one, and never an input. */
final class ReportFileTest {
  private static final Path PLAN = Path.of("fixtures/terraform/compliant/plan.json");

  @TempDir private Path folder;

  private Path copy(Path file, String name) throws IOException {
    return Files.copy(file, folder.resolve(name));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void hyphenIsStandardOutput() {
    String shown = Invocation.of("check", PLAN.toString()).out();
    Invocation.Ended ended = Invocation.of("check", "-o", "-", PLAN.toString());
    assertEquals(new Invocation.Ended(0, shown, ""), ended);
  }

  @Test
  void oldReportGivesWayToTheNewOne() throws IOException {
    Path report = folder.resolve("report.txt");
    Files.writeString(report, "old");
    assertEquals(0, Invocation.of("check", "-o", report.toString(), PLAN.toString()).status());
    assertEquals(Invocation.of("check", PLAN.toString()).out(), Files.readString(report));
    assertEquals(List.of("report.txt"), names(), "nothing is left beside it");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whoMayReadItStays() throws IOException {
    Path report = folder.resolve("report.txt");
    Files.writeString(report, "old");
    Files.setPosixFilePermissions(report, PosixFilePermissions.fromString("rw-r-----"));
    Invocation.of("check", "-o", report.toString(), PLAN.toString());
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(report)));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linkLeadsToTheReportAsBefore() throws IOException {
    Path report = folder.resolve("report.txt");
    Files.writeString(report, "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("report.txt"));
    Invocation.of("check", "-o", link.toString(), PLAN.toString());
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(report).contains("1 rule proven"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fullDiskLeavesTheOldReport() throws Exception {
    Path report = folder.resolve("report.json");
    Files.writeString(report, "old");
    Invocation.Ended ended =
        new Program(folder)
            .shell(
                "ulimit -f 1; \"$@\"",
                "check",
                "-f",
                "json",
                "-o",
                "report.json",
                PLAN.toAbsolutePath().toString());
    assertEquals(3, ended.status(), ended.err());
    assertEquals(
        "error[output]: cannot write the report to `report.json`: file too large\n1 error\n",
        ended.err());
    assertEquals("old", Files.readString(report));
    assertEquals(List.of("report.json"), names());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void deviceTakesTheReportAsItComes() {
    Invocation.Ended ended = Invocation.of("check", "-o", "/dev/full", PLAN.toString());
    assertEquals(3, ended.status());
    assertTrue(ended.err().contains("`/dev/full`: no space left on device"), ended.err());
    assertEquals(0, Invocation.of("check", "-o", "/dev/null", PLAN.toString()).status());
    assertTrue(Files.exists(Path.of("/dev/null")));
  }

  @Test
  void folderThatIsNotThereAndFolderThatIsAreErrors() {
    String below = folder.resolve("no/report.txt").toString();
    assertEquals(
        "error[output]: cannot write the report to `"
            + below
            + "`: there is no such folder\n1 error\n",
        Invocation.of("check", "-o", below, PLAN.toString()).err());
    Invocation.Ended ended = Invocation.of("check", "-o", folder.toString(), PLAN.toString());
    assertEquals(3, ended.status());
    assertTrue(ended.err().contains("it is a folder"), ended.err());
  }

  private void refused(Path output, String... arguments) throws IOException {
    String before = Files.readString(output);
    Invocation.Ended ended =
        Invocation.of(
            Stream.concat(Stream.of("check", "-o", output.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    assertEquals(2, ended.status(), ended.out());
    assertTrue(ended.err().startsWith("error[output]: `" + output + "` is read by"), ended.err());
    assertEquals(before, Files.readString(output));
  }

  @Test
  void noInputIsWrittenOver() throws IOException {
    Path plan = copy(PLAN, "plan.json");
    refused(plan, plan.toString());
    refused(plan, folder.toString());
    refused(folder.resolve("./plan.json"), plan.toString());
  }

  @Test
  void norIsABrokenOne() throws IOException {
    Path broken = folder.resolve("plan.json");
    Files.writeString(broken, "{\"format_version\": \"1.2\", ");
    refused(broken, broken.toString());
    refused(broken, folder.toString());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void norIsOneByAnotherName() throws IOException {
    Path plan = copy(PLAN, "plan.json");
    refused(Files.createSymbolicLink(folder.resolve("link.json"), plan), plan.toString());
    refused(Files.createLink(folder.resolve("hard.json"), plan), plan.toString());
  }

  @Test
  void norIsWhatAnInputIsReadWith() throws IOException {
    Path config = folder.resolve("house.yaml");
    Files.writeString(config, "deployments: {}\n");
    refused(config, "--config", config.toString(), PLAN.toString());
    Path parameters = folder.resolve("parameters.json");
    Files.writeString(parameters, "{}");
    refused(parameters, "--parameters", parameters.toString(), PLAN.toString());
    Path source = folder.resolve("main.tf");
    Files.writeString(source, "locals {}\n");
    refused(source, "--source", folder.toString(), PLAN.toString());
  }

  @Test
  void norIsWhatAnAssemblyHoldsBesideItsTemplates() throws IOException {
    Path assembly = Path.of("fixtures/cloudformation/cdk-nested");
    try (Stream<Path> files = Files.list(assembly)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy(file, file.getFileName().toString());
      }
    }
    refused(folder.resolve("manifest.json"), folder.toString());
    refused(folder.resolve("Audit.assets.json"), folder.toString());
    refused(folder.resolve("Audit.template.json"), folder.toString());
  }

  @Test
  void reportOfTheLastRunIsNoInputOfThisOne() throws IOException {
    copy(PLAN, "plan.json");
    String report = folder.resolve("report.json").toString();
    for (int run = 0; run < 2; run++) {
      assertEquals(
          0, Invocation.of("check", "-f", "json", "-o", report, folder.toString()).status());
    }
  }
}
